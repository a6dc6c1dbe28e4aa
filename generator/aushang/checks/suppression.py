"""Which findings are let pass: those that an `ignore` entry with a reason names, where it holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from aushang.model import Diagnostic, Page, Phase, Position, Post, Publication, phase

CONFIGURATION = "mkdocs.yml"
"""Where the entries for the whole site stand."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One `ignore` entry: a code, where it stands, and the files it holds for; none means all.

    `is_shown` is whether what it stands in appears on the site as of now; nothing can be found in
    the written form of what is not.
    """

    code: str
    position: Position
    files: frozenset[str]
    is_shown: bool = True

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether the finding is of that code and located where the entry holds."""
        return diagnostic.code == self.code and (
            not self.files or diagnostic.location.path in self.files
        )


@dataclass(frozen=True, slots=True)
class Suppression:
    """What became of a stage's findings: those that remain, and the entries that met none."""

    remaining: tuple[Diagnostic, ...]
    unused: tuple[Entry, ...]


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
        is_fatal = diagnostic.is_error and diagnostic.location.path in publication.unread
        entries = () if is_fatal else by_code.get(diagnostic.code, ())
        covering = [entry for entry in entries if entry.covers(diagnostic)]
        used.update(covering)
        if not covering:
            remaining.append(diagnostic)
    unused = (e for same in by_code.values() for e in same if e not in used)
    return Suppression(tuple(remaining), tuple(unused))


def _entries(publication: Publication) -> Iterator[Entry]:
    for code in publication.site.ignore:
        yield Entry(code, Position(CONFIGURATION), frozenset())
    for post in publication.all_posts:
        if post.ignore:
            is_shown = phase(post, publication.now) is not Phase.SCHEDULED
            yield from _of(post, post.ignore, is_shown=is_shown)
    for page in publication.pages:
        yield from _of(page, page.ignore, is_shown=True)


def _of(owner: Post | Page, ignore: Mapping[str, str], *, is_shown: bool) -> Iterator[Entry]:
    if ignore:
        files = {owner.source.path, *(text.source.path for text in owner.texts.values())}
        for code in ignore:
            yield Entry(code, owner.source.at("ignore", code), frozenset(files), is_shown)
