"""Places and services as components, in which state they are, and what that comes to."""

from datetime import timedelta

import pytest
from tests.booked_dates import make_availability, make_slot
from tests.factories import (
    NOW,
    berlin,
    make_location,
    make_post,
    make_publication,
    make_service,
    make_update,
)
from tests.statuspage_files import statuspage_files

from aushang.model import Effect, UpdateStatus

NIGHT = berlin("2026-11-21T03:00")
SERVICES = {"sauna": make_service(), "kurse": make_service("kurse", "Kurse")}
LOCATIONS = {
    "mitte": make_location(services=("sauna", "kurse")),
    "ost": make_location("ost", "Ost"),
}


def files(*posts, **fields):
    """What all files say of two places with three services."""
    values = {"services": SERVICES, "locations": LOCATIONS}
    return statuspage_files(make_publication(posts, **(values | fields)))


def states(*posts, **fields):
    """The components that are not operational, by id."""
    found = files(*posts, **fields)["components"]["components"]
    return {one["id"]: one["status"] for one in found if one["status"] != "operational"}


def full(location="mitte", service="kurse", remaining=0):
    """A date tomorrow, of which that many places are left."""
    slot = make_slot(NOW + timedelta(days=1), remaining)
    return make_availability(slot, service=service, location=location, as_of=NOW)


def test_places_are_groups_and_services_their_members():
    """Each group before its members; a service of no place stands at the end, in no group."""
    services = SERVICES | {"bad": make_service("bad", "Bad")}
    found = files(services=services)["components"]["components"]
    keys = ("id", "name", "position", "group", "group_id", "components")
    assert [tuple(one.get(key) for key in keys) for one in found] == [
        ("mitte", "Mitte", 1, True, None, ["mitte.sauna", "mitte.kurse"]),
        ("mitte.sauna", "Sauna", 1, False, "mitte", None),
        ("mitte.kurse", "Kurse", 2, False, "mitte", None),
        ("ost", "Ost", 2, True, None, ["ost.sauna"]),
        ("ost.sauna", "Sauna", 1, False, "ost", None),
        ("bad", "Bad", 3, False, None, None),
    ]


def test_ids_are_unique_whatever_they_are_made_of():
    """A place and a service of no place may have the same id."""
    services = SERVICES | {"mitte": make_service("mitte", "Mitte")}
    ids = [one["id"] for one in files(services=services)["components"]["components"]]
    assert ids[-1] == "mitte.mitte"
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("kind", "effect", "state"),
    [
        ("closure", Effect.CLOSED, "major_outage"),
        ("maintenance", Effect.CLOSED, "under_maintenance"),
        ("maintenance", Effect.RESTRICTED, "degraded_performance"),
        ("disruption", Effect.RESTRICTED, "degraded_performance"),
        ("availability", Effect.FULL, "partial_outage"),
        ("reopening", Effect.RESTRICTED, "degraded_performance"),
        ("reopening", Effect.OPEN, "operational"),
        ("disruption", None, "operational"),
    ],
)
def test_the_state_of_a_component_is_what_customers_can_do(kind, effect, state):
    """Whatever post says so; only what it closed for is told apart."""
    found = files(make_post("eins", type=kind, effect=effect))["components"]["components"]
    assert found[1]["status"] == state
    assert {one["status"] for one in found[2:]} == {"operational"}


def test_hours_are_no_outage():
    """At night nothing is closed that was not, and what is broken stays broken."""
    assert states(now=NIGHT) == {}
    broken = make_post("kaputt", type="disruption", effect=Effect.RESTRICTED)
    expected = {"mitte.sauna": "degraded_performance"}
    assert states(broken) == states(broken, now=NIGHT) == expected


def test_planned_work_is_no_trouble_before_it_begins():
    """Nor is any other announcement."""
    work = {"starts": "2026-11-21T12:00", "effect": Effect.CLOSED}
    before = berlin("2026-11-21T11:59")
    for kind, state in (("maintenance", "under_maintenance"), ("closure", "major_outage")):
        assert states(make_post("a", type=kind, **work), now=before) == {}
        assert states(make_post("a", type=kind, **work)) == {"mitte.sauna": state}


def test_a_reopening_ends_the_outage():
    """By the rule of the answers: a closure to which nobody went back is over."""
    closed = make_post("zu", type="closure", effect=Effect.CLOSED)
    opened = make_post("auf", effect=Effect.OPEN, published="2026-11-21T09:00")
    assert states(closed) == {"mitte.sauna": "major_outage"}
    assert states(closed, opened) == {}


def test_a_post_of_a_whole_place_is_of_all_its_services():
    """The group is the place as a whole: one of its services alone does not change it."""
    closed = make_post("zu", type="closure", effect=Effect.CLOSED, services=())
    assert states(closed) == dict.fromkeys(("mitte", "mitte.sauna", "mitte.kurse"), "major_outage")


def test_booking_data_that_is_full_is_a_state_and_no_incident():
    """Nobody wrote a post about it."""
    assert states(availability=(full(remaining=1),)) == {}
    assert states(availability=(full(remaining=None),)) == {}
    found = files(availability=(full(),))
    (one,) = [each for each in found["components"]["components"] if each["id"] == "mitte.kurse"]
    # It is full while it is less than a week ahead.
    assert (one["status"], one["updated_at"]) == ("partial_outage", "2026-11-15T11:00:00.000Z")
    assert found["incidents"]["incidents"] == []


@pytest.mark.parametrize(
    ("fields", "since"),
    [
        ({}, "2026-11-20T08:00:00.000Z"),
        ({"starts": "2026-11-21T06:00"}, "2026-11-21T05:00:00.000Z"),
        ({"ends": "2026-11-21T11:00"}, "2026-11-21T10:00:00.000Z"),
        ({"updated": "2026-11-21T11:00"}, "2026-11-20T08:00:00.000Z"),
        ({"published": "2025-11-20T09:00"}, "2025-12-31T23:00:00.000Z"),
    ],
)
def test_since_when_it_is_so(fields, since):
    """Words about it do not change it. Before the site's ids were ours there was nothing."""
    post = make_post("zu", **({"type": "closure", "effect": Effect.CLOSED} | fields))
    found = files(post)["components"]["components"]
    assert found[1]["updated_at"] == since
    assert found[2]["updated_at"] == "2025-12-31T23:00:00.000Z"


@pytest.mark.parametrize(
    ("effect", "over", "since"),
    [
        # What was graver is over, so since then it is as bad as it is.
        (Effect.RESTRICTED, Effect.CLOSED, "2026-11-21T10:00:00.000Z"),
        # What was no worse changed nothing.
        (Effect.CLOSED, Effect.CLOSED, "2026-11-20T08:00:00.000Z"),
        (Effect.CLOSED, Effect.RESTRICTED, "2026-11-20T08:00:00.000Z"),
        # That something had no effect is over, and nothing else was.
        (None, None, "2025-12-31T23:00:00.000Z"),
    ],
)
def test_what_is_over_changes_a_state_if_it_made_it(effect, over, since):
    """While another matter lasts there."""
    ended = make_post("war", type="disruption", effect=over, ends="2026-11-21T11:00")
    found = files(make_post("ist", type="disruption", effect=effect), ended)
    assert found["components"]["components"][1]["updated_at"] == since


ONE = {"locations": {"mitte": make_location()}, "services": {"sauna": make_service()}}


@pytest.mark.parametrize(
    ("posts", "content", "indicator", "description"),
    [
        ((), {}, "none", "All Systems Operational"),
        ((), {"locations": {}, "services": {}}, "none", "All Systems Operational"),
        ((("maintenance", Effect.CLOSED),), {}, "minor", "Service Under Maintenance"),
        ((("disruption", Effect.RESTRICTED),), {}, "minor", "Partially Degraded Service"),
        ((("availability", Effect.FULL),), {}, "minor", "Minor Service Outage"),
        ((("closure", Effect.CLOSED),), {}, "major", "Partial System Outage"),
        ((("closure", Effect.CLOSED),), ONE, "critical", "Major Service Outage"),
        (
            (("availability", Effect.FULL), ("closure", Effect.CLOSED)),
            {},
            "major",
            "Partial System Outage",
        ),
    ],
)
def test_the_worst_state_is_that_of_all(posts, content, indicator, description):
    """Planned work is less than any trouble; that nothing is left open is more than all."""
    made = [
        make_post(f"p{number}", type=kind, effect=effect, locations=("mitte", "ost")[number:][:1])
        for number, (kind, effect) in enumerate(posts)
    ]
    found = files(*made, **content)
    expected = {"indicator": indicator, "description": description}
    assert found["status"]["status"] == found["summary"]["status"] == expected


def test_what_was_taken_back_is_as_if_nobody_had_said_it():
    """Also before the announced end."""
    words = (make_update("2026-11-21T09:00", status=UpdateStatus.WITHDRAWN),)
    post = make_post("zu", type="closure", ends="2026-11-25T09:00", updates=words)
    assert states(post) == {}
