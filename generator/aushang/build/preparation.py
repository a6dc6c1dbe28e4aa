"""Load, check, render into a staging folder and check what stands there: all but the switch."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

from aushang.build.book import Book
from aushang.build.gate import Texts, judged
from aushang.build.head import Basis
from aushang.build.live import Last, Live
from aushang.build.log_basis import TOLD_ONCE, log_basis
from aushang.build.making import Making
from aushang.build.progress import Step, Stopwatch
from aushang.build.project import Host, Project
from aushang.build.published_log import NO_LOG, FoundLog
from aushang.build.staging import Staging
from aushang.build.state import Known, Seen
from aushang.checks.baseline import without_known
from aushang.checks.permanence import PERMANENCE
from aushang.checks.quotes import located
from aushang.checks.runner import check_sources, check_texts
from aushang.checks.suppression import keeps_out
from aushang.checks.written import WrittenFile
from aushang.checks.written.index import Index
from aushang.model import Diagnostic, Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A site that stands complete in a staging folder, and everything that was found in it.

    `reasons` tells of each unit that was made why it was. What follows it is for the next build.
    """

    publication: Publication
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, WrittenFile]
    reasons: Mapping[str, str]
    book: Book
    index: Index
    inputs: Mapping[str, str]
    sources: Mapping[str, Seen]
    last: Last | None
    folder: bytes
    basis: Basis | None

    def is_refused(self, *, strict: bool) -> bool:
        """Whether the findings keep a publish back; if `strict`, warnings do too."""
        return any(finding.is_error or strict for finding in self.diagnostics)


def prepare(  # noqa: PLR0913  each is a thing of its own
    project: Project,
    host: Host,
    *,
    now: datetime,
    staging: Staging,
    watch: Stopwatch,
    known: Known | None = None,
    live: Live | None = None,
    before: AbstractSet[str] = frozenset(),
    log: FoundLog = NO_LOG,
) -> Prepared:
    """Load, check, render into `staging` and check what was written.

    All steps run whatever is found, so that one run tells everything; a file that could not be
    read is left out of the publication, and checks know of it. What is `known` from the last build
    is made again only if it is out of date, and if `live` has a build of this process, only what
    was edited is read. The result depends neither on that nor on the number of workers. `before`
    are the paths that customers know: what vanishes of them is told. `log` is the log of changes in
    the folder that is replaced.
    """
    work = Making(project, host, staging, Book(staging, watch.progress, known), live)
    changes, about_log = log_basis(log, project.published)
    texts = _texts(project, staging)
    publication, loaded, found = _sources(work, now, watch)
    found += about_log
    with watch.step(Step.RENDER):
        work.lists(publication, changes)
    with watch.step(Step.CHECK_ARTIFACTS):
        # No `ignore` reaches these: one of the claimants would be missing without a word.
        found += work.book.contests()
        files = work.book.files()
        judgement = judged(publication, work.book, files, texts, before)
        found += _certain(judgement.diagnostics, found, publication)
    every = sorted(located(found, texts.source), key=lambda finding: finding.order)
    placed = without_known(every, project.baseline, publication)
    return Prepared(
        publication=publication,
        diagnostics=placed,
        files=files,
        book=work.book,
        index=judgement.index,
        inputs=work.inputs,
        sources=work.shelf.seen,
        last=work.last,
        folder=work.folder,
        basis=work.basis(publication, files.values(), _lasting(placed), loaded),
        reasons=work.reasons,
    )


def _texts(project: Project, staging: Staging) -> Texts:
    """Where findings look for their places."""
    return Texts(
        lambda path: (project.root / path).read_text("utf-8-sig"),
        lambda path: (staging.folder / path).read_bytes(),
    )


def _sources(
    work: Making, now: datetime, watch: Stopwatch
) -> tuple[Publication, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The publication, what was found while it was read, and what was found in it."""
    with watch.step(Step.LOAD):
        # Under no name: what was drafted is let go when the posts are made, 46 MB of 10,000.
        loaded = work.posts(work.drafted(now))
    publication = loaded.publication
    with watch.step(Step.CHECK_SOURCES):
        others = check_texts(replace(publication, all_posts=()))
        found = check_sources(publication, loaded.diagnostics, (*work.said, *others))
    return publication, loaded.diagnostics, found


def _certain(
    judged: tuple[Diagnostic, ...], found: Sequence[Diagnostic], publication: Publication
) -> tuple[Diagnostic, ...]:
    """Without what has vanished, if a file is kept out: its pages are no second fault.

    What keeps it out is never let pass, so nothing is published before that can be told.
    """
    if not any(keeps_out(finding, publication) for finding in found):
        return judged
    return tuple(finding for finding in judged if finding.code not in PERMANENCE)


def _lasting(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Without what is told once: after the switch nothing of it is published any more."""
    told_once = PERMANENCE | TOLD_ONCE
    return tuple(finding for finding in found if finding.code not in told_once)
