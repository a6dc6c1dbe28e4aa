"""Opening hours as a customer reads them: equal days together, special days ahead."""

from dataclasses import dataclass
from datetime import time
from itertools import groupby

from aushang.model import Location
from aushang.outputs.moments import Moment
from aushang.outputs.pages.passages import Passage
from aushang.outputs.pages.press import Press

_WEEK = range(7)


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Days such as “Montag bis Freitag” and when it is open then, in words."""

    days: str
    times: str


@dataclass(frozen=True, slots=True)
class SpecialRow:
    """A day that differs, when it is open then, and why."""

    day: Moment
    times: str
    reason: Passage


def week(press: Press, location: Location) -> list[HoursRow]:
    """The week in runs of days with the same hours; nothing if no hours are known."""
    if not location.hours:
        return []
    runs = [
        (list(days), times)
        for times, days in groupby(_WEEK, key=lambda day: _times(press, location, day))
    ]
    return [HoursRow(_days(press, days), times) for days, times in runs]


def special_days(press: Press, location: Location) -> list[SpecialRow]:
    """The special days from today on, the nearest first."""
    today = press.almanac.local_day(press.publication.now)
    ahead = [special for special in location.special_hours if special.day >= today]
    return [
        SpecialRow(
            press.short_almanac.on(special.day),
            _in_words(press, list(special.intervals)),
            press.passage(special.reason),
        )
        for special in sorted(ahead, key=lambda special: special.day)
    ]


def _times(press: Press, location: Location, weekday: int) -> str:
    opened = [(each.opens, each.closes) for each in location.hours if each.weekday == weekday]
    return _in_words(press, sorted(opened))


def _in_words(press: Press, intervals: list[tuple[time, time]]) -> str:
    if not intervals:
        return press.words.say("geschlossen")
    told = [press.almanac.opening(opens, closes) for opens, closes in intervals]
    return press.words.enumerate(told)


def _days(press: Press, days: list[int]) -> str:
    first, last = press.almanac.weekday(days[0]), press.almanac.weekday(days[-1])
    if len(days) == 1:
        return first
    if len(days) == 2:  # noqa: PLR2004  # two days are named, more are a range
        return press.words.enumerate([first, last])
    if len(days) == len(_WEEK):
        return press.words.say("täglich")
    return press.words.say("{first} bis {last}", first=first, last=last)
