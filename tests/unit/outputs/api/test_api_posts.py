"""Posts in the API."""

from datetime import date
from decimal import Decimal

import pytest
from tests.factories import (
    berlin,
    make_bilingual_post,
    make_body,
    make_post,
    make_publication,
    make_text,
    make_update,
)
from tests.plain_words import WORDS

from aushang.model import ROOT, Fee, Localised, Period, Price, RelatedLink
from aushang.outputs.api import posts
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.shared import Shared

SITE = "https://aktuell.kraftraum.example/"


def shown(post, **fields):
    """The post as the API shows it, as plain values."""
    directory = Directory(make_publication([post], **fields), WORDS)
    return posts.post(directory, post, Shared(directory))


def test_a_post_says_everything_in_every_language():
    """Title, summary, HTML, plain text and address stand side by side by language."""
    post = shown(make_bilingual_post())
    assert post["texts"] == {
        "de": {
            "title": "Die Sauna in Mitte ist wieder offen",
            "summary": "Ab Montag, 6 Uhr.",
            "html": "<p>Die Sauna ist offen.</p>",
            "text": "Die Sauna ist offen.",
            "url": f"{SITE}meldungen/2026-11-20-sauna-mitte/",
        },
        "en": {
            "title": "The sauna in Mitte is open again",
            "summary": "From Monday, 6 am.",
            "html": "<p>The sauna is open.</p>",
            "text": "The sauna is open.",
            "url": f"{SITE}en/posts/2026-11-20-sauna-mitte/",
        },
    }
    assert post["services"] == [{"id": "sauna", "name": {"de": "Sauna", "en": "Sauna"}}]
    assert post["locations"] == [{"id": "mitte", "name": {"de": "Mitte", "en": "Mitte"}}]
    assert post["contact"]["name"] == "Jana Weiß"
    assert post["contact"]["answers_within"] == {"de": "einem Werktag", "en": "one working day"}


def test_times_are_rfc_3339_and_missing_ones_null():
    """What nobody said is null; what follows from the rule of phases has fields of its own."""
    post = shown(make_post(starts="2026-11-23T06:00", next_update="2026-11-27T12:00"))
    times = {
        name: post[name]
        for name in ("published", "updated", "modified", "starts", "ends", "next_update")
    }
    assert times == {
        "published": "2026-11-20T09:00:00+01:00",
        "updated": None,
        "modified": "2026-11-20T09:00:00+01:00",
        "starts": "2026-11-23T06:00:00+01:00",
        "ends": None,
        "next_update": "2026-11-27T12:00:00+01:00",
    }


@pytest.mark.parametrize(
    ("fields", "phase", "until"),
    [
        ({}, "current", "2026-12-04T09:00:00+01:00"),
        ({"starts": "2026-11-23T06:00"}, "upcoming", "2026-12-07T06:00:00+01:00"),
        ({"type": "closure"}, "current", None),
        ({"type": "closure", "ends": "2026-11-21T12:00"}, "over", "2026-11-21T12:00:00+01:00"),
    ],
)
def test_the_phase_follows_from_two_times(fields, phase, until):
    """An app that compares its now with both finds what was written, and stays right later."""
    post = shown(make_post(**fields))
    assert post["phase"] == phase
    assert post["current_until"] == until
    assert post["current_from"] == (post["starts"] or post["published"])


def test_an_update_has_an_id_and_its_place_on_the_page():
    """Newest first, in the languages that it was said in, with the id that the feeds use."""
    updates = (make_update("2026-11-20T18:00"), make_update(english="Done.", status=None))
    newest, older = shown(make_bilingual_post(updates=updates))["updates"]
    key = "update-20261121T090000Z"
    assert newest == {
        "id": key,
        "guid": f"tag:kraftraum.example,2026:2026-11-20-sauna-mitte/{key}",
        "at": "2026-11-21T10:00:00+01:00",
        "status": None,
        "texts": {
            "de": {
                "html": "<p>Die Aufgüsse beginnen am Dienstag.</p>",
                "text": "Die Aufgüsse beginnen am Dienstag.",
                "url": f"{SITE}meldungen/2026-11-20-sauna-mitte/#{key}",
            },
            "en": {
                "html": "<p>Done.</p>",
                "text": "Done.",
                "url": f"{SITE}en/posts/2026-11-20-sauna-mitte/#{key}",
            },
        },
    }
    assert (older["status"], list(older["texts"])) == ("monitoring", ["de"])


def test_html_and_further_reading_have_whole_addresses():
    """No app knows a page from which a link could start."""
    html = f'<p><a href="{ROOT}standorte/ost/">Ost</a><a href="#fn">1</a></p>'
    texts = {"de": make_text("de", body=make_body("x", html), slug="a")}
    links = (
        RelatedLink("Ost", "../locations/ost.yml", f"{ROOT}standorte/ost/"),
        RelatedLink("Amt", "https://amt.example/", "https://amt.example/"),
    )
    post = shown(make_post(texts=texts, links=links))
    assert post["texts"]["de"]["html"] == (
        f'<p><a href="{SITE}standorte/ost/">Ost</a><a href="{SITE}meldungen/a/#fn">1</a></p>'
    )
    assert post["related"] == [
        {"title": "Ost", "url": f"{SITE}standorte/ost/"},
        {"title": "Amt", "url": "https://amt.example/"},
    ]


def test_about_everything_is_an_empty_list_and_nobody_is_null():
    """Empty services or places mean all of them; ids that are not known are left out."""
    post = shown(make_post(services=(), locations=("gone",), effect=None), contacts={})
    assert (post["services"], post["locations"], post["effect"]) == ([], [], None)
    assert post["contact"] is None


def test_a_post_names_the_feeds_that_it_stands_in():
    """Those of its services and places in its languages; of everything if it names none."""
    directory = Directory(make_publication([]), WORDS)
    named = [feed["rss"].removeprefix(SITE) for feed in directory.feeds_of(make_post())]
    assert named == [
        "feeds/services/sauna/posts.rss",
        "feeds/services/sauna/updates.rss",
        "feeds/locations/mitte/posts.rss",
        "feeds/locations/mitte/updates.rss",
    ]
    everything = directory.feeds_of(make_bilingual_post(services=(), locations=()))
    assert [feed["atom"].removeprefix(SITE) for feed in everything] == [
        "feeds/posts.atom",
        "feeds/updates.atom",
        "en/feeds/posts.atom",
        "en/feeds/updates.atom",
    ]


def test_a_line_of_the_list_is_short():
    """Ids instead of objects, no texts, no updates."""
    post = make_bilingual_post(updated=berlin("2026-11-20T10:00"))
    line = posts.summary(Directory(make_publication([post]), WORDS), post)
    assert line["services"] == ["sauna"]
    assert line["modified"] == "2026-11-20T10:00:00+01:00"
    assert set(line["texts"]["en"]) == {"title", "summary", "url"}
    assert "updates" not in line


def test_prices_are_texts_with_their_sums():
    """Decimal texts, what is worked out beside what was written, null for what there is not."""
    name = Localised({"de": "Vertrag", "en": "Contract"})
    fees = (Fee(Localised({"de": "Aufnahme"}), Decimal(29)),)
    contract = Price(
        label=name,
        old=Decimal("39.9"),
        new=Decimal("42.90"),
        per=Period.MONTH,
        since=date(2027, 2, 1),
        fees=fees,
        minimum_term=12,
    )
    card = Price(label=name, old=None, new=Decimal(0), per=Period.VISIT, since=date(2027, 2, 1))
    first, second = shown(make_post("a", type="price", prices=(contract, card)))["prices"]
    assert first == {
        "label": {"de": "Vertrag", "en": "Contract"},
        "old": "39.90",
        "new": "42.90",
        "currency": "EUR",
        "per": "month",
        "since": "2027-02-01",
        "fees": [{"name": {"de": "Aufnahme", "en": "Aufnahme"}, "amount": "29.00", "per": "once"}],
        "minimum_term": 12,
        "total": "543.80",
        "monthly": "45.32",
    }
    assert second["old"] is second["minimum_term"] is second["total"] is second["monthly"] is None
    assert (second["new"], second["fees"]) == ("0.00", [])
