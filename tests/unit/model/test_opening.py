"""Opening hours as moments: days that differ, and the nights in which the clock is changed."""

from datetime import date, time, timedelta

import pytest
from tests.factories import BERLIN, make_location

from aushang.model import Hours, Localised, SpecialHours
from aushang.model.opening import openings, spans_of


def test_a_day_that_differs_takes_the_place_of_what_begins_on_it() -> None:
    """What reaches into it from the evening before stays."""
    closed = SpecialHours(day=date(2026, 11, 21), intervals=(), reason=Localised({"de": "Fest"}))
    hours = (Hours(4, time(22), time(4)), Hours(5, time(22), time(4)))
    place = make_location("mitte", hours=hours, special_hours=(closed,), services=("sauna",))
    assert spans_of(place, date(2026, 11, 21)) == ()
    found = list(openings(place, BERLIN, date(2026, 11, 20), 3))
    assert [[at.astimezone(BERLIN).isoformat()[:16] for at in one] for one in found] == [
        ["2026-11-20T22:00", "2026-11-21T04:00"]
    ]


@pytest.mark.parametrize(
    ("day", "span", "hours"),
    [
        (date(2026, 3, 28), (time(22), time(4)), 5),  # the night is an hour short
        (date(2026, 10, 24), (time(22), time(4)), 7),  # and an hour long
        (
            date(2026, 3, 29),
            (time(2, 30), time(3, 15)),
            0,
        ),  # skipped, and then over before it began
        (date(2026, 3, 29), (time(1), time(6)), 4),
        (date(2026, 10, 25), (time(2, 30), time(6)), 4.5),  # the first half past two
    ],
)
def test_the_clock_change(day: date, span: tuple[time, time], hours: float) -> None:
    """Hours are those of the wall clock; how long they last is another thing."""
    place = make_location("mitte", hours=(Hours(day.weekday(), *span),))
    lasts = sum((b - a for a, b in openings(place, BERLIN, day, 1)), timedelta())
    assert lasts == timedelta(hours=hours)
