"""Where pages lead to calendars, and what the page of a post says that was taken back."""

import pytest
from tests.factories import make_post, make_posts, make_publication, make_update
from tests.page_reading import facts_of, one, parsed, sheets_of, texts, words_of

from aushang.model import UpdateStatus

NOTE_DOWN = '.au-split__main a[type="text/calendar"]'


def page_of(**fields):
    """The parsed page of a post that is alone in its publication."""
    return parsed(sheets_of(make_publication([make_post("a", **fields)]))["meldungen/a/"])


def test_a_post_that_says_when_it_holds_can_be_noted_down():
    """Its file lies beside the page."""
    link = one(page_of(type="closure", starts="2026-11-23T06:00"), NOTE_DOWN)
    assert words_of(link) == "In den Kalender eintragen (.ics)"
    assert link.attributes["href"] == "\x02/meldungen/a/a.ics"


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "closure"},
        {"type": "news"},
        {"type": "closure", "starts": "2026-11-20T10:00", "ends": "2026-11-21T10:00"},
    ],
)
def test_what_has_no_time_or_is_over_is_not_noted_down(fields):
    """Nobody needs it."""
    assert page_of(**fields).css(NOTE_DOWN) == []


def test_a_post_that_was_taken_back_says_so():
    """In its badge, above the text, and without a time at which it would hold."""
    back = make_update("2026-11-21T10:00", status=UpdateStatus.WITHDRAWN)
    tree = page_of(type="maintenance", starts="2026-11-23T06:00", updates=(back,))
    assert words_of(one(tree, ".au-badge")) == "Zurückgezogen"
    assert words_of(one(tree, ".au-over strong")) == "Diese Meldung ist zurückgezogen."
    assert not {"Gilt", "Auswirkung"} & set(facts_of(tree, ".au-facts"))
    assert texts(tree, ".au-status") == ["Zurückgezogen"]


def test_services_and_places_lead_to_their_calendars():
    """Types have none."""
    sheets = sheets_of(make_publication(make_posts(9)))
    for path, calendar in (
        ("angebote/sauna/", "feeds/services/sauna/calendar.ics"),
        ("standorte/mitte/", "feeds/locations/mitte/calendar.ics"),
    ):
        tree = parsed(sheets[path])
        last = tree.css(".au-follow li a")[-1]
        assert words_of(last) == "Termine für den Kalender"
        assert last.attributes["href"] == f"\x02/{calendar}"
        assert texts(tree, ".au-follow li")[-1] == "Termine für den Kalender (iCalendar)"
        assert sheets[path].feeds[-1].path == calendar
    closures = parsed(sheets["themen/schliessung/"])
    assert "(iCalendar)" not in words_of(one(closures, ".au-follow"))


def test_the_subscribe_page_has_every_calendar_to_be_copied():
    """As an address in full, and for programs that open it by themselves."""
    tree = parsed(sheets_of(make_publication())["en/subscribe/"])
    names = ("", "services/sauna/", "services/kurse/", "locations/mitte/", "locations/ost/")
    ends = [f"//aktuell.kraftraum.example/en/feeds/{name}calendar.ics" for name in names]
    calendars = one(tree, '[aria-labelledby="au-calendars"]')
    assert [code.text() for code in calendars.css("code")] == [f"https:{end}" for end in ends]
    opened = tree.css('a[href^="webcal:"]')
    assert [link.attributes["href"] for link in opened] == [f"webcal:{end}" for end in ends]
    assert words_of(opened[0]) == "Open: Everything"
