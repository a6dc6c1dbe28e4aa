"""`status.json`: what holds everywhere, and what changes next."""

import gzip
import json
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from tests.booked_dates import make_dates
from tests.chains import make_chain
from tests.factories import (
    NOW,
    make_bilingual_post,
    make_location,
    make_post,
    make_posts,
    make_publication,
    make_service,
    make_text,
    make_update,
)
from tests.plain_words import WORDS

from aushang.model import (
    Availability,
    Effect,
    Hours,
    Publication,
    UpdateStatus,
    Where,
)
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.status import MOST_NOTICES, next_change, status_unit

SITE = "https://aktuell.kraftraum.example/"
DAILY = tuple(Hours(day, time(8), time(20)) for day in range(7))
CLOSURE = make_bilingual_post(
    "2026-11-20-sauna-zu",
    type="closure",
    effect=Effect.CLOSED,
    starts="2026-11-20T10:00",
    ends="2026-11-24T08:00",
)


def written(publication: Publication) -> bytes:
    """The file."""
    (file,) = status_unit(Directory(publication, WORDS)).make()
    assert file.path == "api/v1/status.json"
    return file.data


def status(publication: Publication):
    """Its data."""
    return json.loads(written(publication))["data"]


def small(*posts, **fields) -> Publication:
    """A place with two services, open from eight to eight."""
    place = make_location(hours=DAILY, services=("sauna", "kurse"))
    return make_publication(posts, locations={"mitte": place}, **fields)


def booked(*told: tuple[str, int | None]) -> Availability:
    """Dates of the courses with places left."""
    return make_dates(*told, service="kurse", as_of=NOW)


def test_a_place_and_its_services_have_their_state_and_what_comes():
    """A closure lasts until the first opening behind it; the other service is as its place is."""
    found = status(small(CLOSURE))
    (place,) = found["locations"]
    by_hours = {"effect": "open", "cause": "hours", "post": None}
    assert place["state"] == by_hours | {
        "since": "2026-11-21T08:00:00+01:00",
        "until": "2026-11-21T20:00:00+01:00",
    }
    assert place["transitions"][:2] == [
        {"at": "2026-11-21T20:00:00+01:00", "effect": "closed", "cause": "hours", "post": None},
        {"at": "2026-11-22T08:00:00+01:00", **by_hours},
    ]
    sauna, courses = place["services"]
    assert sauna["state"] == {
        "effect": "closed",
        "cause": "post",
        "post": "2026-11-20-sauna-zu",
        "since": "2026-11-20T10:00:00+01:00",
        "until": "2026-11-24T08:00:00+01:00",
    }
    assert sauna["transitions"][0] == {"at": "2026-11-24T08:00:00+01:00", **by_hours}
    assert courses == {"id": "kurse", "state": place["state"], "transitions": None}


def test_a_notice_tells_what_an_app_shows_without_asking_again():
    """Titles, pages, times and where the rest is."""
    (notice,) = status(small(CLOSURE))["notices"]
    file = f"{SITE}api/v1/posts/2026-11-20-sauna-zu.json"
    assert notice == {
        "id": "2026-11-20-sauna-zu",
        "type": "closure",
        "effect": "closed",
        "published": "2026-11-20T09:00:00+01:00",
        "modified": "2026-11-20T09:00:00+01:00",
        "current_from": "2026-11-20T10:00:00+01:00",
        "current_until": "2026-11-24T08:00:00+01:00",
        "next_update": None,
        "services": ["sauna"],
        "locations": ["mitte"],
        "texts": {
            "de": {
                "title": "Die Sauna in Mitte ist wieder offen",
                "url": f"{SITE}meldungen/2026-11-20-sauna-zu/",
            },
            "en": {
                "title": "The sauna in Mitte is open again",
                "url": f"{SITE}en/posts/2026-11-20-sauna-zu/",
            },
        },
        "file": file,
    }


def test_what_stands_around_it():
    """How often to ask, when to ask in any case, how far it sees, whose clock it is."""
    found = status(small(CLOSURE))
    assert {key: found[key] for key in list(found)[:4]} == {
        "time_zone": "Europe/Berlin",
        "poll_seconds": 60,
        "next_change": "2026-11-21T20:00:00+01:00",
        "foreseen_until": "2026-12-06T00:00:00+01:00",
    }
    assert [one["id"] for one in found["services"]] == ["sauna", "kurse"]
    assert found["services"][0]["urls"]["en"] == f"{SITE}en/services/sauna/"
    assert found["more_notices"] == 0


def test_where_no_hours_are_known_nobody_knows():
    """No effect is claimed, since nobody said anything."""
    found = status(make_publication([], locations={"mitte": make_location(hours=())}))
    nothing = {"effect": None, "cause": "nothing", "post": None, "since": None, "until": None}
    assert found["locations"][0]["state"] == nothing
    assert found["locations"][0]["transitions"] == []
    assert found["next_change"] is None


def test_a_service_of_no_place_has_its_state_with_itself():
    """And one that is offered somewhere has it there only."""
    post = make_post("a", services=("kurse",), locations=(), type="closure", effect=Effect.CLOSED)
    sauna, courses = status(make_publication([post]))["services"]
    assert (sauna["state"], sauna["transitions"]) == (None, None)
    assert courses["state"]["effect"] == "closed"
    assert courses["transitions"] == []


def test_booking_data_counts():
    """All dates of the next seven days are taken: full, until the free one comes near."""
    told = booked(("2026-11-23T10:00", 0), ("2026-12-01T10:00", 3))
    courses = status(small(availability=(told,)))["locations"][0]["services"][1]
    assert (courses["state"]["effect"], courses["state"]["cause"]) == ("full", "booking")
    assert {one["cause"] for one in courses["transitions"]} == {"hours", "booking"}


@pytest.mark.parametrize("hours", range(0, 24 * 15, 7))
def test_the_last_change_that_has_passed_is_the_state(hours: int):
    """The clock rule of the page on the API, held against the timelines themselves."""
    publication = make_chain(2, 3, posts=12, bookings=3)
    now = NOW + timedelta(hours=hours)
    if now >= publication.foreseen_until:
        return
    for place in status(publication)["locations"]:
        for of, changes, state in everything(place):
            passed = [one for one in changes if datetime.fromisoformat(one["at"]) <= now]
            holds = passed[-1] if passed else state
            answer = publication.timelines[of].at(now)
            told = (answer.effect and answer.effect.value, answer.cause.value, answer.post or None)
            assert (holds["effect"], holds["cause"], holds["post"]) == told


def everything(place):
    """The place and its services, each with its changes and its state."""
    yield Where(place["id"]), place["transitions"], place["state"]
    for one in place["services"]:
        changes = place["transitions"] if one["transitions"] is None else one["transitions"]
        yield Where(place["id"], one["id"]), changes, one["state"]


def test_until_the_next_change_no_byte_differs():
    """Not with the minute of the build; and at the time that it names something does."""
    publication = make_chain(2, 3, posts=12, bookings=3)
    for _ in range(6):
        change = next_change(publication)
        assert change is not None
        just_before = replace(publication, now=change - timedelta(seconds=1))
        same_day = publication.foreseen_until == just_before.foreseen_until
        at_change = replace(publication, now=change)
        if same_day:
            assert written(just_before) == written(publication)
        assert written(at_change) != written(just_before)
        publication = at_change


def test_what_is_said_later_does_not_show():
    """Neither a post nor the word that ends one, nor when that will be."""
    later = make_post("later", published="2026-11-21T13:00", effect=Effect.CLOSED, type="closure")
    resolved = make_update("2026-11-21T14:00", status=UpdateStatus.RESOLVED)
    told, untold = replace(CLOSURE, updates=(resolved,)), small(CLOSURE)
    assert written(small(told, later)) == written(untold)


def test_what_is_over_or_far_off_is_no_notice():
    """What ended, and what begins behind the end of what is foreseen."""
    over = make_post("over", type="closure", ends="2026-11-21T11:00")
    far = make_post("far", type="closure", starts="2026-12-24T00:00")
    soon = make_post("soon", type="closure", starts="2026-12-05T00:00")
    assert [one["id"] for one in status(small(over, far, soon))["notices"]] == ["soon"]


def test_the_gravest_notices_come_first_and_only_so_many():
    """Pinned ones before all others; of the rest the number is told."""
    posts = make_posts(MOST_NOTICES + 5, type="closure", effect=Effect.RESTRICTED)
    grave = make_post("grave", published="2026-01-01T09:00", type="closure", effect=Effect.CLOSED)
    pinned = make_post("pinned", published="2026-01-01T08:00", type="closure", is_pinned=True)
    found = status(small(*posts, grave, pinned))
    assert [one["id"] for one in found["notices"][:3]] == ["pinned", "grave", "post-0000"]
    assert (len(found["notices"]), found["more_notices"]) == (MOST_NOTICES, 7)


def test_hostile_titles_travel():
    """Quotes, a script's end and half a pair of surrogates break nothing."""
    title = 'Sauna "zu"\n</script>\ud800'
    found = status(small(make_post("a", texts={"de": make_text("de", title)})))
    assert found["notices"][0]["texts"]["de"]["title"] == 'Sauna "zu"\n</script>�'


@pytest.mark.parametrize(
    ("places", "services", "posts", "bookings", "most"),
    [(3, 6, 5, 2, 3_000), (50, 20, 30, 20, 25_000)],
)
def test_a_phone_can_ask_each_minute(places, services, posts, bookings, most):
    """3 KB for three places of six services, 25 KB for fifty of twenty, two weeks ahead.

    Measured: 1.7 KB of 25 KB, and 12 KB of 400 KB before compression.
    """
    publication = make_chain(places, services, posts=posts, bookings=bookings)
    data = written(publication)
    found = json.loads(data)["data"]
    assert sum(len(place["services"]) for place in found["locations"]) == places * services
    assert len(found["notices"]) >= posts // 2
    assert len(gzip.compress(data, 9)) <= most


def test_the_index_of_services_is_that_of_the_site():
    """Services come in the order in which the site shows them."""
    services = {"b": make_service("b"), "a": make_service("a")}
    assert [one["id"] for one in status(make_publication([], services=services))["services"]] == [
        "b",
        "a",
    ]
