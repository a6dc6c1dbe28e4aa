"""The start page: what holds now, place by place, and an honest word where nothing does."""

from tests.factories import (
    berlin,
    make_bilingual_post,
    make_location,
    make_post,
    make_posts,
    make_publication,
    make_site,
)
from tests.page_reading import one, sheets_of, shown, texts, words_of

from aushang.model import Effect, Localised, PostType

CLOSURE = {"type": PostType.CLOSURE, "effect": Effect.CLOSED}


def headings(tree, place: str) -> list[str]:
    """The titles of the cards under a place."""
    return texts(one(tree, f"section[aria-labelledby=au-place-{place}]"), ".au-card__title")


def test_each_place_shows_what_holds_there() -> None:
    """A notice stands under its place, under all of its places, or once on top for all."""
    publication = make_publication(
        [
            make_post("a", "Nur Mitte", locations=("mitte",)),
            make_post("b", "Mitte und Ost", locations=("mitte", "ost")),
            make_post("c", "Überall", locations=()),
        ]
    )
    tree = shown(sheets_of(publication)[""])
    assert headings(tree, "all") == ["Überall"]
    assert headings(tree, "mitte") == ["Mitte und Ost", "Nur Mitte"]
    assert headings(tree, "ost") == ["Mitte und Ost"]


def test_what_keeps_customers_out_comes_first() -> None:
    """Pinned, then closed, full, restricted, and news last, whatever came last."""
    publication = make_publication(
        [
            make_post("a", "Neues", effect=None, type=PostType.NEWS),
            make_post("b", "Zu", **CLOSURE),
            make_post("c", "Voll", effect=Effect.FULL),
            make_post("d", "Eng"),
            make_post("e", "Angeheftet", effect=None, type=PostType.NEWS, is_pinned=True),
        ]
    )
    tree = shown(sheets_of(publication)[""])
    assert headings(tree, "mitte") == ["Angeheftet", "Zu", "Voll", "Eng", "Neues"]


def test_a_card_says_state_until_when_and_next_word() -> None:
    """The effect as a word, how long, and when customers hear next; the year of now is left out."""
    post = make_post(
        "a", **CLOSURE, ends="2026-12-14T06:30", next_update="2026-11-27T12:00", starts="2026-11-20"
    )
    card = one(shown(sheets_of(make_publication([post]))[""]), ".au-card")
    assert words_of(one(card, ".au-badge--closed")) == "Geschlossen"
    assert "au-card--closed" in (card.attributes["class"] or "")
    assert texts(card, ".au-card__times div") == [
        "Gilt bis Mo., 14. Dezember, 6:30 Uhr",
        "Nächste Nachricht spätestens Fr., 27. November, 12:00 Uhr",
    ]
    assert card.css("dd time")[0].attributes["datetime"] == "2026-12-14T06:30:00+01:00"


def test_what_lasts_until_further_notice_says_so() -> None:
    """A closure without an end is current until further notice."""
    tree = shown(sheets_of(make_publication([make_post("a", **CLOSURE)]))["en/"])
    assert texts(tree, ".au-card__times div") == ["Applies until further notice"]


def test_a_promise_that_passed_without_a_word_stays_visible() -> None:
    """Nobody is made to forget that a word was due."""
    post = make_post("a", **CLOSURE, next_update="2026-11-21T09:00")
    tree = shown(sheets_of(make_publication([post]))[""])
    assert texts(tree, ".au-card__times div")[-1] == (
        "Nächste Nachricht war bis Sa., 21. November, 9:00 Uhr zugesagt"
    )


def test_the_own_place_is_not_repeated_on_its_cards() -> None:
    """Under Mitte a card names the other places only."""
    post = make_post("a", locations=("mitte", "ost"))
    tree = shown(sheets_of(make_publication([post]))[""])
    assert texts(tree, ".au-card__about") == [
        "Wiedereröffnung · Sauna · auch Ost",
        "Wiedereröffnung · Sauna · auch Mitte",
    ]


def test_a_place_without_notices_says_so() -> None:
    """No restrictions where there are none; never where something holds for all places."""
    tree = shown(sheets_of(make_publication([make_post("a")]))[""])
    ost = one(tree, "section[aria-labelledby=au-place-ost]")
    assert texts(ost, ".au-none") == ["Zurzeit gibt es hier keine Einschränkungen."]
    everywhere = make_post("b", **CLOSURE, locations=())
    tree = shown(sheets_of(make_publication([make_post("a"), everywhere]))[""])
    ost = one(tree, "section[aria-labelledby=au-place-ost]")
    assert texts(ost, ".au-none") == ["Hier gilt nur, was an allen Standorten gilt."]


def test_each_place_says_what_one_can_do_there_and_whom_to_ask() -> None:
    """Open or not, until when, what of its services is otherwise, and a person with a phone."""
    closed = make_post("a", "Sauna zu", type="closure", effect=Effect.CLOSED)
    tree = shown(sheets_of(make_publication([closed], now=berlin("2026-11-20T12:00")))[""])
    mitte = one(tree, "section[aria-labelledby=au-place-mitte]")
    assert texts(mitte, ".au-state__now") == ["Geöffnet bis 23:00 Uhr"]
    assert texts(mitte, ".au-answers li") == ["Sauna: Geschlossen bis auf Weiteres: Sauna zu"]
    assert words_of(one(mitte, ".au-place__person")) == "Fragen? Jana Weiß: +49 30 5550111"
    assert one(mitte, ".au-place__person a").attributes["href"] == "tel:+49305550111"
    ost = one(tree, "section[aria-labelledby=au-place-ost]")
    assert not ost.css(".au-answers")


def test_when_nothing_holds_one_sentence_says_so() -> None:
    """No headings without content: one sentence, the places, and the newest posts."""
    over = make_post("a", published="2026-01-02T09:00")
    tree = shown(sheets_of(make_publication([over]))[""])
    assert texts(tree, ".au-none") == ["Zurzeit gibt es keine Einschränkungen."]
    assert len(tree.css(".au-place")) == 2
    assert not tree.css(".au-card")
    assert len(tree.css(".au-rows li")) == 1


def test_an_empty_publication_has_an_honest_start_page() -> None:
    """Nothing published yet: two sentences, no archive to click on."""
    publication = make_publication([], services={}, locations={}, contacts={})
    tree = shown(sheets_of(publication)[""])
    assert texts(tree, ".au-none") == [
        "Zurzeit gibt es keine Einschränkungen.",
        "Hier ist noch keine Meldung erschienen.",
    ]
    assert [node.attributes["href"] for node in tree.css("a")] == ["\x02/abonnieren/"]


def test_what_is_announced_does_not_look_current() -> None:
    """It stands with its first day under its place and in the agenda, with what it will do."""
    post = make_post("a", "Umbau", **CLOSURE, starts="2026-12-14T00:00", ends="2026-12-17T00:00")
    tree = shown(sheets_of(make_publication([make_post("b"), post]))[""])
    assert headings(tree, "mitte") == ["Die Sauna in Mitte ist wieder offen"]
    assert texts(tree, ".au-dates li") == ["Mo., 14. Dezember Umbau"]
    agenda = one(tree, "section[aria-labelledby=au-upcoming] .au-rows li")
    assert words_of(agenda) == (
        "Mo., 14. Dezember Umbau Geschlossen: 14. bis 16. Dezember · Sauna · Mitte"
    )
    assert not agenda.css(".au-badge--closed")


def test_one_place_needs_no_sorting() -> None:
    """With a single place all cards stand under one heading."""
    publication = make_publication([make_post("a")], locations={"mitte": make_location()})
    tree = shown(sheets_of(publication)[""])
    assert texts(tree, "h2")[:2] == ["Mitte", "Das gilt jetzt"]
    assert not tree.css(".au-board, .au-mine")


def test_the_page_says_as_of_when() -> None:
    """Without a script what is current is as of the build, and the page says so, with the zone."""
    tree = shown(sheets_of(make_publication())[""])
    assert words_of(one(tree, ".au-asof")) == "Stand: Sa., 21. November 2026, 12:00 Uhr (MEZ)"


def test_foreign_posts_are_told_before_the_click() -> None:
    """In English lists a German post has its own language, a label, and the German address."""
    publication = make_publication([make_post("a", "Sauna zu")])
    tree = shown(sheets_of(publication)["en/"])
    link = one(tree, ".au-card__title a")
    assert link.attributes == {"href": "\x02/meldungen/a/", "lang": "de", "hreflang": "de"}
    assert words_of(one(tree, ".au-card__title .au-tongue")) == "(in German)"
    assert one(tree, ".au-card__summary").attributes["lang"] == "de"


def test_translated_posts_need_no_label() -> None:
    """A post with an English text is English in English lists."""
    publication = make_publication([make_bilingual_post()])
    tree = shown(sheets_of(publication)["en/"])
    assert words_of(one(tree, ".au-card__title")) == "The sauna in Mitte is open again"
    assert not one(tree, ".au-card__title").css("[lang]")
    assert not tree.css(".au-tongue")


def test_only_the_newest_are_listed() -> None:
    """The list of the newest ends; the rest is in the archive."""
    tree = shown(sheets_of(make_publication(make_posts(12)))[""])
    assert len(tree.css("section[aria-labelledby=au-newest] li")) == 8
    assert texts(tree, ".au-more") == ["Alle Meldungen im Archiv"]


def test_the_description_of_the_site_leads() -> None:
    """What the site is for stands under its heading and in its description."""
    site = make_site(description=Localised({"de": "Was & wo"}))
    sheet = sheets_of(make_publication(site=site))["en/"]
    lead = one(shown(sheet), ".au-lead")
    assert words_of(lead) == "Was & wo"
    assert one(lead, "span").attributes["lang"] == "de"
    assert sheet.description == "Was & wo"
    assert sheet.alternates == {"de": "", "en": "en/"}
    assert sheet.section == "home"
