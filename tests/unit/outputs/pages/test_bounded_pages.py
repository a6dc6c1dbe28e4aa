"""Nothing that a customer loads grows without bound, even where nobody ends what was announced."""

from datetime import timedelta

import pytest
from tests.factories import NOW, make_location, make_post, make_publication, make_service
from tests.page_reading import one, sheets_of, shown, texts

from aushang.model import Effect, Post, PostType, Publication
from aushang.outputs.pages import archive, listing, overview, start

CLOSURE = {"type": PostType.CLOSURE, "effect": Effect.CLOSED}


def closures(count: int, **fields: object) -> list[Post]:
    """That many that hold, one an hour back from now."""
    return [
        make_post(f"p{number}", published=NOW - timedelta(hours=number), **(CLOSURE | fields))
        for number in range(count)
    ]


def announced(count: int) -> list[Post]:
    """That many that are to come, one a day."""
    days = [NOW + timedelta(days=number) for number in range(1, count + 1)]
    return [make_post(f"n{day:%Y%m%d}", starts=day, **CLOSURE) for day in days]


def more(publication: Publication, path: str, within: str = "") -> list[tuple[str, str | None]]:
    """The links that say how many more there are, with their addresses."""
    found = shown(sheets_of(publication)[path]).css(f"{within} .au-more a")
    return [(link.text(), link.attributes["href"]) for link in found]


def test_a_place_on_the_start_page_shows_a_dozen_cards() -> None:
    """The rest is counted, and its number leads to the page of the place."""
    publication = make_publication(closures(start.PER_PLACE + 3))
    section = "section[aria-labelledby=au-place-mitte]"
    assert len(shown(sheets_of(publication)[""]).css(f"{section} .au-card")) == start.PER_PLACE
    assert more(publication, "", section) == [
        ("3 weitere Meldungen gelten ebenfalls", "\x02/standorte/mitte/")
    ]
    one_more = make_publication(closures(start.PER_PLACE + 1))
    assert more(one_more, "", section)[0][0] == "1 weitere Meldung gilt ebenfalls"
    assert more(one_more, "en/")[0][0] == "1 more notice applies as well"
    assert more(make_publication(closures(start.PER_PLACE)), "", section) == []


def test_a_chain_of_many_places_shows_fewer_cards_for_each() -> None:
    """With a hundred places a dozen cards for each would be a page that nobody can load."""
    places = {f"p{number}": make_location(f"p{number}") for number in range(100)}
    posts = [make_post(f"a{number}", locations=tuple(places)) for number in range(5)]
    tree = shown(sheets_of(make_publication(posts, locations=places))[""])
    assert len(tree.css(".au-card")) == 3 * 100


def test_a_site_with_one_place_leads_to_the_archive() -> None:
    """There all that holds stands together."""
    one_place = {"mitte": make_location()}
    publication = make_publication(closures(start.TOGETHER + 2), locations=one_place)
    assert len(shown(sheets_of(publication)[""]).css(".au-card")) == start.TOGETHER
    assert more(publication, "", "section[aria-labelledby=au-current]") == [
        ("2 weitere Meldungen gelten ebenfalls", "\x02/archiv/")
    ]


def test_what_is_announced_is_bounded_too() -> None:
    """On the start page in two lists, and on the page of each topic."""
    publication = make_publication([*closures(1), *announced(listing.COMING + 2)])
    upcoming = "section[aria-labelledby=au-upcoming]"
    assert more(publication, "", upcoming) == [
        (f"{listing.COMING + 2 - start.COMING} weitere Meldungen sind angekündigt", "\x02/archiv/")
    ]
    assert more(publication, "", ".au-place__dates") == [
        (
            f"{listing.COMING + 2 - start.COMING_PER_PLACE} weitere Meldungen sind angekündigt",
            "\x02/standorte/mitte/",
        )
    ]
    assert more(publication, "themen/schliessung/", upcoming) == [
        ("2 weitere Meldungen sind angekündigt", "#au-newest")
    ]


@pytest.mark.parametrize("path", ["angebote/sauna/", "standorte/mitte/", "themen/schliessung/"])
def test_the_rest_of_a_topic_stands_further_down(path: str) -> None:
    """Every post of a topic is among the newest or on the pages of older ones."""
    publication = make_publication(closures(listing.CURRENT + 4))
    tree = shown(sheets_of(publication)[path])
    assert len(tree.css(".au-card")) == listing.CURRENT
    assert one(tree, "#au-newest")
    assert more(publication, path) == [("4 weitere Meldungen gelten ebenfalls", "#au-newest")]


def test_an_overview_shows_ten_lines_for_each() -> None:
    """The rest leads to the page of the service."""
    services = {"sauna": make_service()}
    publication = make_publication(closures(overview.MOST + 5), services=services)
    assert len(texts(shown(sheets_of(publication)["angebote/"]), ".au-lines li")) == overview.MOST
    assert more(publication, "angebote/") == [
        ("5 weitere Meldungen gelten ebenfalls", "\x02/angebote/sauna/")
    ]


def test_a_month_with_very_many_posts_has_pages_from_its_oldest() -> None:
    """A full page of a month never changes again."""
    posts = closures(archive.NEWEST + archive.PER_PAGE + 5)
    sheets = sheets_of(make_publication(posts))
    month = shown(sheets["archiv/2026/11/"])
    assert len(month.css(".au-rows li")) == archive.NEWEST
    assert sheets["archiv/2026/11/"].description == "305 Meldungen"
    assert texts(month, "h2") == ["Ältere Meldungen"]
    assert [link.attributes["href"] for link in month.css(".au-months a")] == [
        "\x02/archiv/2026/11/seite/2/",
        "\x02/archiv/2026/11/seite/1/",
    ]
    page = sheets["archiv/2026/11/seite/1/"]
    assert page.title == ("Archiv: Meldungen, 8.\u00a0November 2026 bis 12.\u00a0November 2026")
    assert page.alternates["en"] == "en/archive/2026/11/page/1/"
    assert len(shown(page).css(".au-rows li")) == archive.PER_PAGE
    newer = make_post("new", published=NOW - timedelta(minutes=1), **CLOSURE)
    assert sheets_of(make_publication([newer, *posts]))["archiv/2026/11/seite/1/"] == page


def test_no_page_of_a_large_site_is_large() -> None:
    """Of 1,500 posts that all hold no list has more than 100 kB."""
    sheets = sheets_of(make_publication(closures(1500)))
    sizes = {path: len(sheet.body.encode()) for path, sheet in sheets.items()}
    assert max(sizes.values()) < 100_000
