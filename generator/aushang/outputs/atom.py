"""Atom (RFC 4287), through feedgen. With `rss.py` the only place that knows it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import feedgen.entry  # type: ignore[import-untyped] # feedgen ships no types
import feedgen.feed  # type: ignore[import-untyped] # feedgen ships no types

from aushang.model import Artifact, Kind, Publication
from aushang.model.addresses import absolute
from aushang.outputs.entries import Author, Entry
from aushang.outputs.feed_joining import joined
from aushang.outputs.feed_links import ATOM
from aushang.outputs.feeds import Feed, feeds
from aushang.outputs.words import Words


def render(
    publication: Publication, words: Mapping[str, Words], languages: Iterable[str] | None = None
) -> Iterator[Artifact]:
    """Every feed of the languages as Atom; without `languages` those of the site."""
    site = publication.site

    def whole(feed: Feed) -> Any:
        return _feed(feed, absolute(site, feed.path(publication, "atom")))

    for language in languages or site.languages:
        found = feeds(publication, words, [language])
        for feed, data in joined(found, whole, _entry, _written):
            yield Artifact(
                path=feed.path(publication, "atom"),
                media_type=ATOM,
                data=data,
                kind=Kind.FEED,
                sources=(__name__,),
            )


def _written(whole: Any) -> bytes:
    data: bytes = whole.atom_str(pretty=True)
    return data


def _feed(feed: Feed, address: str) -> Any:
    whole = feedgen.feed.FeedGenerator()
    whole.generator("Aushang")
    whole.id(feed.id)
    whole.title(feed.title)
    whole.subtitle(feed.description)
    whole.language(feed.language)
    whole.link(href=address, rel="self", type=ATOM)
    whole.link(href=feed.home, rel="alternate", type="text/html", hreflang=feed.language)
    whole.updated(feed.updated)  # else feedgen takes the clock
    # RFC 4287 §4.1.1: the feed has an author, or each of its entries has one.
    whole.author(_person(Author(feed.site_name, url=feed.site_url)))
    return whole


def _person(author: Author) -> dict[str, str]:
    fields = {"name": author.name, "uri": author.url}
    if "@" in author.email[1:-1]:  # RFC 4287 §3.2.3
        fields["email"] = author.email
    return {name: value for name, value in fields.items() if value}


def _entry(entry: Entry) -> Any:
    made = feedgen.entry.FeedEntry()
    made.id(entry.id)
    made.title(entry.title)
    made.link(href=entry.url)  # feedgen would drop any further attribute
    made.summary(entry.summary)
    made.content(entry.html, type="html")
    made.published(entry.published)
    made.updated(entry.updated)
    made.category([{"term": name, "label": name} for name in entry.categories])
    if entry.author:
        made.author(_person(entry.author))
    return made
