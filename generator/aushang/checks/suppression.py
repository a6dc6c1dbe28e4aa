"""Which findings are let pass: those that an `ignore` entry with a reason names, where it holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from aushang.checks.patterns import is_meant
from aushang.model import (
    Diagnostic,
    Ignored,
    Page,
    Phase,
    Position,
    Post,
    Publication,
    Question,
    phase,
)

CONFIGURATION = "mkdocs.yml"
"""Where stands what holds for the whole site."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One `ignore` entry: a code, where it stands, and the files it holds for; none means all.

    `patterns` narrow them. `is_shown` is whether what it stands in appears on the site as of now;
    nothing can be found in the written form of what is not. `last` is the last day as it is
    written, empty without one, and `is_over` whether that day has passed.
    """

    code: str
    position: Position
    files: frozenset[str] = frozenset()
    patterns: tuple[str, ...] = ()
    is_shown: bool = True
    last: str = ""
    is_over: bool = False

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether the finding is of that code and located where the entry holds, or has held."""
        path = diagnostic.location.path
        return (
            diagnostic.code == self.code
            and (not self.files or path in self.files)
            and (not self.patterns or any(is_meant(path, one) for one in self.patterns))
        )


@dataclass(frozen=True, slots=True)
class Suppression:
    """What became of a stage's findings: those that remain, and the entries that met none.

    `over` are the entries that would have let something pass, had their time not ended.
    """

    remaining: tuple[Diagnostic, ...]
    unused: tuple[Entry, ...]
    over: tuple[Entry, ...]


def suppression(diagnostics: Iterable[Diagnostic], publication: Publication) -> Suppression:
    """Apply every `ignore` entry of the publication.

    What keeps a file out of the site is never let pass: the file would vanish without a word.
    """
    by_code: dict[str, list[Entry]] = {}
    for entry in _entries(publication):
        by_code.setdefault(entry.code, []).append(entry)
    used: set[Entry] = set()
    remaining = []
    for diagnostic in diagnostics:
        entries = () if keeps_out(diagnostic, publication) else by_code.get(diagnostic.code, ())
        covering = [entry for entry in entries if entry.covers(diagnostic)]
        used.update(covering)
        if all(entry.is_over for entry in covering):
            remaining.append(diagnostic)
    every = [entry for same in by_code.values() for entry in same]
    return Suppression(
        remaining=tuple(remaining),
        unused=tuple(entry for entry in every if entry not in used),
        over=tuple(entry for entry in every if entry in used and entry.is_over),
    )


def keeps_out(diagnostic: Diagnostic, publication: Publication) -> bool:
    """Whether the finding keeps its file out of the site."""
    return diagnostic.is_error and diagnostic.location.path in publication.unread


def _ending(ignored: Ignored, publication: Publication) -> datetime:
    """The midnight after the last day; the end of time without one."""
    zone = publication.site.zone
    if ignored.until is None:
        return datetime.max.replace(tzinfo=zone)
    return datetime.combine(ignored.until + timedelta(days=1), time(), zone)


def _entries(publication: Publication) -> Iterator[Entry]:
    site = publication.site
    for code, several in site.ignore.items():
        for index, ignored in enumerate(several):
            yield _entry(code, ignored, site.source.at("ignore", code, index), publication)
    for post in publication.all_posts:
        if post.ignore:
            is_shown = phase(post, publication.now) is not Phase.SCHEDULED
            yield from _of(post, post.ignore, publication, is_shown=is_shown)
    owners: tuple[Page | Question, ...] = (*publication.pages, *publication.questions.values())
    for owner in owners:
        yield from _of(owner, owner.ignore, publication, is_shown=True)


def _of(
    owner: Post | Page | Question,
    ignore: Mapping[str, Ignored],
    publication: Publication,
    *,
    is_shown: bool,
) -> Iterator[Entry]:
    files = frozenset({owner.source.path, *(text.source.path for text in owner.texts.values())})
    for code, ignored in ignore.items():
        position = owner.source.at("ignore", code)
        yield _entry(code, ignored, position, publication, files, is_shown=is_shown)


def _entry(  # noqa: PLR0913  each is a thing of its own
    code: str,
    ignored: Ignored,
    position: Position,
    publication: Publication,
    files: frozenset[str] = frozenset(),
    *,
    is_shown: bool = True,
) -> Entry:
    return Entry(
        code=code,
        position=position,
        files=files,
        patterns=ignored.paths,
        is_shown=is_shown,
        last=ignored.until.isoformat() if ignored.until else "",
        is_over=ignored.until is not None and _ending(ignored, publication) <= publication.now,
    )
