"""Free places in the API: in short, and date by date."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

from tests.booked_dates import make_availability, make_slot
from tests.factories import NOW, berlin, by_path, make_location, make_publication, make_service
from tests.plain_words import WORDS

from aushang.model import Availability, Publication, Slot
from aushang.outputs import api

SITE = "https://aktuell.kraftraum.example/"
SHORT = "api/v1/availability.json"
DATES = "api/v1/availability/mitte/sauna.json"


def slot(start: str, remaining: int | None, **fields) -> Slot:
    """A date of an hour and a half."""
    return make_slot(start, remaining, duration=timedelta(hours=1, minutes=30), **fields)


def booked(*slots: Slot, **fields) -> Availability:
    """What the booking system said at eight."""
    return make_availability(*slots, as_of=berlin("2026-11-21T08:00"), **fields)


EARLIER = slot("2026-11-20T10:00", 3)
THIS_MORNING = slot("2026-11-21T09:00", 4)
TAKEN = slot("2026-11-21T18:00", 0, maximum=12)
TO_ASK = slot("2026-11-22T18:00", None, name="Aufguss", url="https://buchen.example/1")
SAUNA = booked(EARLIER, THIS_MORNING, TAKEN, TO_ASK)


def publication(*told: Availability, now: datetime = NOW) -> Publication:
    """A publication with booking data."""
    return make_publication([], availability=told, now=now)


def files(found: Publication):
    """The files of free places, read as JSON."""
    written = by_path(api.list_files(found, WORDS))
    return {
        path: json.loads(data)
        for path, data in written.items()
        if path.startswith("api/v1/availability")
    }


def test_in_short_it_says_when_the_next_place_is_free():
    """A date that must be asked for is not full; those that have begun do not count."""
    found = files(publication(SAUNA))
    assert found[SHORT]["data"] == [
        {
            "location": "mitte",
            "service": "sauna",
            "as_of": "2026-11-21T08:00:00+01:00",
            "stale_from": "2026-11-22T08:00:00+01:00",
            "urls": {
                "de": f"{SITE}freie-plaetze/mitte/sauna/",
                "en": f"{SITE}en/free-places/mitte/sauna/",
            },
            "is_booked_out": False,
            "next_free": {
                "startDate": "2026-11-22T18:00:00+01:00",
                "duration": "PT1H30M",
                "remainingUses": None,
                "maximumUses": None,
                "name": "Aufguss",
                "url": "https://buchen.example/1",
            },
            "dates": 2,
            "file": f"{SITE}{DATES}",
        }
    ]
    newest = "2026-11-21T08:00:00+01:00"
    assert found[SHORT]["generated_from"] == {"files": 1, "newest": newest}


def test_booked_out_is_a_word_about_the_next_seven_days():
    """A free place in ten days does not help this week, and is named."""
    found = files(publication(booked(TAKEN, slot("2026-12-01T18:00", 2))))[SHORT]["data"][0]
    assert found["is_booked_out"] is True
    assert found["next_free"]["startDate"] == "2026-12-01T18:00:00+01:00"
    nothing = files(publication(booked(TAKEN)))[SHORT]["data"][0]
    assert (nothing["is_booked_out"], nothing["next_free"], nothing["dates"]) == (True, None, 1)


def test_the_dates_begin_with_the_day_of_the_build():
    """What has begun today stays until midnight, so that no minute changes the file."""
    found = files(publication(SAUNA))[DATES]
    assert [one["startDate"] for one in found["data"]["slots"]] == [
        "2026-11-21T09:00:00+01:00",
        "2026-11-21T18:00:00+01:00",
        "2026-11-22T18:00:00+01:00",
    ]
    assert found["data"]["time_zone"] == "Europe/Berlin"
    assert found["links"]["availability"] == f"{SITE}{SHORT}"
    assert files(publication(SAUNA, now=berlin("2026-11-21T00:00")))[DATES] == found
    assert files(publication(SAUNA, now=berlin("2026-11-21T23:59")))[DATES] == found
    assert files(publication(SAUNA, now=berlin("2026-11-22T00:00")))[DATES] != found


def test_the_short_file_changes_when_a_date_begins():
    """And not before."""
    told = booked(slot("2026-11-21T14:00", 1), slot("2026-11-21T16:00", 1))
    first, before, after = (
        files(publication(told, now=berlin(at)))[SHORT]
        for at in ("2026-11-21T12:00", "2026-11-21T13:59", "2026-11-21T14:00")
    )
    assert before == first
    assert after["data"][0]["dates"] == 1


def test_each_service_at_a_place_has_a_file_and_what_nobody_offers_has_none():
    """One of no place stands in a folder of its own."""
    alone, strange = booked(TAKEN, service="kurse", location=""), booked(service="kurse")
    found = files(publication(SAUNA, alone, strange))
    assert sorted(found) == [SHORT, DATES, "api/v1/availability/services/kurse.json"]
    assert found["api/v1/availability/services/kurse.json"]["data"]["location"] is None


def test_without_booking_data_the_list_is_there_and_empty():
    """An app need not know whether there is any."""
    assert files(publication()) == {SHORT: files(publication())[SHORT]}
    assert files(publication())[SHORT]["data"] == []


def test_data_of_one_service_changes_no_file_of_another():
    """Each has a file of its own."""
    services = {"sauna": make_service(), "kurse": make_service("kurse", "Kurse")}
    places = {"mitte": make_location(services=("sauna", "kurse"))}
    whole = make_publication(
        [],
        services=services,
        locations=places,
        availability=(SAUNA, booked(TAKEN, service="kurse")),
    )
    edited = replace(whole, availability=(SAUNA, booked(TO_ASK, service="kurse")))
    before, after = files(whole), files(edited)
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {SHORT, "api/v1/availability/mitte/kurse.json"}
