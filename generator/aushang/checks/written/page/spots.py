"""From flaws of written pages to the places where people can mend them, each cause once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aushang.checks.quotes import place_in
from aushang.checks.texts import about_file
from aushang.checks.written.facts import Flaw
from aushang.checks.written.resolution import page_of
from aushang.checks.written.site import WrittenSite
from aushang.model import Position, Publication, Source

_TEXT, _DATA = ".md", ".yml"
_OF_WORDS = frozenset({"AU104", "AU106", "AU703", "AU705"})
"""Codes whose flaws quote words of the page; others quote attributes."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A flaw, the place of its cause, and the site paths on which it shows."""

    flaw: Flaw
    position: Position
    pages: tuple[str, ...]


def spots(
    publication: Publication,
    written: WrittenSite,
    code: str,
    quote: Callable[[Flaw], str] = lambda _: "",
    *,
    leaves_out: Callable[[str], bool] = lambda _: False,
) -> Iterator[Spot]:
    """The causes of all flaws of a code, but for the files that are left out.

    `quote` gives the words by which a flaw is found in the Markdown file that its page was made
    of; without any it belongs to that file as a whole. What stands on pages of several origins,
    and in no text, comes from the theme or the program: its place is the first such page.
    """
    authored: dict[tuple[str, Position], list[tuple[str, Flaw]]] = {}
    made: dict[tuple[str, str], list[tuple[str, Flaw]]] = {}
    for path, flaw in written.flaws(code):
        if leaves_out(path):
            continue
        position = _authored(publication, written, path, quote(flaw))
        if position:
            authored.setdefault((flaw.value, position), []).append((path, flaw))
        else:
            made.setdefault((flaw.value, flaw.reason), []).append((path, flaw))
    places = {key[0]: key for key in authored}
    for (value, reason), same in made.items():
        # A list shows what its own sources do not hold: the beginning of a post.
        key = places.get(value)
        if key and quote(Flaw(code, value, reason)):
            authored[key] += same
        else:
            yield Spot(same[0][1], _position(written, same), _pages(same))
    for (_, position), same in authored.items():
        yield Spot(same[0][1], position, _pages(same))


def _authored(
    publication: Publication, written: WrittenSite, path: str, quote: str
) -> Position | None:
    """Where the words stand in the texts that a page was made of."""
    if not quote or written.source is None:
        return None
    for file in _texts_of(publication, written.files[path].sources):
        try:
            text = written.source(file)
        except (OSError, ValueError):
            continue
        place = place_in(text, quote, Position(file))
        if place.line:
            return place
    return None


def _texts_of(publication: Publication, sources: tuple[str, ...]) -> Iterator[str]:
    site = publication.site
    for source in sources:
        if source.endswith(_TEXT):
            yield source
        elif source.endswith(_DATA):
            for language in site.languages:
                yield about_file(Source(source), language, site.language)


def _position(written: WrittenSite, same: list[tuple[str, Flaw]]) -> Position:
    origins = {written.files[path].sources[0] for path, _ in same}
    origin = origins.pop()
    if not origins and origin.endswith((_TEXT, _DATA)):
        return Position(origin)
    path, flaw = min(same)
    return written.place(path, flaw.value, is_text=flaw.code in _OF_WORDS)


def _pages(same: list[tuple[str, Flaw]]) -> tuple[str, ...]:
    return tuple(sorted({page_of(path) for path, _ in same}))
