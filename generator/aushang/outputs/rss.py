"""RSS 2.0, through feedgen. With `atom.py` the only place that knows it."""

from collections.abc import Iterable, Iterator, Mapping
from email.utils import format_datetime
from html import escape
from typing import Any

import feedgen.entry  # type: ignore[import-untyped] # feedgen ships no types
import feedgen.feed  # type: ignore[import-untyped] # feedgen ships no types
from feedgen.ext.dc import (  # type: ignore[import-untyped] # feedgen ships no types
    DcEntryExtension,
    DcExtension,
)

from aushang.model import Artifact, Kind, Publication
from aushang.model.addresses import absolute
from aushang.outputs.entries import Entry
from aushang.outputs.feed_joining import joined
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
    """Every feed of the languages as RSS 2.0; without `languages` those of the site."""
    site = publication.site

    def channel(feed: Feed) -> Any:
        return _channel(feed, absolute(site, feed.path(publication, "rss")))

    for language in languages or site.languages:
        found = feeds(publication, words, [language])
        for feed, data in joined(found, channel, _item, _written):
            yield Artifact(
                path=feed.path(publication, "rss"),
                media_type=RSS,
                data=data,
                kind=Kind.FEED,
                sources=(__name__,),
            )


def _written(channel: Any) -> bytes:
    data: bytes = channel.rss_str(pretty=True)
    return data


def _channel(feed: Feed, address: str) -> Any:
    channel = feedgen.feed.FeedGenerator()
    channel.register_extension("dc", DcExtension, DcEntryExtension, atom=False)
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


def _item(entry: Entry) -> Any:
    item = feedgen.entry.FeedEntry()
    # Loading the extension by its name would look for a module that is not there: 0.06 ms an item.
    item.register_extension("dc", DcEntryExtension, atom=False)
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
    return item
