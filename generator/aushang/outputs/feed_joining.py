"""Feeds share their entries: each is spelt out once, and a feed is a join of bytes.

feedgen writes a feed with markers where entries go. The marker is a comment that holds the end of a
CDATA section: in text `<` is escaped, and within CDATA the three signs never stand together, so no
author can write one.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from lxml.etree import Comment

from aushang.model import Artifact, Kind, Publication, Site
from aushang.model.addresses import absolute, of_feed, of_feed_archive
from aushang.outputs.entries import Entry
from aushang.outputs.feeds import Feed, feeds
from aushang.outputs.words import Words

_MARK = "]]>"
_MARKER = f"<!--{_MARK}-->".encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Full addresses: a document's `own`, and where it leads to, empty where there is nothing.

    `current` is the feed that an archive belongs to, `older` and `newer` are the archives around.
    """

    own: str
    current: str = ""
    older: str = ""
    newer: str = ""


class Spelling(Protocol):
    """A way to spell feeds, whose module is the `source` of their files."""

    @property
    def suffix(self) -> str:
        """How the names of its files end, without a dot."""

    @property
    def media_type(self) -> str:
        """What they are."""

    @property
    def source(self) -> str:
        """The module."""

    def data(self, feed: Feed, ways: Ways, spelt: dict[Entry, bytes]) -> bytes:
        """A feed. Entries that it has to spell out are put into `spelt`, the others taken of it."""


def rendered(
    spelling: Spelling, publication: Publication, words: Mapping[str, Words]
) -> Iterator[Artifact]:
    """Every feed of a site in one format, without archives."""
    for language in publication.site.languages:
        joiner = Joiner(spelling, publication.site)
        yield from map(joiner.artifact, feeds(publication, words, [language]))


class Joiner:
    """Writes feeds of one edition in one format."""

    def __init__(self, spelling: Spelling, site: Site) -> None:
        self._spelling = spelling
        self._site = site
        self._spelt: dict[Entry, bytes] = {}

    def artifact(self, feed: Feed) -> Artifact:
        """The feed, or an archive of it, as a file."""
        spelling = self._spelling
        return Artifact(
            path=self._path(feed, feed.number),
            media_type=spelling.media_type,
            data=spelling.data(feed, self.ways(feed), self._spelt),
            kind=Kind.FEED,
            sources=(spelling.source,),
        )

    def ways(self, feed: Feed) -> Ways:
        """The addresses of the feed in this format."""
        return Ways(
            own=self._address(feed, feed.number),
            current=self._address(feed, 0) if feed.number else "",
            older=self._address(feed, feed.older) if feed.older else "",
            newer=self._address(feed, feed.newer) if feed.newer else "",
        )

    def _address(self, feed: Feed, number: int) -> str:
        return absolute(self._site, self._path(feed, number))

    def _path(self, feed: Feed, number: int) -> str:
        path = of_feed(self._site, feed.scope, feed.stream, self._spelling.suffix, feed.language)
        return of_feed_archive(path, number) if number else path


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A spelling of feeds in XML, through feedgen.

    `frame` makes feedgen's feed without entries, from a feed and its addresses; `spell` the element
    of an entry; `write` the bytes of feedgen's feed.
    """

    suffix: str
    media_type: str
    source: str
    frame: Callable[[Feed, Ways], Any]
    spell: Callable[[Entry], Any]
    write: Callable[[Any], bytes]

    def data(self, feed: Feed, ways: Ways, spelt: dict[Entry, bytes]) -> bytes:
        """See `Spelling`."""
        whole = self.frame(feed, ways)
        if not feed.entries:
            return self.write(whole)
        if feed.number:
            # What stands in an archive in XML stands in no other: nobody asks for its bytes again.
            for entry in feed.entries:
                whole.add_entry(_Ready(self.spell(entry)), order="append")
            return self.write(whole)
        new = [entry for entry in feed.entries if entry not in spelt]
        for entry in new:
            whole.add_entry(_Ready(Comment(_MARK)), order="append")
            whole.add_entry(_Ready(self.spell(entry)), order="append")
        whole.add_entry(_Ready(Comment(_MARK)), order="append")
        before, *parts, after = self.write(whole).split(_MARKER)
        spelt.update(zip(new, (part.strip() for part in parts), strict=True))
        indent = before[len(before.rstrip(b" ")) :]
        return before + (b"\n" + indent).join(spelt[one] for one in feed.entries) + after


class _Ready:
    """An element that is there already, as feedgen asks its entries for theirs."""

    def __init__(self, element: Any) -> None:
        self._element = element

    def rss_entry(self) -> Any:
        """The element, for RSS."""
        return self._element

    def atom_entry(self) -> Any:
        """The element, for Atom."""
        return self._element

    def register_extension(self, *_: object) -> None:
        """Nothing: the element has all it needs."""
