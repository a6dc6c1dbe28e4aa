"""The pipeline: load → check sources → render → check artifacts → switch.

`prepare` goes as far as a complete and checked site in a staging folder, `build` publishes it.
Theme, dialect and clock come in as arguments; nothing here prints.
"""

import shutil
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from aushang.build.book import Book, last_files
from aushang.build.disk import explained
from aushang.build.lock import locked
from aushang.build.progress import Step, Stopwatch
from aushang.build.result import Outcome, Result
from aushang.build.staging import Staging, open_staging
from aushang.build.switch import repair, switch
from aushang.build.target import target
from aushang.build.work import ListWork, PostWork
from aushang.build.workers import spread
from aushang.checks.runner import check_artifacts, check_sources, check_texts
from aushang.checks.written import WrittenFile, WrittenSite
from aushang.content.load import Drafted, Loaded, completed, draft, press_post
from aushang.content.markdown.renderer import Renderer
from aushang.model import Contact, Diagnostic, Publication, Site
from aushang.outputs.shell import Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Where a publication stands and what holds for it. All paths are absolute.

    Positions of findings are relative to `root`. `contact` is the person to ask where the
    configuration describes them instead of naming one of the content.
    """

    root: Path
    content: Path
    output: Path
    site: Site
    contact: Contact | None = None


class Reader(Protocol):
    """Reads a content folder: `content.load.draft`, or one for folders of another make."""

    def __call__(
        self, content: Path, *, root: Path, site: Site, now: datetime, markdown: Renderer
    ) -> Drafted:
        """What is wrong in a file is a finding. Raises AushangError if there is no folder."""


@dataclass(frozen=True, slots=True)
class Host:
    """What the edge of the program puts in: theme, dialect of Markdown, reader of the content.

    With `workers` above 1 the work is spread over so many processes; the result is the same.
    """

    shell: Shell
    markdown: Renderer
    draft: Reader = draft
    workers: int = 1


def draft_content(project: Project, host: Host, now: datetime) -> Drafted:
    """The first pass over a project, with the person whom its configuration describes."""
    drafted = host.draft(
        project.content, root=project.root, site=project.site, now=now, markdown=host.markdown
    )
    if project.contact is None:
        return drafted
    publication = drafted.publication
    contacts = {**publication.contacts, project.contact.id: project.contact}
    return replace(drafted, publication=replace(publication, contacts=contacts))


def load_content(project: Project, host: Host, now: datetime) -> Loaded:
    """The content of a project with all its texts, here and now."""
    drafted = draft_content(project, host, now)
    return completed(drafted, [press_post(drafted, one, host.markdown) for one in drafted.drafts])


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A site that stands complete in a staging folder, and everything that was found in it."""

    publication: Publication
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, WrittenFile]

    def is_refused(self, *, strict: bool) -> bool:
        """Whether the findings keep a publish back; if `strict`, warnings do too."""
        return any(finding.is_error or strict for finding in self.diagnostics)


def build(
    project: Project,
    host: Host,
    *,
    now: datetime,
    watch: Stopwatch,
    strict: bool = False,
) -> Result:
    """Publish what the content folder says at `now`, if nothing keeps it back.

    Raises AushangError, with the published folder as it was, where the output folder is not ours,
    another build is at work, a worker dies, or the disk does not take it.
    """
    place = target(project.output, root=project.root, content=project.content)
    with ExitStack() as stack:
        with explained(place.folder):
            stack.enter_context(locked(place))
            repair(place)
            staging = open_staging(place.staging, place.folder)
        stack.callback(shutil.rmtree, place.staging, ignore_errors=True)
        prepared = prepare(project, host, now=now, staging=staging, watch=watch)
        outcome = Outcome.REFUSED
        if not prepared.is_refused(strict=strict):
            outcome = Outcome.UNCHANGED
            if not staging.is_unchanged:
                with watch.step(Step.SWITCH), explained(place.folder):
                    switch(place)
                outcome = Outcome.PUBLISHED
    return Result(
        outcome=outcome,
        diagnostics=prepared.diagnostics,
        posts=len(prepared.publication.posts),
        files=Counter(file.kind for file in prepared.files.values()),
        seconds=watch.seconds,
    )


def prepare(
    project: Project,
    host: Host,
    *,
    now: datetime,
    staging: Staging,
    watch: Stopwatch,
) -> Prepared:
    """Load, check, render into `staging` and check what was written.

    All steps run whatever is found, so that one run tells everything; a file that could not be
    read is left out of the publication, and checks know of it. The result does not depend on the
    number of workers.
    """
    book = Book(staging, watch.progress)
    with watch.step(Step.LOAD):
        drafted = draft_content(project, host, now)
        posts = PostWork(drafted, host.markdown, host.shell, staging).prepare()
        for done in spread(posts.jobs, posts.do, workers=host.workers):
            book.enter(done)
        loaded = completed(drafted, book.pressed)
    publication = loaded.publication
    with watch.step(Step.CHECK_SOURCES):
        others = check_texts(replace(publication, all_posts=()))
        found = check_sources(publication, loaded.diagnostics, (*book.diagnostics, *others))
    with watch.step(Step.RENDER):
        lists = ListWork(publication, host.shell, staging).prepare()
        for done in spread(lists.jobs, lists.do, workers=host.workers):
            book.enter(done)
        book.enter(last_files(publication, staging, book))
    with watch.step(Step.CHECK_ARTIFACTS):
        # No `ignore` reaches these: one of the claimants would be missing without a word.
        found += book.contests()
        written = WrittenSite.of(book.files, book.facts, project.site)
        found += check_artifacts(publication, written)
    return Prepared(
        publication=publication,
        diagnostics=tuple(sorted(found, key=lambda finding: finding.order)),
        files=book.files,
    )
