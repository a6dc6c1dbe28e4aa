"""Feeds are joined of bytes: the same bytes as feedgen writes for each of them alone."""

from dataclasses import replace
from typing import Any

import feedgen.entry
import feedgen.feed
import pytest
from lxml import etree
from tests.factories import make_body, make_post, make_posts, make_publication, make_text
from tests.plain_words import WORDS

from aushang.outputs import rss
from aushang.outputs.entries import Entry
from aushang.outputs.feed_joining import joined
from aushang.outputs.feeds import Feed, feeds

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


def frame(feed: Feed) -> Any:
    """A feed as small as feedgen writes one, in both formats."""
    made = feedgen.feed.FeedGenerator()
    made.load_extension("dc")
    made.id(feed.id)
    made.title(feed.title)
    made.description(feed.description)
    made.link(href=feed.home)
    made.updated(feed.updated)
    return made


def spelt(entry: Entry) -> Any:
    """An entry as small as feedgen writes one, in both formats."""
    made = feedgen.entry.FeedEntry()
    made.load_extension("dc")
    made.id(entry.id)
    made.title(entry.title)
    made.summary(entry.summary)
    made.content(entry.html, type="CDATA")
    made.updated(entry.updated)
    made.dc.dc_creator(entry.title)
    return made


def in_rss(made: Any) -> bytes:
    """The bytes in RSS."""
    return made.rss_str(pretty=True)


def in_atom(made: Any) -> bytes:
    """The bytes in Atom."""
    return made.atom_str(pretty=True)


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
        )
        for number, sign in enumerate(HOSTILE)
    ]


@pytest.mark.parametrize("write", [in_rss, in_atom])
@pytest.mark.parametrize("posts", [hostile_posts(), make_posts(40), []])
def test_a_joined_feed_is_what_feedgen_writes(write: Any, posts: list[Any]) -> None:
    """To the byte, for many entries and for none, whatever stands in them."""
    found = list(feeds(make_publication(posts), WORDS, ["de"]))
    for feed, data in joined(found, frame, spelt, write):
        alone = frame(feed)
        for entry in feed.entries:
            alone.add_entry(spelt(entry), order="append")
        assert data == write(alone)


def test_what_an_author_writes_cuts_no_feed() -> None:
    """Each text comes back whole through a parser."""
    publication = make_publication(hostile_posts())
    data = next(rss.render(publication, WORDS, ["de"])).data
    titles = [item.findtext("title") for item in etree.fromstring(data).iter("item")]
    assert sorted(titles) == sorted(f"A {sign} B" for sign in HOSTILE)
