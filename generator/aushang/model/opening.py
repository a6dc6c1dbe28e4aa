"""When a place is open by its hours: the week, and the days that differ from it.

An interval belongs to the day on which it begins. So a day that differs takes the place of what
begins on it, and leaves alone what reaches into it from the day before.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aushang.model.availability import Stretch, joined
from aushang.model.place import Hours, Location

_DAY = timedelta(days=1)

Span = tuple[time, time]
"""Opening and closing time; closing at or before opening is on the next day."""


def spans_of(location: Location, day: date) -> tuple[Span, ...]:
    """What begins on a day, in its order; nothing where it is closed, or no hours are known."""
    return _on(day, _week(location.hours), _special(location))


def openings(location: Location, zone: ZoneInfo, first: date, days: int) -> Iterator[Stretch]:
    """When it is open, in UTC, of all that begins on `days` days from `first`, in order.

    Intervals that touch are one: a place that is open all night does not close at midnight. Hours
    are those of the wall clock: one that the clock change skips is counted from the hour before it,
    and of one that happens twice the first is meant (PEP 495).
    """
    week, special = _week(location.hours), _special(location)
    found = (
        _stretch(day, span, zone)
        for day in (first + number * _DAY for number in range(days))
        for span in _on(day, week, special)
    )
    # In order, since the clock change can put what begins later on the wall in front.
    return joined(sorted(one for one in found if one[0] < one[1]))


def _on(
    day: date, week: Mapping[int, tuple[Span, ...]], special: Mapping[date, tuple[Span, ...]]
) -> tuple[Span, ...]:
    return special[day] if day in special else week.get(day.weekday(), ())


def _week(hours: Iterable[Hours]) -> Mapping[int, tuple[Span, ...]]:
    found: dict[int, tuple[Span, ...]] = {}
    for one in hours:
        found[one.weekday] = (*found.get(one.weekday, ()), (one.opens, one.closes))
    return {weekday: tuple(sorted(spans)) for weekday, spans in found.items()}


def _special(location: Location) -> Mapping[date, tuple[Span, ...]]:
    return {special.day: tuple(sorted(special.intervals)) for special in location.special_hours}


def _stretch(day: date, span: Span, zone: ZoneInfo) -> Stretch:
    opens, closes = span
    last = day if closes > opens else day + _DAY
    begins = datetime.combine(day, opens, zone).astimezone(UTC)
    return begins, datetime.combine(last, closes, zone).astimezone(UTC)
