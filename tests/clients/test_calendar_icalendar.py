"""Calendars in the PyPI package `icalendar`."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from tests.calendar_reading import calendars, events
from tests.factories import make_bilingual_post, make_publication, make_update

from aushang.model import UpdateStatus

ROOT = "https://aktuell.kraftraum.example/"


def publication():
    """A closure of some days with a word on it, and maintenance that was taken back."""
    return make_publication(
        [
            make_bilingual_post(
                "zu",
                type="closure",
                published="2026-11-18T09:00",
                starts="2026-11-23T00:00",
                ends="2026-11-25T00:00",
                updates=(make_update("2026-11-19T10:00"),),
            ),
            make_bilingual_post(
                "wartung",
                type="maintenance",
                starts="2026-11-30T08:00",
                ends="2026-11-30T12:00",
                updates=(make_update("2026-11-21T10:00", status=UpdateStatus.WITHDRAWN),),
            ),
        ]
    )


def test_a_subscriber_is_told_whose_calendar_it_is_and_when_to_come_back():
    """Under the names of RFC 7986, and under those that programs asked for before."""
    found = Calendar.from_ical(calendars(publication())["en/feeds/services/sauna/calendar.ics"])
    assert str(found["NAME"]) == str(found["X-WR-CALNAME"]) == "Kraftraum: dates for Sauna"
    assert str(found["DESCRIPTION"]) == (
        "Closures, maintenance, reopenings and new prices of Kraftraum for Sauna, each at its time."
    )
    assert found["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert str(found["SOURCE"]) == f"{ROOT}en/feeds/services/sauna/calendar.ics"
    assert str(found["URL"]) == f"{ROOT}en/services/sauna/"
    assert found["LAST-MODIFIED"].dt == datetime(2026, 11, 21, 9, tzinfo=UTC)


def test_an_event_comes_back_as_it_was_meant():
    """Every property, with its type."""
    closure, maintenance = events(calendars(publication())["feeds/calendar.ics"])
    assert closure.errors == maintenance.errors == []
    assert str(closure["UID"]) == "zu@kraftraum.example"
    assert closure["SEQUENCE"] == 1
    assert closure["DTSTART"].dt == date(2026, 11, 23)
    assert closure["DTEND"].dt == date(2026, 11, 25)
    assert closure["CREATED"].dt == datetime(2026, 11, 18, 8, tzinfo=UTC)
    assert closure["DTSTAMP"].dt == closure["LAST-MODIFIED"].dt
    assert closure["LAST-MODIFIED"].dt == datetime(2026, 11, 19, 9, tzinfo=UTC)
    assert closure["STATUS"] == "CONFIRMED"
    assert closure["TRANSP"] == "TRANSPARENT"
    assert closure["URL"] == f"{ROOT}meldungen/zu/"
    assert closure["LOCATION"] == "Mitte, Torstraße 12, 10119 Berlin"
    assert closure["CATEGORIES"].cats == ["Schließung", "Sauna"]
    assert maintenance["DTSTART"].dt == datetime(2026, 11, 30, 7, tzinfo=UTC)
    assert maintenance["STATUS"] == "CANCELLED"
    assert maintenance["SUMMARY"].startswith("Zurückgezogen: ")


def test_the_file_of_a_post_holds_the_event_of_the_calendar():
    """Who noted it down and who subscribes see the same."""
    found = calendars(publication())
    (noted,) = events(found["meldungen/zu/zu.ics"])
    assert noted.to_ical() == events(found["feeds/calendar.ics"])[0].to_ical()
