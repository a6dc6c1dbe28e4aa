"""The page of a post: what, where, when, what was said since, and whom to ask."""

import json

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
from tests.page_reading import facts_of, one, parsed, sheets_of, shown, texts, words_of

from aushang.model import (
    Body,
    Effect,
    Heading,
    Localised,
    Position,
    PostType,
    RelatedLink,
    UpdateStatus,
)

CLOSURE = {"type": PostType.CLOSURE, "effect": Effect.CLOSED}
HOSTILE = "</title><script>alert(1)</script> & “Zitat” <b>"


def page_of(post, path="meldungen/a/", **fields):
    """The page of a post that is alone in its publication, as it is shown then."""
    return shown(sheets_of(make_publication([post], **fields))[path])


def test_type_title_and_state_lead() -> None:
    """The kind of notice leads to all of its kind; the state is a word."""
    tree = page_of(make_post("a", **CLOSURE))
    assert words_of(one(tree, "h1")) == "Die Sauna in Mitte ist wieder offen"
    assert one(tree, ".au-card__about a").attributes["href"] == "\x02/themen/schliessung/"
    assert words_of(one(tree, ".au-post__head .au-badge--closed")) == "Geschlossen"


def test_facts_say_when_where_and_what() -> None:
    """Period, places and services with links, the next word, and when it was said."""
    post = make_post(
        "a",
        **CLOSURE,
        services=("sauna", "kurse"),
        starts="2026-11-20T06:00",
        ends="2026-12-20T22:00",
        updated="2026-11-20T12:00",
        next_update="2026-11-27T12:00",
    )
    tree = page_of(post)
    assert facts_of(tree, ".au-facts") == {
        "Gilt": "20. November, 6:00 Uhr, bis 20. Dezember 2026, 22:00 Uhr",
        "Standort": "Mitte",
        "Angebote": "Sauna, Rückenkurse & mehr",
        "Nächste Nachricht": "spätestens Fr., 27. November 2026, 12:00 Uhr",
        "Veröffentlicht": "Fr., 20. November 2026, 9:00 Uhr",
        "Berichtigt": "Fr., 20. November 2026, 12:00 Uhr",
    }
    addresses = [node.attributes["href"] for node in tree.css(".au-facts a")]
    assert addresses == ["\x02/standorte/mitte/", "\x02/angebote/sauna/", "\x02/angebote/kurse/"]


def test_a_post_about_everything_says_so() -> None:
    """Naming no service or place means all of them."""
    facts = facts_of(page_of(make_post("a", services=(), locations=())), ".au-facts")
    assert facts["Standorte"] == "alle Standorte"
    assert facts["Angebote"] == "alle Angebote"


def test_a_site_without_places_and_services_has_no_such_facts() -> None:
    """What the site does not have is not named."""
    post = make_post("a", services=(), locations=())
    facts = facts_of(page_of(post, services={}, locations={}), ".au-facts")
    assert set(facts) == {"Veröffentlicht"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"starts": "2026-11-20T06:00"}, "seit Fr., 20. November 2026, 6:00 Uhr, bis auf Weiteres"),
        ({}, "bis auf Weiteres"),
        ({"starts": "2026-11-25T06:00"}, "ab Mi., 25. November 2026, 6:00 Uhr"),
        ({"ends": "2026-11-25T06:00"}, "bis Mi., 25. November 2026, 6:00 Uhr"),
    ],
)
def test_open_periods_of_a_closure(fields: dict[str, str], expected: str) -> None:
    """What has no end holds until further notice; what has not begun holds from then on."""
    facts = facts_of(page_of(make_post("a", **CLOSURE, **fields)), ".au-facts")
    assert facts["Gilt"] == expected


def test_news_without_times_claims_no_period() -> None:
    """Our own rule of two weeks is not told as if the author had said it."""
    post = make_post("a", type=PostType.NEWS, effect=None)
    assert "Gilt" not in facts_of(page_of(post), ".au-facts")


def test_a_resolved_closure_ended_with_the_word_that_said_so() -> None:
    """The update that resolves the matter is its end, and the page is marked as over."""
    update = make_update("2026-11-21T10:00", status=UpdateStatus.RESOLVED)
    tree = page_of(make_post("a", **CLOSURE, starts="2026-11-20T06:00", updates=(update,)))
    facts = facts_of(tree, ".au-facts")
    assert facts["Gilt"] == ("20. November, 6:00 Uhr, bis 21. November 2026, 10:00 Uhr")
    assert facts["Auswirkung"] == "Geschlossen"
    assert words_of(one(tree, ".au-badge--over")) == "Abgelaufen"
    assert words_of(one(tree, ".au-over")) == (
        "Diese Meldung ist abgelaufen. Was zurzeit gilt, steht auf der Startseite."
    )


def test_updates_stand_newest_first_with_their_anchors() -> None:
    """Each update has the anchor that feeds link to, its time, its status and its text."""
    updates = (
        make_update("2026-11-20T15:00", "Wir suchen.", UpdateStatus.INVESTIGATING),
        make_update("2026-11-21T10:00", "Es läuft.", None),
    )
    tree = page_of(make_post("a", updates=updates))
    items = tree.css(".au-updates li")
    assert [item.attributes["id"] for item in items] == [
        "update-20261121T090000Z",
        "update-20261120T140000Z",
    ]
    assert [words_of(item) for item in items] == [
        "Sa., 21. November 2026, 10:00 Uhr Es läuft.",
        "Fr., 20. November 2026, 15:00 Uhr Ursache wird gesucht Wir suchen.",
    ]
    assert words_of(one(tree, "#au-notice")) == "Meldung vom 20. November 2026"


def test_an_update_without_translation_keeps_its_language() -> None:
    """English readers get the German word, marked as German."""
    update = make_update("2026-11-21T10:00", "Es läuft.")
    post = make_bilingual_post("a", updates=(update,))
    tree = page_of(post, "en/posts/a/")
    assert one(tree, ".au-updates .au-prose").attributes["lang"] == "de"


def test_the_contact_is_a_person_with_a_promise() -> None:
    """Name, role, links that work, hours, and how soon they answer."""
    tree = page_of(make_post("a", "Kälte & Dampf?"))
    card = one(tree, ".au-contact")
    assert texts(card, "li") == [
        "Telefon +49 30 5550111",
        "E-Mail jana.weiss@kraftraum.example",
        "Erreichbar Mo–Fr 9–17 Uhr",
    ]
    assert words_of(one(card, ".au-contact__name")) == "Jana Weiß Studioleitung Mitte"
    assert words_of(one(card, ".au-contact__promise")) == ("Antwortet innerhalb von einem Werktag.")
    assert [node.attributes["href"] for node in card.css("a")] == [
        "tel:+49305550111",
        "mailto:jana.weiss@kraftraum.example?subject=K%C3%A4lte%20%26%20Dampf%3F",
    ]


def test_the_address_of_a_contact_is_shown_as_one_says_it() -> None:
    """No screen reader has to spell `https`."""
    contact = make_contact(url="https://www.kraftraum.example/jana/")
    tree = page_of(make_post("a"), contacts={"jana-weiss": contact})
    link = one(tree, ".au-contact a[href^=https]")
    assert link.attributes["href"] == "https://www.kraftraum.example/jana/"
    assert words_of(link) == "kraftraum.example/jana"


def test_a_contact_with_a_script_for_an_address_is_not_linked() -> None:
    """`javascript:` in data becomes no link, in a contact or in further reading."""
    contact = make_contact(url="java\nscript:alert(1)")
    links = (
        RelatedLink("Böse", "javascript:alert(1)", "javascript:alert(1)"),
        RelatedLink("Gut", "https://a.example/", "https://a.example/"),
        RelatedLink("", "../b.md", "\x02/meldungen/b/"),
    )
    tree = page_of(make_post("a", links=links), contacts={"jana-weiss": contact})
    assert "script:" not in (tree.html or "")
    related = one(tree, "section[aria-labelledby=au-related]")
    assert texts(related, "li") == ["Böse", "Gut", "../b.md"]
    assert texts(related, "a") == ["Gut", "../b.md"]


def test_a_post_in_one_language_says_so_in_the_others() -> None:
    """Who comes from an English list is told in English, and there is no English page."""
    sheets = sheets_of(make_publication([make_post("a")]))
    sheet = sheets["meldungen/a/"]
    note = one(parsed(sheet), ".au-only-in")
    assert note.attributes["lang"] == "en"
    assert words_of(note) == "This notice is only available in German."
    assert sheet.alternates == {"de": "meldungen/a/"}
    assert "en/posts/a/" not in sheets


def test_a_post_in_two_languages_has_two_pages() -> None:
    """Each names the other; nothing is said about missing translations."""
    sheets = sheets_of(make_publication([make_bilingual_post("a")]))
    for path in ("meldungen/a/", "en/posts/a/"):
        assert sheets[path].alternates == {"de": "meldungen/a/", "en": "en/posts/a/"}
        assert not parsed(sheets[path]).css(".au-only-in")


def test_hostile_titles_stay_text() -> None:
    """Markup in a title, a summary or a name is text, escaped once."""
    text = make_text("de", HOSTILE, slug="a", summary=HOSTILE)
    contact = make_contact(name=HOSTILE, role=Localised({"de": HOSTILE}))
    post = make_post("a", texts={"de": text})
    for sheet in sheets_of(make_publication([post], contacts={"jana-weiss": contact})).values():
        assert not parsed(sheet).css("script, b")
    tree = page_of(post, contacts={"jana-weiss": contact})
    assert one(tree, "h1").text() == HOSTILE
    assert one(tree, ".au-lead").text() == HOSTILE


def test_a_summary_that_the_text_begins_with_is_not_said_twice() -> None:
    """A shortened first paragraph is no lead; a summary of its own is."""
    text = make_text("de", slug="a", body=make_body("Die Sauna ist offen."), summary="Die Sauna …")
    assert not page_of(make_post("a", texts={"de": text})).css(".au-lead")


def test_long_texts_have_a_list_of_contents() -> None:
    """From three headings on."""
    headings = tuple(Heading(2, f"h{n}", f"H {n}", Position("a.md")) for n in range(3))
    for count, expected in ((2, 0), (3, 3)):
        body = Body(html="<p>x</p>", text="x", headings=headings[:count])
        post = make_post("a", texts={"de": make_text("de", slug="a", body=body)})
        sheet = sheets_of(make_publication([post]))["meldungen/a/"]
        assert len(sheet.headings) == expected


def test_the_page_names_its_feeds() -> None:
    """For readers: a feed for each service and place. For programs: these and everything."""
    sheet = sheets_of(make_publication([make_post("a")]))["meldungen/a/"]
    follow = one(parsed(sheet), ".au-follow")
    assert [node.attributes["href"] for node in follow.css("li a")] == [
        "\x02/feeds/services/sauna/posts.rss",
        "\x02/feeds/locations/mitte/posts.rss",
    ]
    assert len(sheet.feeds) == 3 * 2 * 3
    everything = page_of(make_post("a", services=(), locations=()))
    assert texts(everything, ".au-follow li") == ["Alle Meldungen (RSS)"]


def test_a_reference_to_nothing_is_left_out() -> None:
    """An unknown service or place is a finding elsewhere and no dead link here."""
    tree = page_of(make_post("a", services=("saunna", "sauna"), locations=("mond",)))
    assert facts_of(tree, ".au-facts")["Angebot"] == "Sauna"
    assert "mond" not in (tree.html or "")


def test_search_engines_read_a_news_article() -> None:
    """Title, dates with offset, language and address agree with the page."""
    post = make_bilingual_post("a", updates=(make_update("2026-11-21T10:00"),))
    sheet = sheets_of(make_publication([post]))["en/posts/a/"]
    data = json.loads(sheet.linked_data)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == sheet.title == "The sauna in Mitte is open again"
    assert data["url"] == "https://aktuell.kraftraum.example/en/posts/a/"
    assert data["datePublished"] == "2026-11-20T09:00:00+01:00"
    assert data["dateModified"] == "2026-11-21T10:00:00+01:00"
    assert data["inLanguage"] == "en"


def test_the_body_comes_through_as_it_is() -> None:
    """The renderer's HTML is not escaped again, and addresses keep their mark for the shell."""
    body = make_body(html='<p><a href="\x02/kontakt/">Kontakt</a></p>')
    post = make_post("a", texts={"de": make_text("de", slug="a", body=body)})
    assert '<p><a href="\x02/kontakt/">Kontakt</a></p>' in (
        sheets_of(make_publication([post]))["meldungen/a/"].body
    )
