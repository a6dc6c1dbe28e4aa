"""Feeds are joined of bytes: the same bytes as feedgen writes for each of them alone."""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any

import feedgen.entry
import pytest
from feedgen.ext.dc import DcEntryExtension
from lxml import etree
from tests.factories import (
    make_body,
    make_contact,
    make_post,
    make_posts,
    make_publication,
    make_text,
)
from tests.plain_words import WORDS

from aushang.model.addresses import EVERYTHING
from aushang.outputs import atom, rss
from aushang.outputs.edition import Edition
from aushang.outputs.entries import Entry
from aushang.outputs.feed_joining import Format, Joiner, Ways
from aushang.outputs.feeds import Desk, Feed, archives, feeds

# Every sign that the joining leans on, in text and in HTML.
HOSTILE = (
    "<!--]]>-->",
    "<!--",
    "]]>",
    "]]>-->",
    "</item>\n    <item>",
    "<![CDATA[x]]>",
    "\n    <!--]]>-->\n",
)


def by_feedgen_in_rss(entry: Entry) -> Any:
    """An item as feedgen makes it."""
    made = feedgen.entry.FeedEntry()
    made.register_extension("dc", DcEntryExtension, atom=False)
    made.guid(entry.id, permalink=False)
    made.title(entry.title)
    made.link(href=entry.url)
    made.description(escape(entry.summary, quote=False), isSummary=True)
    made.content(entry.html, type="CDATA")
    made.published(entry.published)
    made.category([{"term": name, "label": name} for name in entry.categories])
    if entry.author:
        made.dc.dc_creator(entry.author.name)
    return made


def by_feedgen_in_atom(entry: Entry) -> Any:
    """An entry as feedgen makes it."""
    made = feedgen.entry.FeedEntry()
    made.id(entry.id)
    made.title(entry.title)
    made.link(href=entry.url)
    made.summary(entry.summary)
    made.content(entry.html, type="html")
    made.published(entry.published)
    made.updated(entry.updated)
    made.category([{"term": name, "label": name} for name in entry.categories])
    if entry.author:
        given = {"name": entry.author.name, "email": entry.author.email, "uri": entry.author.url}
        made.author({name: value for name, value in given.items() if value})
    return made


def by_feedgen(spelling: Format, entry: Callable[[Entry], Any], feed: Feed, ways: Ways) -> bytes:
    """A whole feed without our joining and without our elements."""
    whole = spelling.frame(feed, ways)
    for one in feed.entries:
        whole.add_entry(entry(one), order="append")
    return spelling.write(whole)


def hostile_posts() -> list[Any]:
    """A post for each sign, with the sign wherever an author can write."""
    return [
        make_post(
            f"post-{number}",
            texts={
                "de": replace(
                    make_text(title=f"A {sign} B"),
                    summary=sign,
                    body=make_body(text=sign, html=f"<p>{sign}"),
                )
            },
            tags=(sign,),
        )
        for number, sign in enumerate(HOSTILE)
    ]


@pytest.mark.parametrize(
    ("spelling", "entry"),
    [(rss.SPELLING, by_feedgen_in_rss), (atom.SPELLING, by_feedgen_in_atom)],
    ids=["rss", "atom"],
)
@pytest.mark.parametrize("posts", [hostile_posts(), make_posts(40), []])
@pytest.mark.parametrize(
    "contacts",
    [{}, {"jana-weiss": make_contact()}, {"jana-weiss": make_contact(email="", url="")}],
    ids=["nobody", "reachable", "name"],
)
def test_a_joined_feed_is_what_feedgen_writes(
    spelling: Format, entry: Callable[[Entry], Any], posts: list[Any], contacts: dict[str, Any]
) -> None:
    """To the byte, for many entries and for none, whatever stands in them, in any order."""
    publication = make_publication(posts, contacts=contacts)
    found = list(feeds(publication, WORDS, ["de"]))
    for order in (found, found[::-1]):
        joiner = Joiner(spelling, publication.site)
        for feed in order:
            expected = by_feedgen(spelling, entry, feed, joiner.ways(feed))
            assert joiner.artifact(feed).data == expected


def test_what_an_author_writes_cuts_no_feed() -> None:
    """Each text comes back whole through a parser."""
    publication = make_publication(hostile_posts())
    data = next(rss.render(publication, WORDS)).data
    titles = [item.findtext("title") for item in etree.fromstring(data).iter("item")]
    assert sorted(titles) == sorted(f"A {sign} B" for sign in HOSTILE)


@pytest.mark.parametrize("spelling", [rss.SPELLING, atom.SPELLING])
def test_archives_are_written_as_feeds_are(spelling: Format) -> None:
    """Their entries are spelt in one go; taken apart like those of a feed, they are the same."""
    edition = Edition(make_publication(list(make_posts(40))), "de", WORDS["de"])
    posts = archives(edition.publication, "de", EVERYTHING)[0]
    texts = [
        replace(post, texts={"de": replace(post.texts["de"], title=sign)})
        for post, sign in zip(posts, HOSTILE, strict=False)
    ]
    archive = Desk(edition).archive(EVERYTHING, [*texts, *posts[len(texts) :]], 1, newer=0)
    ways = Joiner(spelling, edition.site).ways(archive)
    assert spelling.data(archive, ways, {}) == spelling.data(replace(archive, number=0), ways, {})
