"""Days, times and spans in words: “Mo., 23. November 2026, 6:00 Uhr” and so on.

Times are told in the site's zone. What a careful editor leaves out is left out: midnight at the
start of a day is the day alone, midnight at its end is the day included, the year stands once.
Where the clock change makes a time happen twice, the zone's name stands beside it.

Date patterns are messages of the catalogue like any other (CLDR letters).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time, get_day_names, get_timezone_name

from aushang.outputs.wording import Wording

_DAY = timedelta(days=1)
_REMEMBERED = 10_000  # days and times of day in words: a decade in both languages
_AFTER_NUMBER = re.compile(r"(?<=\d) |(?<=\d\.) ")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a time in words, and as HTML's `datetime` wants it (RFC 3339 with offset)."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with moments in them: `message` holds a `{name}` for each."""

    message: str
    moments: Mapping[str, Moment]

    def __str__(self) -> str:
        """The phrase as plain text."""
        return self.message.format(**{name: each.text for name, each in self.moments.items()})


@dataclass(frozen=True, slots=True)
class Almanac:
    """Dates and times of one zone in one language.

    `this_year` is a year that needs no saying, for short notes that are made anew every year.
    """

    words: Wording
    zone: ZoneInfo
    this_year: int = 0
    _told: dict[tuple[str, object], str] = field(default_factory=dict, repr=False, compare=False)

    def moment(self, at: datetime) -> Moment:
        """“Mo., 23. November 2026, 6:00 Uhr”; a midnight is the day alone."""
        local = at.astimezone(self.zone)
        return Moment(self._with_time(self._weekday_and_day(local), local), local.isoformat())

    def moment_with_zone(self, at: datetime) -> Moment:
        """“Mo., 23. November 2026, 6:00 Uhr (MEZ)”, where the zone matters and the second does not.

        A page that says as of when it is stays the same until the minute is over.
        """
        local = at.astimezone(self.zone).replace(second=0, microsecond=0)
        time_and_zone = f"{self._time(local)} ({self._zone_name(local)})"
        day = self._weekday_and_day(local)
        text = self.words.say("{day}, {time}", day=day, time=time_and_zone)
        return Moment(text, local.isoformat())

    def day(self, at: datetime) -> Moment:
        """“23. November 2026”."""
        local = self.local_day(at)
        return Moment(self._plain_day(local), local.isoformat())

    def on(self, day: date) -> Moment:
        """“Do., 24. Dezember 2026”, for a day that is no moment."""
        return Moment(self._weekday_and_day(day), day.isoformat())

    def clock(self, at: datetime) -> Moment:
        """“23:00 Uhr”, where the day goes without saying; midnight is the end of that day."""
        local = at.astimezone(self.zone)
        midnight = _is_midnight(local)
        text = _unbroken(self.words.say("24:00 Uhr")) if midnight else self._time(local)
        return Moment(text, local.isoformat())

    def month(self, month: date) -> str:
        """“November 2026”."""
        return self._day(month, self.words.say("MMMM y"))

    def local_day(self, at: datetime) -> date:
        """The day on which `at` falls in the zone."""
        return at.astimezone(self.zone).date()

    def weekday(self, number: int) -> str:
        """“Montag” for 0."""
        name: str = get_day_names("wide", "stand-alone", self.words.locale)[number]
        return name

    def short_weekday(self, number: int) -> str:
        """“Mo” for 0."""
        name: str = get_day_names("abbreviated", "stand-alone", self.words.locale)[number]
        return name.rstrip(".")

    def day_of_month(self, day: date) -> str:
        """“23.”."""
        return self._day(day, self.words.say("d."))

    def time_of(self, at: datetime) -> Moment:
        """“6:00 Uhr”, where the day is said."""
        local = at.astimezone(self.zone)
        return Moment(self._time(local), local.isoformat())

    def days(self, first: date, last: date) -> Phrase:
        """“23. bis 29. November 2026”."""
        ends = datetime.combine(last + _DAY, time(), self.zone)
        return self.span(datetime.combine(first, time(), self.zone), ends)

    def opening(self, opens: time, closes: time) -> str:
        """“6:00 bis 23:00 Uhr” on one day; closing at midnight is closing at 24 o'clock."""
        if opens == closes == time():
            return self.words.say("rund um die Uhr")
        if opens == closes:
            return self.words.say(
                "{opens} bis {closes} am nächsten Tag",
                opens=self._bare(opens),
                closes=self._clock(closes),
            )
        if closes == time():
            return self.words.say(
                "{opens} bis {closes}",
                opens=self._bare(opens),
                closes=_unbroken(self.words.say("24:00 Uhr")),
            )
        return self.words.say(
            "{opens} bis {closes}", opens=self._bare(opens), closes=self._clock(closes)
        )

    def since(self, begins: datetime) -> Phrase:
        """“seit Mo., 23. November 2026, 6:00 Uhr”, until further word."""
        message = self.words.say("seit {begins}, bis auf Weiteres")
        return Phrase(message, {"begins": self.moment(begins)})

    def onwards(self, begins: datetime) -> Phrase:
        """“ab Mo., 23. November 2026, 6:00 Uhr”."""
        return Phrase(self.words.say("ab {begins}"), {"begins": self.moment(begins)})

    def until(self, ends: datetime) -> Phrase:
        """“bis Mo., 23. November 2026, 6:00 Uhr”; at midnight up to the day before, included."""
        local = ends.astimezone(self.zone)
        if not _is_midnight(local):
            return Phrase(self.words.say("bis {ends}"), {"ends": self.moment(ends)})
        last = self.on(local.date() - _DAY)
        return Phrase(
            self.words.say("bis einschließlich {ends}"),
            {"ends": Moment(last.text, local.isoformat())},
        )

    def span(self, begins: datetime, ends: datetime) -> Phrase:
        """From one time to another, as short as it can be said without doubt."""
        first, last = begins.astimezone(self.zone), ends.astimezone(self.zone)
        if _is_midnight(first) and _is_midnight(last) and first < last:
            return self._whole_days(first, last)
        if first.date() == last.date():
            return self._within_a_day(first, last)
        left = self._first_day(first, last)
        begin = Moment(self._with_time(left, first), first.isoformat())
        if _is_midnight(last):
            right = self._plain_day(last.date() - _DAY)
            message = self.words.say("{begins}, bis einschließlich {ends}")
        else:
            right = self._with_time(self._plain_day(last), last)
            message = (
                self.words.say("{begins} bis {ends}")
                if _is_midnight(first)
                else self.words.say("{begins}, bis {ends}")
            )
        return Phrase(message, {"begins": begin, "ends": Moment(right, last.isoformat())})

    def _whole_days(self, first: datetime, last: datetime) -> Phrase:
        final = last.date() - _DAY
        if final == first.date():
            return Phrase(self.words.say("{day}, ganztägig"), {"day": self.on(final)})
        is_one_month = (final.year, final.month) == (first.year, first.month)
        bare = self._day(first, self.words.say("d."))
        left = bare if is_one_month else self._first_day(first, final)
        right = self._plain_day(final)
        return Phrase(
            self.words.say("{begins} bis {ends}"),
            {
                "begins": Moment(left, first.date().isoformat()),
                "ends": Moment(right, final.isoformat()),
            },
        )

    def _within_a_day(self, first: datetime, last: datetime) -> Phrase:
        day = self._weekday_and_day(first)
        is_plain = not (_is_ambiguous(first) or _is_ambiguous(last))
        clock = self._bare(first.time()) if is_plain else self._time(first)
        begin = self.words.say("{day}, {time}", day=day, time=clock)
        return Phrase(
            self.words.say("{begins} bis {ends}"),
            {
                "begins": Moment(begin, first.isoformat()),
                "ends": Moment(self._time(last), last.isoformat()),
            },
        )

    def _weekday_and_day(self, day: date) -> str:
        is_known = day.year == self.this_year
        words = self.words
        return self._day(
            day, words.say("EEE, d. MMMM") if is_known else words.say("EEE, d. MMMM y")
        )

    def _plain_day(self, day: date) -> str:
        is_known = day.year == self.this_year
        return self._day(
            day, self.words.say("d. MMMM") if is_known else self.words.say("d. MMMM y")
        )

    def _first_day(self, first: date, last: date) -> str:
        """The first of two days: without its year if that is the last one's."""
        if first.year == last.year:
            return self._day(first, self.words.say("d. MMMM"))
        return self._plain_day(first)

    def _with_time(self, day: str, local: datetime) -> str:
        if _is_midnight(local):
            return day
        return self.words.say("{day}, {time}", day=day, time=self._time(local))

    def _time(self, local: datetime) -> str:
        words = self._clock(local.time())
        return f"{words} ({self._zone_name(local)})" if _is_ambiguous(local) else words

    def _clock(self, at: time) -> str:
        if at.minute == 0 and at.hour == 0:
            return _unbroken(self.words.say("0:00 Uhr"))
        if at.minute == 0 and at.hour == 12:  # noqa: PLR2004  # noon has no am or pm
            return _unbroken(self.words.say("12:00 Uhr"))
        return self._tell(self.words.say("H:mm 'Uhr'"), at)

    def _bare(self, at: time) -> str:
        """The same without the unit, for the first of two times."""
        if at.minute == 0 and at.hour in {0, 12}:
            return self.words.say("0:00") if at.hour == 0 else self.words.say("12:00")
        return self._tell(self.words.say("H:mm"), at)

    def _zone_name(self, local: datetime) -> str:
        key = ("zone", local.utcoffset())
        if key not in self._told:
            self._told[key] = get_timezone_name(local, "short", locale=self.words.locale)
        return self._told[key]

    def _day(self, day: date, pattern: str) -> str:
        return _day_told(self.words, pattern, day.date() if isinstance(day, datetime) else day)

    def _tell(self, pattern: str, at: time) -> str:
        return _time_told(self.words, pattern, at)


# Babel takes 30 µs for each, and there are far fewer days and times than almanacs that tell them.
@lru_cache(_REMEMBERED)
def _day_told(words: Wording, pattern: str, day: date) -> str:
    return _unbroken(format_date(day, pattern, locale=words.locale))


@lru_cache(_REMEMBERED)
def _time_told(words: Wording, pattern: str, at: time) -> str:
    return _unbroken(format_time(at, pattern, locale=words.locale))


def _unbroken(text: str) -> str:
    """No line ends between a number and what it counts: “23. November”, “6:00 Uhr”."""
    return _AFTER_NUMBER.sub("\u00a0", text)


def _is_midnight(local: datetime) -> bool:
    return not (local.hour or local.minute or local.second or local.microsecond)


def _is_ambiguous(local: datetime) -> bool:
    """Whether the clock shows this time twice because it is put back (PEP 495).

    `local` comes from `astimezone`, so it is none of those that the clock leaves out.
    """
    return local.replace(fold=1 - local.fold).utcoffset() != local.utcoffset()
