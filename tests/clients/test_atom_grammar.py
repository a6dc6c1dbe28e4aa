"""Atom feeds against the grammar of RFC 4287 and the rules that the grammar cannot say."""

from pathlib import Path

import pytest
from lxml import etree
from tests.factories import (
    by_path,
    make_bilingual_post,
    make_body,
    make_contact,
    make_publication,
    make_text,
    make_update,
)
from tests.plain_words import WORDS

from aushang.outputs import atom

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
ATOM = {"a": "http://www.w3.org/2005/Atom"}
HOSTILE = "Tom & Jerry <b>]]></b> „ä“ 🧖 שלום"


def publications():
    """Usual content, none at all, hostile words, and a contact whose address is no address."""
    texts = {
        "de": make_text("de", HOSTILE, summary="", body=make_body("x", '<p a="&gt;">]]&gt;</p>'))
    }
    return {
        "usual": make_publication(),
        "empty": make_publication([]),
        "hostile": make_publication(
            [make_bilingual_post(texts=texts, tags=(HOSTILE,), updates=(make_update(text="&"),))]
        ),
        "odd contact": make_publication(contacts={"jana-weiss": make_contact(email="nobody")}),
    }


@pytest.mark.parametrize("name", publications())
def test_every_atom_feed_meets_the_grammar(name):
    """Whatever the content holds, RFC 4287 accepts the feed."""
    for path, data in by_path(atom.render(publications()[name], WORDS)).items():
        assert GRAMMAR.validate(etree.fromstring(data)), f"{path}: {GRAMMAR.error_log}"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"<published>2026-11-20T09:00:00+01:00<", b"<published>20.11.26<"),
        (b'type="html"', b'type="CDATA"'),
        (b"<id>tag:", b"<guid>x</guid><id>tag:"),
        (b"@kraftraum.example</email>", b"</email>"),
        (b"<category term=", b"<category name="),
    ],
)
def test_the_grammar_refuses_what_is_wrong(right, wrong):
    """The grammar can fail: one wrong thing in a good feed is enough."""
    data = by_path(atom.render(make_publication(), WORDS))["feeds/posts.atom"]
    assert right in data
    assert not GRAMMAR.validate(etree.fromstring(data.replace(right, wrong)))


def test_each_entry_has_an_author_a_link_and_content():
    """RFC 4287 §4.1.1 and §4.1.2, which the appendix states outside the grammar."""
    for data in by_path(atom.render(make_publication(), WORDS)).values():
        feed = etree.fromstring(data)
        assert feed.findtext("a:author/a:name", namespaces=ATOM) == "Kraftraum"
        for entry in feed.findall("a:entry", ATOM):
            assert entry.findtext("a:author/a:name", namespaces=ATOM) == "Jana Weiß"
            assert entry.find("a:link", ATOM).get("rel", "alternate") == "alternate"
            assert entry.findtext("a:content", namespaces=ATOM)


def test_ids_are_unique_within_a_feed_and_over_feeds():
    """RFC 4287 §4.2.6: an id names one entry or one feed, for ever."""
    feeds = [
        etree.fromstring(data) for data in by_path(atom.render(make_publication(), WORDS)).values()
    ]
    own = [feed.findtext("a:id", namespaces=ATOM) for feed in feeds]
    assert len(set(own)) == len(own)
    for feed in feeds:
        ids = [entry.findtext("a:id", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]
        assert len(set(ids)) == len(ids)
        assert not set(ids) & set(own)
