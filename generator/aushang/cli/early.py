"""A build that finds everything as it was, before the rest of the program is loaded.

Loading it takes longer than finding that out. Where anything is in doubt there is no answer here,
and the way of every other build (see `building`) finds out what there is to do or to say.
"""

from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from aushang.build.head import Head, Premises, read_head
from aushang.build.lock import locked
from aushang.build.moment import clock
from aushang.build.progress import Step, Unwatched
from aushang.build.result import Result
from aushang.build.standing import is_standing, unchanged
from aushang.build.target import Target, target
from aushang.cli.reporting import Wanted
from aushang.cli.telling import tell_account, tell_findings, tell_notices
from aushang.cli.watchers import watcher
from aushang.mkdocs.premises import guessed_output, hold
from aushang.model import AushangError

_PLAIN = nullcontext((Unwatched(), False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """What a build comes to that finds everything as it was, with what has to be told of it."""

    result: Result
    root: Path
    output: Path
    notices: tuple[str, ...]


def unchanged_build(
    file: Path, now: str | None, *, output: Path | None, is_strict: bool
) -> Unchanged | None:
    """What a build would come to, if that is certain already; `output` if it is not configured."""
    began = perf_counter()
    file = file.resolve()
    folder = guessed_output(file) if output is None else output.absolute()
    try:
        head = read_head(Target(folder.resolve()).state) if folder else None
        if folder is None or head is None or head.basis is None:
            return None
        premises = head.basis.premises
        is_meant = output is not None or premises.output == str(folder)
        is_refused = is_strict and head.basis.diagnostics
        if not is_meant or is_refused or not hold(premises, file):
            return None
        if not _is_standing(head, premises, folder, now):
            return None
    except (AushangError, OSError, RuntimeError):  # what is wrong is told by those who must stop
        return None
    return Unchanged(
        result=replace(unchanged(head.basis), seconds={Step.LOAD: perf_counter() - began}),
        root=Path(premises.root),
        output=folder,
        notices=premises.notices,
    )


def tell(found: Unchanged, wanted: Wanted, *, look: str, is_quiet: bool) -> None:
    """All that another build would tell, but for how far it is."""
    tell_notices(found.notices)
    with watcher(is_quiet=True) if found.result.diagnostics else _PLAIN as (_, colour):
        tell_findings(found.result, wanted, root=found.root, is_strict=False, colour=colour)
    if not is_quiet:
        tell_account(found.result, output=found.output, look=look)


def _is_standing(head: Head, premises: Premises, folder: Path, now: str | None) -> bool:
    place = target(folder, root=Path(premises.root), content=Path(premises.content))
    at = clock(now, ZoneInfo(premises.time_zone))
    with locked(place):
        return is_standing(head, place, now=at)
