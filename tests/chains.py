"""Chains of studios in memory, as large as wanted: hours, some posts, some booking data."""

from datetime import time, timedelta

from tests.booked_dates import make_availability, make_slot
from tests.factories import (
    NOW,
    make_bilingual_post,
    make_location,
    make_publication,
    make_service,
)

from aushang.model import Availability, Effect, Hours, Localised, Post, Publication

_KINDS = (
    ("closure", Effect.CLOSED),
    ("disruption", Effect.RESTRICTED),
    ("maintenance", Effect.CLOSED),
    ("news", None),
    ("availability", Effect.FULL),
)


def make_chain(places: int, services: int, *, posts: int, bookings: int) -> Publication:
    """That many places with their own hours, each with all services."""
    offers = {
        one.id: one
        for one in (
            make_service(f"angebot-{number}", f"Angebot {number}", f"Offer {number}")
            for number in range(services)
        )
    }
    studios = [
        make_location(
            f"studio-{number}",
            name=f"Studio {number}",
            summary=Localised({}),
            services=tuple(offers),
            hours=_hours(number),
        )
        for number in range(places)
    ]
    return make_publication(
        [_post(number, places, services) for number in range(posts)],
        services=offers,
        locations={one.id: one for one in studios},
        availability=tuple(_booked(number, places, services) for number in range(bookings)),
    )


def _hours(number: int) -> tuple[Hours, ...]:
    week = (Hours(day, time(6 + number % 3), time(21 + number % 2)) for day in range(5))
    end = (Hours(day, time(8 + number % 4), time(18 + number % 5)) for day in (5, 6))
    return (*week, *end)


def _post(number: int, places: int, services: int) -> Post:
    kind, effect = _KINDS[number % len(_KINDS)]
    starts = NOW + timedelta(days=number % 7 - 3, hours=number % 24)
    return make_bilingual_post(
        f"2026-11-{10 + number % 10}-meldung-{number}",
        type=kind,
        effect=effect,
        published=NOW - timedelta(days=number % 9, hours=number),
        starts=starts,
        ends=starts + timedelta(days=1 + number % 5),
        services=(f"angebot-{number % services}",),
        locations=(f"studio-{number * 7 % places}",),
    )


def _booked(number: int, places: int, services: int) -> Availability:
    """Forty dates, two a day; of every other one all are taken."""
    slots = (
        make_slot(
            NOW + timedelta(days=each // 2, hours=1 + each % 2 * 3),
            each * number % 3 if number % 2 else 0,
            maximum=12,
        )
        for each in range(40)
    )
    return make_availability(
        *slots,
        service=f"angebot-{number % services}",
        location=f"studio-{number * 3 % places}",
        as_of=NOW,
    )
