"""Entries: what one item of a feed says."""

from datetime import datetime

import pytest
from tests.factories import (
    make_bilingual_post,
    make_body,
    make_contact,
    make_post,
    make_publication,
    make_text,
    make_update,
)
from tests.plain_words import WORDS

from aushang.model import ROOT, UpdateStatus
from aushang.outputs.edition import Edition
from aushang.outputs.entries import Author, announcement_entry, post_entry, update_entry

PAGE = "https://aktuell.kraftraum.example/meldungen/2026-11-20-sauna-mitte/"


def edition(language="de", **fields):
    """An edition of the usual publication."""
    return Edition(make_publication([], **fields), language, WORDS[language])


def test_a_post_entry_tells_facts_then_updates_then_the_post():
    """The newest word stands right below the facts, the post's own text last under its date."""
    first = make_update("2026-11-20T18:00", "Erstens.", UpdateStatus.INVESTIGATING)
    second = make_update("2026-11-21T10:00", "Zweitens.", UpdateStatus.RESOLVED)
    entry = post_entry(edition(), make_post(updates=(first, second)))
    facts, _, rest = entry.html.partition("</ul>")
    assert facts.startswith("<ul><li>")
    assert rest == (
        "<h2>Update 2026-11-21 10:00 resolved</h2><p>Zweitens.</p>"
        "<h2>Update 2026-11-20 18:00 investigating</h2><p>Erstens.</p>"
        "<h2>Meldung 2026-11-20 09:00</h2><p>Die Sauna ist offen.</p>"
    )


def test_a_post_without_updates_needs_no_heading():
    """Where nothing was added, the text follows the facts at once."""
    assert post_entry(edition(), make_post()).html.endswith("</ul><p>Die Sauna ist offen.</p>")


def test_times_are_local_and_updated_counts_the_updates():
    """`updated` is the newest word on the matter, in the site's zone."""
    said = datetime.fromisoformat("2026-11-21T10:00:30.5+00:00")
    entry = post_entry(edition(), make_post(updates=(make_update(said),)))
    assert entry.published.isoformat() == "2026-11-20T09:00:00+01:00"
    assert entry.updated.isoformat() == "2026-11-21T11:00:30+01:00"


def test_an_announcement_leaves_out_what_was_said_later():
    """In the updates stream the post is the first word only, and only a correction moves it."""
    post = make_post(updates=(make_update(text="Später."),), updated="2026-11-20T10:00")
    entry = announcement_entry(edition(), post)
    assert "Später." not in entry.html
    assert entry.updated.isoformat() == "2026-11-20T10:00:00+01:00"
    assert entry.id == post_entry(edition(), post).id


def test_an_update_entry_has_its_own_id_address_and_time():
    """The id is made of the post's id and the update's time, never of its position."""
    update = make_update("2026-11-21T10:00", "Erster Satz.\n\nZweiter Absatz.")
    entry = update_entry(edition(), make_post(), update)
    key = "update-20261121T090000Z"
    assert entry.id == f"tag:kraftraum.example,2026:2026-11-20-sauna-mitte/{key}"
    assert entry.url == f"{PAGE}#{key}"
    assert entry.title == "monitoring: Die Sauna in Mitte ist wieder offen"
    assert entry.summary == "Erster Satz."
    assert entry.published == entry.updated == update.at
    assert entry.html.startswith("<p>Erster Satz.")
    assert "Jana Weiß" in entry.html


def test_an_untranslated_update_is_shown_as_it_was_said():
    """A closure announced in German alone reaches English readers, marked as German."""
    update = make_update(text="Das Bad bleibt zu.")
    entry = update_entry(edition("en"), make_bilingual_post(), update)
    assert entry.html.startswith('<div lang="de"><p>Das Bad bleibt zu.</p></div>')
    assert entry.summary == "Das Bad bleibt zu."


def test_addresses_in_the_text_are_absolute():
    """A reader knows no page to start from: pages, pictures and anchors get the whole address."""
    html = (
        f'<p><a href="{ROOT}standorte/mitte/">Mitte</a> <img src="{ROOT}media/a.png" alt="x">'
        '<a href="#fn-1">1</a> <a href="https://a.example/#b">b</a></p>'
        '<pre><code>&lt;a href="#x"&gt;</code></pre>'
    )
    texts = {"de": make_text("de", body=make_body("x", html), slug="2026-11-20-sauna-mitte")}
    entry = post_entry(edition(), make_post(texts=texts))
    assert entry.html.endswith(
        '<p><a href="https://aktuell.kraftraum.example/standorte/mitte/">Mitte</a>'
        ' <img src="https://aktuell.kraftraum.example/media/a.png" alt="x">'
        f'<a href="{PAGE}#fn-1">1</a> <a href="https://a.example/#b">b</a></p>'
        '<pre><code>&lt;a href="#x"&gt;</code></pre>'
    )


@pytest.mark.parametrize("summary", ["", "  \n"])
def test_an_empty_summary_is_the_title(summary):
    """RSS would otherwise move the whole text into the description."""
    texts = {"de": make_text("de", summary=summary)}
    entry = post_entry(edition(), make_post(texts=texts))
    assert entry.summary == "Die Sauna in Mitte ist wieder offen"


def test_categories_are_the_names_that_customers_read_each_once():
    """Type, services, places, then tags; what is there twice stands once, what is unknown not."""
    post = make_post(services=("sauna", "gone"), tags=("Sauna", "Dampf", " "))
    assert post_entry(edition(), post).categories == ("*reopening", "Sauna", "Mitte", "Dampf")


def test_the_author_is_the_person_to_ask():
    """The post's contact, else the site's, else nobody."""
    other = {"a": make_contact("a", "Ada", email="", url="https://a.example/")}
    assert post_entry(edition(contacts=other), make_post(contact="a")).author == Author(
        "Ada", "", "https://a.example/"
    )
    assert post_entry(edition(), make_post(contact="")).author == Author(
        "Jana Weiß", "jana.weiss@kraftraum.example", ""
    )
    assert post_entry(edition(contacts={}), make_post()).author is None
