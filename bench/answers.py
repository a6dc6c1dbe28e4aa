"""The row about what holds everywhere for a year: a pure function, timed in this process."""

import random
import statistics
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from datetime import time as clock
from zoneinfo import ZoneInfo

from aushang.model import (
    Availability,
    Effect,
    Hours,
    Localised,
    Location,
    Post,
    PostType,
    Slot,
    Source,
)
from aushang.model.standing import timelines
from bench.corpus import NOW, ZONE
from bench.plan import Plan
from bench.table import Line, bounded

_PLACES, _SERVICES, _POSTS, _SLOTS = 50, 20, 10_000, 20
_MOST = 1.0  # seconds
_SOURCE = Source("bench")
_EFFECTS = {
    PostType.CLOSURE: Effect.CLOSED,
    PostType.DISRUPTION: Effect.RESTRICTED,
    PostType.AVAILABILITY: Effect.FULL,
    PostType.REOPENING: Effect.OPEN,
}


def of_a_year(plan: Plan) -> Iterator[Line]:
    """A year of transitions for fifty places of twenty services, with posts and dates."""
    zone = ZoneInfo(ZONE)
    now = NOW.replace(tzinfo=zone)
    chance = random.Random(20261122)
    services = [f"service-{number}" for number in range(_SERVICES)]
    locations = {f"place-{number}": _place(number, services) for number in range(_PLACES)}
    posts = [_post(number, now, chance) for number in range(_POSTS)]
    slots = [_slots(place, service, now, chance) for place in locations for service in services]
    times = []
    for _ in range(plan.runs):
        began = time.perf_counter()
        timelines(
            posts, services=services, locations=locations, availability=slots, zone=zone, now=now
        )
        times.append(time.perf_counter() - began)
    counts = f"{_POSTS:,} posts, {len(slots) * _SLOTS:,} dates"
    what = f"a year of answers for {_PLACES} × {_SERVICES}, {counts}"
    yield bounded(what, statistics.median(times), _MOST, "s")


def _place(number: int, services: list[str]) -> Location:
    week = tuple(Hours(day, clock(6), clock(22, number % 60)) for day in range(7))
    return Location(
        id=f"place-{number}",
        name=Localised({"de": f"Studio {number}"}),
        summary=Localised({}),
        source=_SOURCE,
        hours=week,
        services=tuple(services),
    )


def _post(number: int, now: datetime, chance: random.Random) -> Post:
    kind = chance.choice(list(_EFFECTS))
    starts = now + timedelta(hours=chance.randint(-4_000, 8_000))
    return Post(
        id=f"post-{number}",
        type=kind,
        effect=_EFFECTS[kind],
        published=min(starts, now),
        starts=starts,
        ends=starts + timedelta(hours=chance.randint(2, 200)),
        texts={},
        source=_SOURCE,
        services=(f"service-{chance.randrange(_SERVICES)}",),
        locations=(f"place-{chance.randrange(_PLACES)}",),
    )


def _slots(place: str, service: str, now: datetime, chance: random.Random) -> Availability:
    hour = timedelta(hours=1)
    dates = (
        Slot(start=now + 12 * number * hour, duration=hour, remaining=chance.choice([0, 0, 0, 3]))
        for number in range(_SLOTS)
    )
    return Availability(
        service=service,
        location=place,
        slots=tuple(dates),
        as_of=now,
        good_for=24 * hour,
        source=_SOURCE,
    )
