"""Any words survive every machine output and come back equal through other people's parsers."""

import json
import random
from html import unescape

import feedparser
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.factories import (
    by_path,
    make_bilingual_post,
    make_body,
    make_contact,
    make_location,
    make_posts,
    make_publication,
    make_service,
    make_site,
    make_text,
    make_update,
)
from tests.plain_words import WORDS
from tests.title_words import one_line

from aushang.model import Localised
from aushang.model.addresses import EVERYTHING
from aushang.outputs import api, atom, json_feed, rss, sitemap
from aushang.outputs.edition import Edition
from aushang.outputs.feed_joining import Joiner
from aushang.outputs.feed_units import feed_units
from aushang.outputs.feeds import Desk

LINES = one_line(60)
# What must never break a build even so: lone surrogates and control characters.
ANYTHING = st.text(st.characters(), min_size=1, max_size=60)
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM = "{http://www.w3.org/2005/Atom}"

hostile = [
    "Tom & Jerry",
    "a < b > c",
    "]]>",
    "<![CDATA[x]]>",
    "&amp; &lt;b&gt;",
    "„Größe“ 'x' \"y\"",
    "🧖‍♀️ Sauna 👨‍👩‍👧",
    "שלום עולם",
    "e\u0301 é",
    "</title><script>alert(1)</script>",
    "x" * 3000,
]


def with_examples(test):
    """The words that broke other people's feeds, always tried."""
    for words in hostile:
        test = example(words)(test)
    return test


def publication_with(words):
    """The words in a title, a text, a tag, a service and the person."""
    html = f"<p>{words.replace('&', '&amp;').replace('<', '&lt;')}</p>"
    texts = {"de": make_text("de", words, summary=words, body=make_body(words, html), slug="a")}
    post = make_bilingual_post(texts=texts, tags=(words,), updates=(make_update(text=words),))
    return make_publication(
        [post],
        site=make_site(languages=("de",)),
        services={"sauna": make_service(name=words)},
        locations={"mitte": make_location()},
        contacts={"jana-weiss": make_contact(name=words, role=Localised({"de": words}))},
    )


@with_examples
@given(LINES)
@settings(deadline=None, max_examples=60)
def test_any_words_come_back_from_rss_and_atom(words):
    """Title, text, category and author are read back as they were written, by XML's own rules."""
    publication = publication_with(words)
    item = etree.fromstring(by_path(rss.render(publication, WORDS))["feeds/posts.rss"]).find(
        ".//item"
    )
    assert item.findtext("title") == words
    assert unescape(item.findtext("description")) == words
    assert words in unescape(item.findtext(CONTENT))
    assert words in [category.text for category in item.findall("category")]
    assert item.findtext("{http://purl.org/dc/elements/1.1/}creator") == words
    feed = etree.fromstring(by_path(atom.render(publication, WORDS))["feeds/posts.atom"])
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == words
    assert entry.findtext(f"{ATOM}summary") == words
    assert words in unescape(entry.findtext(f"{ATOM}content"))
    terms = {category.get("term") for category in entry.findall(f"{ATOM}category")}
    assert {category.get("label") for category in entry.findall(f"{ATOM}category")} == terms
    assert words in terms
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == words


def is_mended(words):
    """Whether feedparser takes the words for UTF-8 that somebody read as Latin-1, as in “Ã¤”."""
    try:
        return words.encode("latin-1").decode() != words
    except UnicodeError:
        return False


@with_examples
@given(LINES)
@settings(deadline=None, max_examples=60)
def test_feedparser_reads_the_same_title(words):
    """A reader shows the title as it was written, encoded exactly once."""
    assume(not is_mended(words))
    publication = publication_with(words)
    data = by_path(atom.render(publication, WORDS))["feeds/updates.atom"]
    parsed = feedparser.parse(data, sanitize_html=False)
    assert not parsed.bozo
    assert [entry.title for entry in parsed.entries] == [f"monitoring: {words}", words]
    parsed = feedparser.parse(
        by_path(rss.render(publication, WORDS))["feeds/updates.rss"], sanitize_html=False
    )
    assert not parsed.bozo
    if unescape(words) == words:  # feedparser decodes an RSS title twice, as if it were HTML
        assert [entry.title for entry in parsed.entries] == [f"monitoring: {words}", words]


@with_examples
@given(LINES)
@settings(deadline=None, max_examples=60)
def test_any_words_come_back_from_json_feed(words):
    """Title, summary, text, category and author, in the feed and in an archive."""
    publication = publication_with(words)
    (item,) = json.loads(by_path(json_feed.render(publication, WORDS))["feeds/posts.json"])["items"]
    post, edition = publication.posts[0], Edition(publication, "de", WORDS["de"])
    archive = Desk(edition).archive(EVERYTHING, [post], 1, newer=0)
    data = Joiner(json_feed.SPELLING, publication.site).artifact(archive).data
    (archived,) = json.loads(data)["items"]
    assert words in unescape(item["content_html"])
    assert archived["content_text"] == words
    for found in (item, archived):
        assert found["title"] == words
        assert found["summary"] == words
        assert words in found["tags"]
        assert found["authors"][0]["name"] == words
    assert json.dumps(words, ensure_ascii=False) in data.decode()


@with_examples
@given(LINES)
@settings(deadline=None, max_examples=60)
def test_any_words_come_back_from_the_api(words):
    """JSON carries every word as it is, readable and not escaped to ASCII."""
    data = by_path(api.render(publication_with(words), WORDS))
    file = data["api/v1/posts/2026-11-20-sauna-mitte.json"]
    post = json.loads(file)["data"]
    assert post["texts"]["de"]["title"] == words
    assert post["texts"]["de"]["text"] == words
    assert post["tags"] == [words]
    assert post["contact"]["name"] == words
    assert json.dumps(words, ensure_ascii=False) in file.decode()


@given(ANYTHING)
@example("\ud800 lone")
@example("\x00\x1b\x7f\ufffe")
@settings(deadline=None, max_examples=60)
def test_no_character_takes_a_file_with_it(words):
    """Even what no content may hold leaves every feed well-formed and every file JSON."""
    publication = publication_with(words)
    for data in [
        *by_path(rss.render(publication, WORDS)).values(),
        *by_path(atom.render(publication, WORDS)).values(),
    ]:
        etree.fromstring(data)
    for module in (api, json_feed):
        for data in by_path(module.render(publication, WORDS)).values():
            json.loads(data.decode())


@given(st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=10)
def test_shuffled_posts_give_the_same_bytes(chance: random.Random):
    """No output depends on the order in which posts were read, nor on the clock."""
    posts = list(make_posts(40, published=make_posts(1)[0].published))
    expected = everything(make_publication(posts))
    chance.shuffle(posts)
    assert everything(make_publication(posts)) == expected


def everything(publication):
    """Feeds, API and sitemap by path."""
    found = {}
    for module in (rss, atom, json_feed, api):
        found |= by_path(module.render(publication, WORDS))
    for language, words in WORDS.items():
        for unit in feed_units(publication, words, language):
            found |= by_path(unit.make()) if unit.name.startswith("archive:") else {}
    return found | by_path(sitemap.render(publication, ()))
