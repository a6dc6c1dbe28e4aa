"""RSS 2.0, through feedgen. With `atom.py` the only place that knows it."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from email.utils import format_datetime
from html import escape
from typing import Any

import feedgen.entry  # type: ignore[import-untyped] # feedgen ships no types
import feedgen.feed  # type: ignore[import-untyped] # feedgen ships no types

from aushang.model import Artifact, Kind, Publication
from aushang.model.addresses import absolute
from aushang.outputs.entries import Entry
from aushang.outputs.feed_links import RSS
from aushang.outputs.feeds import Feed, feeds
from aushang.outputs.words import Words

# feedgen writes a date by switching the locale of the whole process three times, which is slow and
# unsafe beside other threads. The standard library writes the same text without it.
feedgen.entry.formatRFC2822 = format_datetime
feedgen.feed.formatRFC2822 = format_datetime


def render(
    publication: Publication, words: Mapping[str, Words], languages: Iterable[str] | None = None
) -> Iterator[Artifact]:
    """Every feed as RSS 2.0. Items that several feeds share are spelt out once."""
    items: dict[Entry, _Item] = {}
    for feed in feeds(publication, words, languages or publication.site.languages):
        for entry in feed.entries:
            if entry not in items:
                items[entry] = _Item(entry)
        path = feed.path(publication, "rss")
        channel = _channel(feed, absolute(publication.site, path))
        for entry in feed.entries:
            channel.add_entry(items[entry], order="append")  # newest first, as they come
        yield Artifact(
            path=path,
            media_type=RSS,
            data=channel.rss_str(pretty=True),
            kind=Kind.FEED,
            sources=(__name__,),
        )


def _channel(feed: Feed, address: str) -> Any:
    channel = feedgen.feed.FeedGenerator()
    channel.load_extension("dc", atom=False)
    channel.generator("Aushang")
    channel.title(feed.title)
    channel.description(feed.description)
    channel.language(feed.language)
    # The last link is the channel's own, so the home page must come after the feed's address.
    channel.link(href=address, rel="self", type=RSS)
    channel.link(href=feed.home, rel="alternate")
    channel.updated(feed.updated)  # else feedgen takes the clock
    channel.pubDate(feed.updated)
    return channel


class _Item:
    """An item in its final form. feedgen asks an entry for nothing else than these two methods."""

    def __init__(self, entry: Entry) -> None:
        item = feedgen.entry.FeedEntry()
        item.load_extension("dc", atom=False)
        item.guid(entry.id, permalink=False)
        item.title(entry.title)
        item.link(href=entry.url)
        # Readers take the description for HTML, so plain text is escaped once more than XML asks.
        item.description(escape(entry.summary, quote=False), isSummary=True)
        item.content(entry.html, type="CDATA")
        item.published(entry.published)
        item.updated(entry.updated)
        item.category([{"term": name, "label": name} for name in entry.categories])
        if entry.author:
            item.dc.dc_creator(entry.author.name)  # RSS's own author must be a mail address
        self._element = item.rss_entry()

    def rss_entry(self) -> Any:
        """A copy: an element of lxml stands in one tree only."""
        return deepcopy(self._element)

    def register_extension(self, *_: object) -> None:
        """Nothing: the extension's elements are in the element already."""
