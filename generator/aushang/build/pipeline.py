"""The pipeline: load → check sources → render → check artifacts → switch.

`preparation` goes as far as a complete and checked site in a staging folder; here it is published.
Theme, dialect and clock come in as arguments; nothing here prints.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import datetime

from aushang.build.book import NoPlaceError
from aushang.build.disk import explained
from aushang.build.documents import LostError
from aushang.build.lock import locked
from aushang.build.memory import Memory
from aushang.build.preparation import Prepared, prepare
from aushang.build.progress import Step, Stopwatch
from aushang.build.project import Host, Project
from aushang.build.published_log import read_folder
from aushang.build.result import Outcome, Result
from aushang.build.staging import Staging, remove
from aushang.build.state import Known
from aushang.build.switch import repair, switch
from aushang.build.target import Target, target


def build(  # noqa: PLR0913  each is a thing of its own
    project: Project,
    host: Host,
    *,
    now: datetime,
    watch: Stopwatch,
    strict: bool = False,
    is_trial: bool = False,
    memory: Memory | None = None,
) -> Result:
    """Publish what the content folder says at `now`, if nothing keeps it back.

    Only what is out of date is made again. A trial goes as far as the switch, and leaves that out.
    `memory` is one that served this output folder before, for a process that builds often. Raises
    AushangError, with the published folder as it was, where the output folder is not ours, another
    build is at work, a worker dies, or the disk does not take it.
    """
    place = target(project.output, root=project.root, content=project.content)
    if memory is None or memory.target != place:
        memory = Memory(place)
    with ExitStack() as stack:
        with explained(place.folder):
            stack.enter_context(locked(place))
            repair(place)
            known = memory.recall()
        stack.enter_context(_cleared_on_failure(place))
        prepared, staging = _prepared(project, host, memory, known, now=now, watch=watch)
        changed = _changed(prepared, staging)
        outcome = _outcome(prepared, changed, strict=strict, is_trial=is_trial)
        if outcome in {Outcome.REFUSED, Outcome.PASSED}:
            _leave(memory, prepared.book.fresh, staging)
        else:
            # Where nothing has changed, nobody is told of a switch.
            step = watch.step(Step.SWITCH) if changed else nullcontext()
            with step, explained(place.folder):
                _publish(memory, prepared, staging, changed)
    return Result(
        outcome=outcome,
        diagnostics=prepared.diagnostics,
        posts=len(prepared.publication.posts),
        files=Counter(file.kind for file in prepared.files.values()),
        seconds=watch.seconds,
        changed=frozenset() if outcome is Outcome.REFUSED else changed,
        reasons=prepared.reasons,
        publication=prepared.publication,
    )


def _outcome(
    prepared: Prepared, changed: frozenset[str], *, strict: bool, is_trial: bool
) -> Outcome:
    if prepared.is_refused(strict=strict):
        return Outcome.REFUSED
    if is_trial:
        return Outcome.PASSED
    return Outcome.PUBLISHED if changed else Outcome.UNCHANGED


def _prepared(  # noqa: PLR0913  each is a thing of its own
    project: Project,
    host: Host,
    memory: Memory,
    known: Known | None,
    *,
    now: datetime,
    watch: Stopwatch,
) -> tuple[Prepared, Staging]:
    """The site, and the folder in which it stands."""
    staging, live = _staging(memory, known), memory.live
    # Nobody but its author has seen a preview.
    before = frozenset[str]() if memory.is_ours_alone else staging.before
    log = read_folder(memory.target.folder, project.site.tag)
    try:
        prepared = prepare(
            project,
            host,
            now=now,
            staging=staging,
            watch=watch,
            known=known,
            live=live,
            before=before,
            log=log,
        )
    except (NoPlaceError, LostError):
        if known is None:
            raise
        # A file takes the place of a folder or the other way round, and a new folder has room; or
        # the state lacks what it should have, and a build that knows nothing does without it.
        staging = _staging(memory, None)
        prepared = prepare(
            project, host, now=now, staging=staging, watch=watch, before=before, log=log
        )
    return prepared, staging


def _staging(memory: Memory, known: Known | None) -> Staging:
    with explained(memory.target.folder):
        return memory.staging(known)


def _changed(prepared: Prepared, staging: Staging) -> frozenset[str]:
    """The paths in which what is published differs from what is prepared."""
    return frozenset(prepared.book.fresh | (staging.before - prepared.files.keys()))


def _publish(
    memory: Memory,
    prepared: Prepared,
    staging: Staging,
    changed: frozenset[str],
) -> None:
    """Switch if anything is different, and note what is published now."""
    if changed:
        if staging.twin is not None:
            for path in changed - prepared.files.keys():
                remove(staging.folder, path)
        switch(memory.target, is_durable=not memory.is_ours_alone)
    _leave(memory, changed, staging)
    # What was found, or let pass, may be about files that went; the next build finds none that do.
    is_settled = staging.before <= prepared.files.keys()
    memory.keep(
        prepared.book,
        prepared.index,
        inputs=prepared.inputs,
        sources=prepared.sources,
        publication=prepared.publication,
        basis=prepared.basis if is_settled else None,
        folder=prepared.folder,
    )
    if memory.live:
        memory.live.last = prepared.last


def _leave(memory: Memory, behind: frozenset[str] | set[str], staging: Staging) -> None:
    """Leave the staging folder for the next build, if it is the published one but for `behind`."""
    if staging.twin is not None:
        memory.leave_twin(tuple(sorted(behind)), is_linked=staging.is_linked)
    else:
        shutil.rmtree(memory.target.staging, ignore_errors=True)


@contextmanager
def _cleared_on_failure(place: Target) -> Iterator[None]:
    try:
        yield
    except BaseException:
        shutil.rmtree(place.staging, ignore_errors=True)
        raise
