"""The account of a build: what all jobs left behind, entered in the order of the jobs."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from aushang.build.claims import Claims
from aushang.build.progress import Progress
from aushang.build.staging import Put, Staging
from aushang.build.work import Done, Scribe, Written
from aushang.checks.written import Facts, WrittenFile
from aushang.content.load import Pressed
from aushang.model import Artifact, AushangError, Diagnostic, Kind, Publication
from aushang.outputs import api, sitemap
from aushang.outputs.feed_words import feed_words
from aushang.outputs.shell import Sheet


@dataclass(slots=True)
class Book:
    """What was written so far, and what was found while it was."""

    staging: Staging
    progress: Progress
    claims: Claims = field(default_factory=Claims)
    files: dict[str, WrittenFile] = field(default_factory=dict)
    facts: dict[str, Facts] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    pressed: list[Pressed] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    homeless: list[str] = field(default_factory=list)

    def enter(self, done: Done) -> None:
        """Enter what a job left behind."""
        self.sheets += done.sheets
        self.pressed += done.pressed
        self.diagnostics += done.diagnostics
        for written in done.files:
            self._file(written)
        self.progress.written(len(self.files))

    def _file(self, written: Written) -> None:
        if not self.claims.claim(written.path, written.file.sources[0]):
            return
        if written.put is Put.NOWHERE:
            self.homeless.append(written.path)
        self.staging.note(written.put)
        self.files[written.path] = written.file
        self.facts[written.path] = written.facts
        self.digests[written.path] = written.digest

    def contests(self) -> tuple[Diagnostic, ...]:
        """What claims of paths came to.

        Raises AushangError for a file that found no place although nobody contests it.
        """
        found = tuple(self.claims.diagnostics())
        if self.homeless and not found:
            raise AushangError(
                f"“{self.homeless[0]}” cannot be written: a file or folder is in its way",
                "build again; if it happens again, look at the disk",
            )
        return found


def last_files(publication: Publication, staging: Staging, book: Book) -> Done:
    """The files that name all others: the index of the API and the site map."""
    scribe = Scribe(staging, publication)
    scribe.all(_last(publication, book))
    return scribe.done()


def _last(publication: Publication, book: Book) -> Iterator[Artifact]:
    of_api = {path: file for path, file in book.files.items() if file.kind is Kind.API}
    sources = dict.fromkeys(source for file in of_api.values() for source in file.sources)
    digests = {path: book.digests[path] for path in of_api}
    yield api.index_file(publication, feed_words(publication.site), digests, tuple(sources))
    yield from sitemap.render(publication, book.sheets)
