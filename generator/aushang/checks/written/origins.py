"""From a reference in a written file back to the place where an author wrote it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from aushang.checks.texts import texts
from aushang.checks.written.broken import Broken
from aushang.checks.written.problems import OF_THE_ADDRESS, Problem
from aushang.checks.written.resolution import page_of, split_fragment
from aushang.checks.written.site import WrittenSite
from aushang.model import ROOT, Position, Publication
from aushang.model.addresses import file_of

_LINKS = frozenset({"a", "area"})
# What no text can hold, so that nobody wrote it there, even where the same address stands in one.
_MADE = frozenset(
    {"refresh", "reload", "meta", "script", "form", "button", "iframe", "url()", "@import"}
)
_PICTURES = frozenset({"img", "source", "image"})
_NOUNS = {"refresh": "redirect", "iframe": "frame", "JSON-LD": "address in JSON-LD"}


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing to mend: what was written and where, and the site paths on which it shows.

    `element` is `a`, `img` or the like, or the word of a feed or of JSON for the place.
    `example` is one of the broken references. `is_authored` tells a link of the content from one
    that the theme or the program made; the place of the latter is a file of the written site.
    """

    element: str
    written: str
    position: Position
    pages: tuple[str, ...]
    example: Broken
    is_authored: bool

    @property
    def noun(self) -> str:
        """What to call it in a sentence."""
        if self.element in _LINKS:
            return "link"
        if self.element in _PICTURES:
            return "picture"
        return _NOUNS.get(self.element, f"`{self.element}`")


def causes(
    publication: Publication, written: WrittenSite, problems: Iterable[Problem]
) -> Iterator[Cause]:
    """The root causes of all references with one of these problems, each cause once."""
    wanted = frozenset(problems)
    same_problems = [broken for broken in written.broken if broken.problem in wanted]
    if not same_problems:
        return  # all texts would be walked over for nothing
    authored: dict[_Authored, list[Broken]] = {}
    made: dict[tuple[str, str], list[Broken]] = {}
    origins = _Origins(publication)
    for broken in same_problems:
        found = origins.of(broken, written.files[broken.file].sources)
        for origin in found:
            authored.setdefault(origin, []).append(broken)
        if not found:
            made.setdefault(_meant(broken), []).append(broken)
    for origin, same in authored.items():
        yield Cause(
            origin.kind, origin.target, origin.position, _pages(same), same[0], is_authored=True
        )
    for same in made.values():
        # On many pages: the theme or the program made it, and the first is where it can be seen.
        first = min(same, key=lambda broken: _as_shown(page_of(broken.file)))
        url, element = first.reference
        position = _position(first, same, written)
        yield Cause(element, url, position, _pages(same), first, is_authored=False)


@dataclass(frozen=True, slots=True)
class _Authored:
    """A reference in the content. `kind` and `address` are as in `Link`."""

    kind: str
    target: str
    address: str
    position: Position


class _Origins:
    """The references of the content, by what they became in the written files."""

    def __init__(self, publication: Publication) -> None:
        self._by_address: dict[str, list[_Authored]] = {}
        for authored in _authored(publication):
            self._by_address.setdefault(unquote(authored.address), []).append(authored)

    def of(self, broken: Broken, sources: tuple[str, ...]) -> list[_Authored]:
        """What authors wrote that became `broken`: in the file's own sources if it is there.

        A list shows excerpts of posts that it does not name as sources; there, and in feeds, every
        place where the same was written is meant.
        """
        url, element = broken.reference
        if element in _MADE or element.startswith("link"):
            return []
        found = list(self._by_address.get(unquote(url), ()))
        if broken.problem not in OF_THE_ADDRESS:
            path, fragment = broken.target.path, broken.target.fragment
            place = f"{ROOT}{path}#{fragment}" if fragment else ROOT + path
            found = [*self._by_address.get(unquote(place), ()), *found]
        own = [authored for authored in found if authored.position.path in sources]
        return own or found


def _meant(broken: Broken) -> tuple[str, str]:
    """What references have in common that have one cause: the place, or the address itself."""
    if broken.problem in OF_THE_ADDRESS:
        return broken.reference
    return broken.target.path, broken.target.fragment


def _authored(publication: Publication) -> Iterator[_Authored]:
    for text in texts(publication):
        for link in text.body.links:
            yield _Authored(link.kind, link.target, _without_query(link.address), link.position)
    for post in publication.all_posts:
        for number, related in enumerate(post.links):
            address = _without_query(related.address)
            yield _Authored("a", related.target, address, post.source.at("links", number))
    for contact in publication.contacts.values():
        if contact.url:
            yield _Authored("a", contact.url, contact.url, contact.source.at("url"))


def _without_query(address: str) -> str:
    if not address.startswith(ROOT):
        return address
    before, fragment = split_fragment(address)
    path = before.partition("?")[0]
    return f"{path}#{fragment}" if fragment else path


def _pages(same: Iterable[Broken]) -> tuple[str, ...]:
    # Pages before feeds and JSON: they are what one opens to look.
    return tuple(sorted({page_of(broken.file) for broken in same}, key=_as_shown))


def _as_shown(page: str) -> tuple[bool, str]:
    return file_of(page) == page, page


def _position(shown: Broken, same: list[Broken], written: WrittenSite) -> Position:
    # Made from one file only: it is the place to look at.
    sources = {written.files[broken.file].sources[0] for broken in same}
    source = sources.pop()
    if sources or source == shown.file:
        return written.place(shown.file, shown.reference.url)
    return Position(source)
