"""Pages of services, places and types, their overviews, and the pages of older posts."""

from datetime import time

from tests.factories import (
    make_body,
    make_location,
    make_post,
    make_posts,
    make_publication,
    make_service,
)
from tests.page_reading import facts_of, one, parsed, sheets_of, texts, words_of

from aushang.model import Effect, Hours, PostType
from aushang.outputs.pages.listing import NEWEST, PER_PAGE, older_pages

CLOSURE = {"type": PostType.CLOSURE, "effect": Effect.CLOSED}


def test_a_service_page_tells_what_holds_first() -> None:
    """Summary, what holds, whom to ask, where it is, the text about it, and the posts."""
    service = make_service(
        about={"de": make_body("Finnisch, 90 Grad.")}, contact="jana-weiss", name="Sauna & Dampf"
    )
    publication = make_publication(
        [make_post("a", "Sauna zu", **CLOSURE), make_post("b", "Kurse", services=("kurse",))],
        services={"sauna": service, "kurse": make_service("kurse", "Kurse")},
    )
    sheet = sheets_of(publication)["angebote/sauna/"]
    tree = parsed(sheet)
    assert words_of(one(tree, "h1")) == sheet.title == "Sauna & Dampf"
    assert texts(tree, ".au-card__title") == ["Sauna zu"]
    assert texts(tree, ".au-rows__title") == ["Sauna zu"]
    assert facts_of(tree, ".au-facts") == {"Standorte": "Mitte, Ost"}
    assert words_of(one(tree, ".au-prose")) == "Finnisch, 90 Grad."
    assert words_of(one(tree, ".au-contact__name")).startswith("Jana Weiß")
    assert sheet.section == "services"
    assert sheet.alternates == {"de": "angebote/sauna/", "en": "en/services/sauna/"}
    assert len(sheet.feeds) == 2 * 3 + 1


def test_a_text_in_another_language_is_marked() -> None:
    """English readers get the German text about a service, marked as German."""
    service = make_service(about={"de": make_body("Finnisch.")})
    tree = parsed(sheets_of(make_publication(services={"sauna": service}))["en/services/sauna/"])
    assert one(tree, ".au-split__more > .au-prose").attributes["lang"] == "de"


def test_posts_about_everything_stand_on_every_topic() -> None:
    """A post that names no place concerns each of them."""
    sheets = sheets_of(make_publication([make_post("a", "Alles zu", **CLOSURE, locations=())]))
    for path in ("standorte/mitte/", "standorte/ost/"):
        assert texts(parsed(sheets[path]), ".au-card__title") == ["Alles zu"]


def test_empty_lists_say_so() -> None:
    """No post about a topic yet: sentences, no empty headings."""
    tree = parsed(sheets_of(make_publication([]))["angebote/sauna/"])
    assert texts(tree, ".au-none") == [
        "Zurzeit gibt es hier keine Einschränkungen.",
        "Hierzu ist noch keine Meldung erschienen.",
    ]
    assert not tree.css("#au-upcoming")


def test_a_place_has_address_hours_and_services() -> None:
    """Equal days stand together, closed days are named, services lead to their pages."""
    hours = (
        *(Hours(day, time(6), time(23)) for day in range(5)),
        Hours(5, time(13), time(21)),
        Hours(5, time(8), time(12)),
    )
    publication = make_publication(locations={"mitte": make_location(hours=hours)})
    sheet = sheets_of(publication)["standorte/mitte/"]
    tree = parsed(sheet)
    assert facts_of(tree, ".au-facts") == {
        "Adresse": "Torstraße 12, 10119 Berlin",
        "Telefon": "+49 30 5550100",
        "E-Mail": "mitte@kraftraum.example",
        "Angebot": "Sauna",
    }
    assert texts(tree, ".au-hours tbody tr") == [
        "Montag bis Freitag 6:00 bis 23:00 Uhr",
        "Samstag 8:00 bis 12:00 Uhr und 13:00 bis 21:00 Uhr",
        "Sonntag geschlossen",
    ]


def test_days_that_are_alike_are_grouped_as_people_say_it() -> None:
    """Two days are named, all seven are “daily”."""
    weekend = tuple(Hours(day, time(8), time(20)) for day in (5, 6))
    daily = tuple(Hours(day, time(8), time(20)) for day in range(7))
    for hours, expected in (
        (weekend, ["Montag bis Freitag geschlossen", "Samstag und Sonntag 8:00 bis 20:00 Uhr"]),
        (daily, ["täglich 8:00 bis 20:00 Uhr"]),
        ((), []),
    ):
        publication = make_publication(locations={"mitte": make_location(hours=hours)})
        tree = parsed(sheets_of(publication)["standorte/mitte/"])
        assert texts(tree, ".au-hours tbody tr") == expected


def test_a_bare_place_has_no_empty_parts() -> None:
    """Without address, phone, mail, hours or services nothing of it is shown."""
    bare = make_location(address=None, phone="", email="", hours=(), services=(), contact="nobody")
    tree = parsed(sheets_of(make_publication(locations={"mitte": bare}))["standorte/mitte/"])
    assert not tree.css(".au-facts, .au-hours, .au-contact")


def test_types_have_a_page_as_soon_as_there_is_a_post() -> None:
    """Nobody is sent to an empty list of closures."""
    sheets = sheets_of(make_publication([make_post("a", **CLOSURE)]))
    assert [path for path in sheets if path.startswith("themen/")] == ["themen/schliessung/"]
    tree = parsed(sheets["en/topics/closure/"])
    assert words_of(one(tree, "h1")) == "Closures"
    assert words_of(one(tree, ".au-lead")) == (
        "What is closed, for how long, and what there is instead."
    )


def test_overviews_show_what_holds_where() -> None:
    """Each place with its address and its notices; none says so in a sentence."""
    publication = make_publication([make_post("a", "Zu", **CLOSURE), make_post("b", "Eng")])
    sheet = sheets_of(publication)["standorte/"]
    first, second = parsed(sheet).css(".au-entries > li")
    assert texts(first, ".au-lines li") == ["Geschlossen Zu", "Eingeschränkt Eng"]
    assert words_of(one(first, ".au-entries__where")) == "Torstraße 12, 10119 Berlin"
    assert texts(second, ".au-none") == ["Zurzeit gibt es hier keine Einschränkungen."]
    assert sheet.description == "Mitte und Ost"


def test_what_has_no_effect_is_called_by_its_type() -> None:
    """A price on an overview is no restriction and has no effect's shape."""
    post = make_post("a", "Neuer Preis", type=PostType.PRICE, effect=None)
    tree = parsed(sheets_of(make_publication([post]))["angebote/"])
    assert texts(tree, ".au-badge--plain") == ["Preise"]


def test_without_places_or_services_there_are_no_such_pages() -> None:
    """No overview of nothing."""
    sheets = sheets_of(make_publication([], services={}, locations={}))
    assert sorted(sheets) == [
        "",
        "404.html",
        "abonnieren/",
        "api/",
        "en/",
        "en/subscribe/",
    ]


def test_older_posts_are_numbered_from_the_oldest() -> None:
    """After the newest come pages of fifty, counted from the oldest."""
    posts = make_posts(NEWEST + PER_PAGE + 3)
    first, second = older_pages(posts)
    assert list(first) == list(posts[-PER_PAGE:])
    assert list(second) == list(posts[NEWEST : NEWEST + 3])
    assert older_pages(posts[:NEWEST]) == []


def test_full_pages_never_change() -> None:
    """A new post changes the newest page of older posts and no full one."""
    posts = make_posts(NEWEST + 2 * PER_PAGE + 2, services=("sauna",))
    before = sheets_of(make_publication(posts[1:]))
    after = sheets_of(make_publication(posts))
    for number in (1, 2):
        path = f"angebote/sauna/seite/{number}/"
        assert before[path] == after[path]
    assert before["angebote/sauna/seite/3/"] != after["angebote/sauna/seite/3/"]


def test_older_pages_link_down_and_up() -> None:
    """To the page of the scope and to still older posts; the scope's page lists all of them."""
    posts = make_posts(NEWEST + PER_PAGE + 3, services=("sauna",))
    sheets = sheets_of(make_publication(posts))
    page = parsed(sheets["angebote/sauna/seite/2/"])
    assert [node.attributes["href"] for node in page.css(".au-up a, .au-more a")] == [
        "\x02/angebote/sauna/",
        "\x02/angebote/sauna/seite/1/",
    ]
    assert len(page.css(".au-rows li")) == 3
    top = parsed(sheets["angebote/sauna/"])
    assert texts(top, ".au-months li") == [
        "Oktober 2026 bis November 2026",
        "September 2026 bis Oktober 2026",
    ]
    english = sheets["en/services/sauna/page/1/"]
    assert english.alternates["de"] == "angebote/sauna/seite/1/"
    assert english.title.startswith("Sauna: notices, ")


def test_an_older_page_says_its_first_titles() -> None:
    """Three stand for many; a title with commas of its own stays one title."""
    newest = make_posts(NEWEST, services=("sauna",))
    told = {}
    for number in (3, 4):
        older = [
            make_post(f"a{n}", f"Bis Mai: {n}, sonst zu", published=f"2026-01-0{9 - n}T09:00")
            for n in range(1, number + 1)
        ]
        sheets = sheets_of(make_publication([*newest, *older]))
        told[number] = sheets["angebote/sauna/seite/1/"].description
    three = "Bis Mai: 1, sonst zu · Bis Mai: 2, sonst zu · Bis Mai: 3, sonst zu"
    assert told == {3: three, 4: f"{three} · …"}
