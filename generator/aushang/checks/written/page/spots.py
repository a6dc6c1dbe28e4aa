"""From flaws of written pages to the places where people can mend them, each cause once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
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
_VAGUE, _NAMELESS, _PICTURES = "AU703", "AU710", "AU704"
_ROW = 3
"""Links on one page that lack the same: nobody writes that by hand, a template made them all."""
_Found = tuple[str, Flaw]
"""A flaw with the path of its file."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A flaw, the place of its cause, and the site paths on which it shows.

    `others` is to how many more places such links lead that a template made.
    """

    flaw: Flaw
    position: Position
    pages: tuple[str, ...]
    others: int = 0


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
    authored: dict[tuple[str, Position], list[_Found]] = {}
    made: dict[_Meant, list[_Found]] = {}
    for path, flaw in written.flaws(code):
        if leaves_out(path):
            continue
        position = _authored(publication, written, path, quote(flaw))
        if position:
            authored.setdefault((flaw.value, position), []).append((path, flaw))
        else:
            made.setdefault(_meant(written, path, flaw), []).append((path, flaw))
    places = {key[0]: key for key in authored}
    rest: list[list[_Found]] = []
    for same in made.values():
        # A list shows what its own sources do not hold: the beginning of a post.
        key = places.get(same[0][1].value)
        if key and quote(same[0][1]):
            authored[key] += same
        else:
            rest.append(same)
    for same, others in _gathered(rest):
        shown = min(same, key=_first_seen)
        yield Spot(shown[1], _position(written, same, shown), _pages(same), others)
    for (_, position), same in authored.items():
        yield Spot(same[0][1], position, _pages(same))


_Meant = tuple[object, object]


def _meant(written: WrittenSite, path: str, flaw: Flaw) -> _Meant:
    """What flaws of one cause have in common: words are words, an address is what it leads to.

    From folders of other depths a menu leads to the same place by other addresses.
    """
    value: object = flaw.value
    reason: object = flaw.reason
    if flaw.code in {_NAMELESS, _PICTURES}:
        value = written.meant(path, flaw.value)
    if flaw.code in {_VAGUE, _PICTURES} and flaw.reason:
        reason = written.meant(path, flaw.reason)
    return value, reason


def _gathered(made: Iterable[list[_Found]]) -> Iterator[tuple[list[_Found], int]]:
    """The causes, those of one template as one, and how many others were put to it."""
    causes = list(made)
    often = Counter((path, _lack(flaw)) for same in causes for path, flaw in same)
    rows: dict[str | None, list[list[_Found]]] = {}
    for same in causes:
        lack = _lack(same[0][1])
        if lack is not None and any(often[path, lack] >= _ROW for path, _ in same):
            rows.setdefault(lack, []).append(same)
        else:
            yield same, 0
    for row in rows.values():
        yield [found for same in row for found in same], len(row) - 1


def _lack(flaw: Flaw) -> str | None:
    """What several links of a row would have in common; None where a row is nothing special."""
    return {_VAGUE: flaw.value, _NAMELESS: ""}.get(flaw.code)


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
        # Updates are texts too, and they stand in the front matter.
        for near in (Position(file), Position(file, 1, 1)):
            place = place_in(text, quote, near)
            if place != near:
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


def _first_seen(found: _Found) -> tuple[str, Flaw]:
    path, flaw = found
    return page_of(path), flaw


def _position(written: WrittenSite, same: list[_Found], shown: _Found) -> Position:
    origins = {written.files[path].sources[0] for path, _ in same}
    origin = origins.pop()
    if not origins and origin.endswith((_TEXT, _DATA)):
        return Position(origin)
    path, flaw = shown
    href = flaw.reason if flaw.code == _VAGUE else ""
    return written.place(path, flaw.value, is_text=flaw.code in _OF_WORDS, href=href)


def _pages(same: list[_Found]) -> tuple[str, ...]:
    return tuple(sorted({page_of(path) for path, _ in same}))
