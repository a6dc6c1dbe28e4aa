"""Flaws as causes: the same fault in forty feeds is one thing to mend."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from aushang.checks.written.facts import Flaw
from aushang.checks.written.resolution import page_of
from aushang.checks.written.site import WrittenSite
from aushang.model import Position, Publication

_WORTH_SEEKING = 3
"""Characters of a value: a shorter one stands in every text."""


@dataclass(frozen=True, slots=True)
class Told:
    """A flaw, where it is mended, and the site paths on which it shows."""

    flaw: Flaw
    position: Position
    pages: tuple[str, ...]


def told(
    publication: Publication,
    written: WrittenSite,
    code: str,
    known: Container[tuple[str, str]] = frozenset(),
) -> Iterator[Told]:
    """The flaws of a check, each cause once: in the post that says so, else where it was seen.

    Of `known` values, by path, another finding tells already.
    """
    same: dict[tuple[str, str], list[tuple[str, Flaw]]] = {}
    for path, flaw in written.flaws(code):
        if (path, flaw.value) in known:
            continue
        same.setdefault((flaw.value, flaw.reason), []).append((path, flaw))
    for seen in same.values():
        path, flaw = seen[0]
        pages = tuple(sorted({page_of(file) for file, _ in seen}))
        yield Told(flaw, _authored(publication, flaw) or _seen(written, path, flaw), pages)


def _authored(publication: Publication, flaw: Flaw) -> Position | None:
    """The field of a post that holds the value, or a title that the reason quotes."""
    value = flaw.value
    if len(value) < _WORTH_SEEKING:
        return None
    for post in publication.posts:
        for text in post.texts.values():
            for key, said in (("title", text.title), ("summary", text.summary)):
                if value in said and (value == said or said[:_SHOWN] in flaw.reason):
                    return text.source.at(key)
    return None


_SHOWN = 40  # characters of a title that a reason quotes at the least


def _seen(written: WrittenSite, path: str, flaw: Flaw) -> Position:
    return Position(path, flaw.line) if flaw.line else written.place(path, flaw.value)
