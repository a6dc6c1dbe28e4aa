"""What has to fit together in the hours of a place: no day twice, no hours that overlap.

Like all rules, these look at what was written (see `rules`).
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from aushang.content.public_holidays import fault_of_name, fault_of_region
from aushang.content.schema.faults import Place
from aushang.content.schema.moments import Fault, read_day
from aushang.content.schema.opening import (
    DAYS,
    Opening,
    overlaps,
    read_days,
    read_span,
    repeated_days,
)

_LONGEST = timedelta(days=366)
_APART = "let one end before the other begins, or write them as one"

Written = Mapping[str, object]
Found = Iterator[tuple[Place, Fault]]


def days_stand_once(values: Written, _zone: ZoneInfo) -> Found:
    """Each weekday in one entry of the week."""
    hours = values.get("hours")
    if isinstance(hours, dict):
        for entry, day in repeated_days(hours).items():
            what = f"names {day}, which an entry above it names too"
            hint = "write all hours of a day into one list"
            yield ("hours", entry, "[key]"), Fault("AU001", what, hint)


def hours_are_apart(values: Written, _zone: ZoneInfo) -> Found:
    """No hours of the week that overlap others, Sunday's and Monday's neither."""
    hours = values.get("hours")
    if not isinstance(hours, dict):
        return
    twice = repeated_days(hours)
    openings: list[Opening] = []
    for entry, written in hours.items():
        days = read_days(entry)
        if entry not in twice and not isinstance(days, Fault):
            openings += _openings(("hours", entry), written, days)
    said = set()
    for one, other in overlaps(openings):
        if one.place not in said:
            said.add(one.place)
            what = f"is “{one.written}”, which overlaps “{other.written}” of {DAYS[other.day]}"
            yield one.place, Fault("AU001", what, _APART)


def special_days_say_one_thing(values: Written, _zone: ZoneInfo) -> Found:
    """Each day in one entry, with hours or closed, and hours that do not overlap."""
    seen: dict[date, int] = {}
    for index, written in _entries(values.get("special_hours")):
        place: Place = ("special_hours", index)
        is_closed = written.get("closed", False)
        # What is neither true nor false is told as such.
        if isinstance(is_closed, bool) and ("hours" in written) == is_closed:
            what = "needs either `hours` or `closed: true`"
            yield place, Fault("AU001", what, "write one of the two")
        yield from _overlapping((*place, "hours"), written.get("hours"))
        first, last = _day(written.get("date")), _day(written.get("until"))
        wrong = _wrong_span(written, first, last)
        if wrong:
            yield (*place, "until"), wrong
        elif first:
            days = _days_between(first, last or first)
            twice = next((day for day in days if day in seen), None)
            if twice:
                yield _twice(index, twice, seen[twice], first)
            seen = dict.fromkeys(days, index) | seen


def holidays_are_known(values: Written, _zone: ZoneInfo) -> Found:
    """Names of holidays that the region has, beside a week, and hours that do not overlap."""
    holidays = values.get("holidays")
    if not isinstance(holidays, dict):
        return
    if "hours" not in values:
        what = "stands without `hours`, from which its days could differ"
        yield ("holidays", "[key]"), Fault("AU003", what, "add the `hours` of the week")
    yield from _overlapping(("holidays", "hours"), holidays.get("hours"))
    region, named = holidays.get("region"), holidays.get("days")
    is_known = isinstance(region, str) and not fault_of_region(region)
    for name, written in named.items() if isinstance(named, dict) else ():
        yield from _overlapping(("holidays", "days", name), written)
        fault = fault_of_name(name, str(region)) if is_known else None
        if fault:
            yield ("holidays", "days", name, "[key]"), fault


def _entries(written: object) -> Iterator[tuple[int, Written]]:
    for index, entry in enumerate(written if isinstance(written, list) else ()):
        if isinstance(entry, dict):
            yield index, entry


def _openings(place: Place, written: object, days: Iterable[int] = (0,)) -> Iterator[Opening]:
    """What is written as one span or a list of them, on each of the days; without what is none."""
    listed = written if isinstance(written, list) else [written]
    for number, text in enumerate(listed):
        span = read_span(text) if isinstance(text, str) else None
        if isinstance(span, tuple):
            where = (*place, number) if isinstance(written, list) else place
            yield from (Opening(day, span, text, where) for day in days)


def _overlapping(place: Place, written: object) -> Found:
    """The hours of a day that overlap others of it."""
    for one, other in overlaps(_openings(place, written)):
        what = f"is “{one.written}”, which overlaps “{other.written}”"
        yield one.place, Fault("AU001", what, _APART)


def _day(written: object) -> date | None:
    found = read_day(written) if isinstance(written, str) else None
    return found if isinstance(found, date) else None


def _wrong_span(written: Written, first: date | None, last: date | None) -> Fault | None:
    """What is wrong with the last day of an entry."""
    if first and last and last <= first:
        what = f"is “{written['until']}”, which is not after `date` (“{written['date']}”)"
        return Fault("AU021", what, "correct one of the two, or remove `until`")
    if first and last and last - first > _LONGEST:
        what = f"is “{written['until']}”, more than a year after `date` (“{written['date']}”)"
        return Fault("AU001", what, "what lasts so long belongs into `hours`")
    return None


def _days_between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _twice(index: int, day: date, before: int, first: date) -> tuple[Place, Fault]:
    if day == first:
        what = f"is “{day}”, the same day as in entry {before + 1}"
        return ("special_hours", index, "date"), Fault("AU001", what, "remove one of the two")
    what = f"reaches {day}, which stands in entry {before + 1}"
    hint = "let each day stand in one entry"
    return ("special_hours", index, "until"), Fault("AU001", what, hint)
