"""Opening hours as a customer reads them: today's, the week, the days ahead that differ.

Which day is today changes at midnight, without a build: a page carries the words of all the days
up to `foreseen_until` (see `spells`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import groupby

from markupsafe import Markup

from aushang.model import Location, SpecialHours
from aushang.model.opening import Span, spans_of
from aushang.outputs.moments import Almanac, Phrase
from aushang.outputs.pages.passages import Passage, words_markup
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.sentences import filled
from aushang.outputs.pages.spells import Timed, attributes, runs, spells
from aushang.outputs.pages.templates import time_element

AHEAD = timedelta(days=60)
"""How far one plans a visit; what differs later is told when it is nearer."""
MOST = 10
_DAY = timedelta(days=1)
_WEEK = range(7)


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Days such as “Montag bis Freitag” and when it is open then, in words."""

    days: str
    times: str


@dataclass(frozen=True, slots=True)
class Exceptional:
    """Days in a row that differ from the week in the same way, for the same reason."""

    first: date
    last: date
    intervals: tuple[Span, ...]
    special: SpecialHours


@dataclass(frozen=True, slots=True)
class SpecialRow:
    """Days that differ, when it is open then, why, and the attributes that tell when to show it."""

    days: Phrase
    times: str
    reason: Passage
    when: Markup


@dataclass(frozen=True, slots=True)
class SpecialRows:
    """The rows, and the attributes that tell when there are any."""

    rows: list[SpecialRow]
    when: Markup


def today(press: Press, location: Location) -> list[Timed]:
    """“Heute, So., 22. November: 8:00 bis 21:00 Uhr”; nothing if no hours are known."""
    if not (location.hours or location.special_hours):
        return []
    days = runs(_midnights(press), press.almanac.local_day, press.publication.foreseen_until)
    return [Timed(_told(press, location, day), (spell,)) for spell, day in days]


def week(press: Press, location: Location) -> list[HoursRow]:
    """The week in runs of days with the same hours; nothing if no hours are known."""
    if not location.hours:
        return []
    found = [
        (list(days), times)
        for times, days in groupby(_WEEK, key=lambda day: _times(press, location, day))
    ]
    return [HoursRow(_days(press, days), times) for days, times in found]


def special_days(press: Press, location: Location) -> SpecialRows:
    """The days that differ, as long as they are ahead, the nearest first."""
    moments, local_day = _midnights(press), press.almanac.local_day
    ahead = {day: exceptions(location, day) for day in map(local_day, moments)}

    def is_shown(one: Exceptional, at: datetime) -> bool:
        return one in ahead[local_day(at)]

    shown = sorted({one.first: one for found in ahead.values() for one in found}.items())
    rows = [
        SpecialRow(
            days=_days_of(press.short_almanac, one),
            times=_in_words(press, one.intervals),
            reason=press.passage(one.special.reason),
            when=attributes(spells(moments, partial(is_shown, one))),
        )
        for _, one in shown
    ]
    when = attributes(spells(moments, lambda at: bool(ahead[local_day(at)])))
    return SpecialRows(rows, when)


def exceptions(location: Location, day: date) -> Sequence[Exceptional]:
    """What differs from a day on: the nearest, and what else begins within some weeks."""
    found = [one for one in _in_a_row(location) if one.last >= day]
    near = [one for one in found if one.first <= day + AHEAD]
    return near[:MOST] or found[:1]


def _in_a_row(location: Location) -> Iterator[Exceptional]:
    """Days that staff wrote as one stay together; a public holiday stands alone."""
    days = enumerate(sorted(location.special_hours, key=lambda one: one.day))

    def run(numbered: tuple[int, SpecialHours]) -> tuple[int | None, date]:
        number, one = numbered
        return one.entry, one.day if one.entry is None else one.day - number * _DAY

    for _, together in groupby(days, key=run):
        specials = [one for _, one in together]
        first = specials[0]
        yield Exceptional(first.day, specials[-1].day, first.intervals, first)


def _midnights(press: Press) -> list[datetime]:
    """The time of the build, then the beginning of each day that the page may live to see."""
    now, zone = press.publication.now, press.almanac.zone
    day, found = press.almanac.local_day(now), [now]
    while found[-1] < press.publication.foreseen_until:
        day += _DAY
        found.append(datetime.combine(day, time(), zone).astimezone(UTC))
    return found[:-1]


def _told(press: Press, location: Location, day: date) -> Markup:
    special = {one.day: one for one in location.special_hours}.get(day)
    reason = press.passage(special.reason) if special else Passage("")
    almanac = Almanac(press.words, press.almanac.zone, day.year)
    parts = {
        "day": time_element(almanac.on(day)),
        "times": Markup("{}").format(_in_words(press, spans_of(location, day))),
    }
    if not reason.text:
        return filled(press.words.say("Heute, {day}: {times}"), **parts)
    told = press.words.say("Heute, {day}: {times} ({reason})")
    return filled(told, **parts, reason=words_markup(reason))


def _times(press: Press, location: Location, weekday: int) -> str:
    opened = [(each.opens, each.closes) for each in location.hours if each.weekday == weekday]
    return _in_words(press, sorted(opened))


def _in_words(press: Press, intervals: Sequence[Span]) -> str:
    if not intervals:
        return press.words.say("geschlossen")
    told = [press.almanac.opening(opens, closes) for opens, closes in intervals]
    return press.words.enumerate(told)


def _days_of(almanac: Almanac, one: Exceptional) -> Phrase:
    first, last = almanac.on(one.first), almanac.on(one.last)
    if one.first == one.last:
        return Phrase("{day}", {"day": first})
    message = almanac.words.say("{begins} bis {ends}")
    return Phrase(message, {"begins": first, "ends": last})


def _days(press: Press, days: list[int]) -> str:
    first, last = press.almanac.weekday(days[0]), press.almanac.weekday(days[-1])
    if len(days) == 1:
        return first
    if len(days) == 2:  # noqa: PLR2004  # two days are named, more are a range
        return press.words.enumerate([first, last])
    if len(days) == len(_WEEK):
        return press.words.say("täglich")
    return press.words.say("{first} bis {last}", first=first, last=last)
