"""Feeds share their entries: each is spelt out once, and a feed is a join of bytes.

feedgen writes a feed with markers where entries go. The marker is a comment that holds the end of a
CDATA section: in text `<` is escaped, and within CDATA the three signs never stand together, so no
author can write one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml.etree import Comment

from aushang.model import Artifact, Kind, Site
from aushang.model.addresses import absolute, of_feed
from aushang.outputs.entries import Entry
from aushang.outputs.feeds import Feed

_MARK = "]]>"
_MARKER = f"<!--{_MARK}-->".encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to spell feeds, whose module is the `source` of their files.

    `frame` makes feedgen's feed without entries, from a feed and its own address; `spell` the
    element of an entry; `write` the bytes of feedgen's feed.
    """

    suffix: str
    media_type: str
    source: str
    frame: Callable[[Feed, str], Any]
    spell: Callable[[Entry], Any]
    write: Callable[[Any], bytes]


class Joiner:
    """Writes feeds of one edition in one format."""

    def __init__(self, spelling: Format, site: Site) -> None:
        self._spelling = spelling
        self._site = site
        self._spelt: dict[Entry, bytes] = {}

    def artifact(self, feed: Feed) -> Artifact:
        """The feed as a file."""
        spelling, site = self._spelling, self._site
        path = of_feed(site, feed.scope, feed.stream, spelling.suffix, feed.language)
        return Artifact(
            path=path,
            media_type=spelling.media_type,
            data=self._data(feed, absolute(site, path)),
            kind=Kind.FEED,
            sources=(spelling.source,),
        )

    def _data(self, feed: Feed, address: str) -> bytes:
        spelling, spelt = self._spelling, self._spelt
        whole = spelling.frame(feed, address)
        if not feed.entries:
            return spelling.write(whole)
        new = [entry for entry in feed.entries if entry not in spelt]
        for entry in new:
            whole.add_entry(_Ready(Comment(_MARK)), order="append")
            whole.add_entry(_Ready(spelling.spell(entry)), order="append")
        whole.add_entry(_Ready(Comment(_MARK)), order="append")
        before, *parts, after = spelling.write(whole).split(_MARKER)
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
