"""Dates by weeks: a cell for each day at a glance, and a row for each date.

What has begun goes by the reader's clock, like all that waits for its time (see `spells`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from markupsafe import Markup

from aushang.model import Slot
from aushang.outputs.moments import Moment, Phrase
from aushang.outputs.pages.outlook import left
from aushang.outputs.pages.passages import Badge, Passage, Reference, badge_markup
from aushang.outputs.pages.places_left import MOMENTS
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.spells import Timed, attributes, runs

WEEKS = 12
"""How far ahead dates are shown; whoever plans further asks the booking system."""
WEEKDAYS = range(7)
_ALWAYS = Markup()


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of the overview: “Mo”, “23.”, and if it has dates where they are and how many are free.

    `until` hides what is said of the dates once the last has begun, and `after` shows that there
    are none; without dates `anchor` is empty and there is no badge.
    """

    weekday: str
    number: str
    anchor: str = ""
    badges: Sequence[Timed] = ()
    until: Markup = _ALWAYS
    after: Markup | None = _ALWAYS


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date: its time, what takes place, the places left, where it is booked, up to when."""

    at: Moment
    what: Reference
    badge: Badge
    is_free: bool
    until: Markup


@dataclass(frozen=True, slots=True)
class DayView:
    """A day and its dates, up to the beginning of the last."""

    anchor: str
    day: Moment
    rows: Sequence[DateRow]
    until: Markup


@dataclass(frozen=True, slots=True)
class WeekView:
    """A week from Monday: its first and last day, a cell for each day, the days with dates."""

    span: Phrase
    cells: Sequence[DayCell]
    days: Sequence[DayView]
    until: Markup


def shown(press: Press, ahead: Sequence[Slot]) -> Sequence[Slot]:
    """The dates of `WEEKS` weeks from the one of the first date on."""
    day = press.almanac.local_day
    if not ahead:
        return ()
    first = day(ahead[0].start)
    last = first - timedelta(days=first.weekday()) + timedelta(weeks=WEEKS)
    return [slot for slot in ahead if day(slot.start) < last]


def weeks(press: Press, slots: Sequence[Slot]) -> list[WeekView]:
    """The weeks with dates. `slots` are ahead, in order; of the nearest it is told as they pass."""
    near = slots[MOMENTS - 1].start if len(slots) > MOMENTS else None
    by_day = {
        day: list(found)
        for day, found in groupby(slots, key=lambda slot: press.almanac.local_day(slot.start))
    }
    mondays = dict.fromkeys(day - timedelta(days=day.weekday()) for day in by_day)
    return [_week(press, monday, by_day, near) for monday in mondays]


def until(last: datetime) -> Markup:
    """The attributes of what goes when the last date begins that it is about."""
    return attributes([(None, last)])


def _week(
    press: Press, monday: date, by_day: dict[date, list[Slot]], near: datetime | None
) -> WeekView:
    days = [monday + timedelta(days=number) for number in WEEKDAYS]
    with_dates = [day for day in days if day in by_day]
    return WeekView(
        span=press.short_almanac.days(days[0], days[-1]),
        cells=[_cell(press, day, by_day.get(day, ()), near) for day in days],
        days=[_day(press, day, by_day[day], near) for day in with_dates],
        until=until(by_day[with_dates[-1]][-1].start),
    )


def _cell(press: Press, day: date, slots: Sequence[Slot], near: datetime | None) -> DayCell:
    weekday = press.almanac.short_weekday(day.weekday())
    number = press.almanac.day_of_month(day)
    if not slots:
        return DayCell(weekday, number)
    if not _is_near(slots[0], near):
        told = Timed(badge_markup(_summary(press, slots)))
        return DayCell(weekday, number, _anchor(day), [told], after=None)
    last = slots[-1].start
    moments = (press.publication.now, *sorted({slot.start for slot in slots[:-1]} - {last}))
    found = runs(
        moments,
        lambda at: _summary(press, [slot for slot in slots if slot.start > at]),
    )
    badges = [Timed(badge_markup(badge), (spell,)) for spell, badge in found]
    return DayCell(weekday, number, _anchor(day), badges, until(last), attributes([(last, None)]))


def _summary(press: Press, slots: Sequence[Slot]) -> Badge:
    """“2 frei”, “fragen” or “voll”."""
    kinds, words = [_kind(slot) for slot in slots], press.words
    free = kinds.count("open")
    if free:
        return Badge("open", words.say("{number} frei", number=free))
    if "plain" in kinds:
        return Badge("plain", words.say("fragen"))
    return Badge("full", words.say("voll"))


def _day(press: Press, day: date, slots: Sequence[Slot], near: datetime | None) -> DayView:
    rows = [
        DateRow(
            at=press.almanac.time_of(slot.start),
            what=Reference(Passage(_what(press, slot)), slot.url if slot.is_free else ""),
            badge=Badge(_kind(slot), left(press, slot)),
            is_free=slot.is_free,
            until=until(slot.start) if _is_near(slot, near) else _ALWAYS,
        )
        for slot in slots
    ]
    return DayView(_anchor(day), press.short_almanac.on(day), rows, until(slots[-1].start))


def _is_near(slot: Slot, near: datetime | None) -> bool:
    return near is None or slot.start <= near


def _anchor(day: date) -> str:
    return f"tag-{day.isoformat()}"


def _kind(slot: Slot) -> str:
    """Only what is known to be free looks so; of what one has to ask nothing is promised."""
    if slot.remaining is None:
        return "plain"
    return "open" if slot.is_free else "full"


def _what(press: Press, slot: Slot) -> str:
    """What is written on the link: what takes place, or that one can book here."""
    if slot.name:
        return slot.name
    is_booked_here = slot.is_free and slot.url
    return press.words.say("Termin buchen") if is_booked_here else press.words.say("Termin")
