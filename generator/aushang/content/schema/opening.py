"""Opening hours as staff write them: days (`mon-fri`, `sat,sun`) and spans (`06:00-23:00`)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import time
from typing import NamedTuple

from aushang.content.quoting import short
from aushang.content.schema.moments import Fault
from aushang.model import Hours
from aushang.model.similar import did_you_mean

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAYS_PATTERN = "^({0})(-({0}))?(, ?({0})(-({0}))?)*$".format("|".join(DAYS))
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
# People write a hyphen or an en dash between times.
SPAN_PATTERN = f"^{_CLOCK} ?[-–] ?({_CLOCK}|24:00)$"
_SLOPPY = re.compile(
    r"(\d{1,2})(?:[:.]?(\d{2}))?(?: ?Uhr)? ?(?:-|–|—|bis|to) ?(\d{1,2})(?:[:.]?(\d{2}))?(?: ?Uhr)?",
    re.ASCII,
)
_GERMAN = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEVERAL = {"täglich": "mon-sun", "daily": "mon-sun", "wochenende": "sat,sun", "weekend": "sat,sun"}
CLOSED_WORDS = frozenset({"closed", "geschlossen", "zu", "ruhetag", "none"})
"""What people write where no hours are."""
_DAY = 24 * 60  # minutes
_WEEK = len(DAYS) * _DAY


class Opening(NamedTuple):
    """A span on the day on which it begins (0 is Monday), as it was written, and in which field."""

    day: int
    span: tuple[time, time]
    written: str
    place: tuple[str | int, ...]

    @property
    def begins(self) -> int:
        """In minutes since the first midnight of the week."""
        opens = self.span[0]
        return self.day * _DAY + opens.hour * 60 + opens.minute

    @property
    def ends(self) -> int:
        """Likewise; behind the week's end for what begins late on its last day."""
        opens, closes = self.span
        days = self.day if closes > opens else self.day + 1
        return days * _DAY + closes.hour * 60 + closes.minute


def read_days(text: str) -> tuple[int, ...] | Fault:
    """The weekdays that `text` names, 0 is Monday: `mon-fri`, `sat,sun`, `mon,wed-fri`."""
    found: list[int] = []
    for part in text.replace(" ", "").split(","):
        names = part.split("-")
        wrong = next((name for name in names if name not in DAYS), None)
        if wrong is not None or len(names) > len(("first", "last")):
            what = f"is no day; allowed are {', '.join(DAYS)}, a range such as mon-fri, a list"
            return Fault("AU001", what, _meant(text, wrong or ""))
        first, last = DAYS.index(names[0]), DAYS.index(names[-1])
        # A range may pass the week's end: `sat-mon`.
        found += [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    return tuple(found)


def _meant(text: str, wrong: str) -> str:
    """German and English days, in full or by their first letters; else what is close."""
    meant = re.sub(r"[^\W\d_]+", lambda found: _day_of(found[0].lower()), text)
    if re.fullmatch(DAYS_PATTERN, meant):
        return f"did you mean “{meant}”?"
    return did_you_mean(wrong, DAYS)


def _day_of(word: str) -> str:
    for number, names in enumerate(zip(DAYS, _GERMAN, _ENGLISH, strict=True)):
        german = names[1]
        if word in {*names, german[:2], german[:3]}:
            return DAYS[number]
    return _SEVERAL.get(word, word)


def read_span(text: str) -> tuple[time, time] | Fault:
    """Opening and closing time. A closing time that is not later means: on the next day."""
    if not re.fullmatch(SPAN_PATTERN, text):
        return _no_span(text)
    opens, closes = re.findall(r"\d\d:\d\d", text)
    return time.fromisoformat(opens), time.fromisoformat("00:00" if closes == "24:00" else closes)


def spoken_days(text: str) -> str:
    """“Mo-Fr” as `mon-fri`; empty if it names no days."""
    named = re.sub(r" *(?:bis|to|–) *", "-", re.sub(r" *(?:und|and|&) *", ",", text))
    meant = re.sub(r"[^\W\d_]+", lambda found: _day_of(found[0].lower()), named)
    return meant if re.fullmatch(DAYS_PATTERN, meant) else ""


def spoken_span(text: str) -> str:
    """“6 bis 23 Uhr” as `06:00-23:00`; empty if it is no span of a day."""
    found = _SLOPPY.fullmatch(text.strip())
    meant = _span_of(found) if found else ""
    return meant if re.fullmatch(SPAN_PATTERN, meant) else ""


def _no_span(text: str) -> Fault:
    found = _SLOPPY.fullmatch(text.strip())
    meant = _span_of(found) if found else ""
    if not meant:
        what = f"is “{short(text)}”; expected hours such as 06:00-23:00"
        return Fault("AU001", what, _instead(text))
    if meant.startswith("24:00"):
        what = f"is “{text}”, which opens at 24:00; only a closing time can be 24:00"
        return Fault("AU001", what, f"write 00:00{meant[5:]} on the day that begins then")
    hint = f"did you mean {meant}?" if re.fullmatch(SPAN_PATTERN, meant) else ""
    return Fault("AU001", f"is “{text}”; expected hours such as 06:00-23:00", hint)


def _instead(text: str) -> str:
    """What to do where closed days or several hours stand in the place of one span."""
    if text.strip().casefold() in CLOSED_WORDS:
        return "leave a weekday out on which it is closed; a single day has `closed: true`"
    parts = re.split("[,;/+&]| und | and ", text)
    spans = [_span_of(found) for found in map(_SLOPPY.fullmatch, map(str.strip, parts)) if found]
    if len(spans) < max(len(parts), 2):
        return ""
    listed = ", ".join(f'"{span}"' for span in spans)
    return f"write a list: `[{listed}]`"


def _span_of(found: re.Match[str]) -> str:
    """Sloppy hours as they are to be written; also such as no clock shows."""
    hour, minute, last_hour, last_minute = found.groups()
    return f"{int(hour):02}:{minute or '00'}-{int(last_hour):02}:{last_minute or '00'}"


def overlaps(openings: Iterable[Opening]) -> Iterator[tuple[Opening, Opening]]:
    """Each opening that begins before one has ended that began no later, with that one.

    The week is a circle: Sunday's hours may reach into Monday's. Hours may touch.
    """
    ordered = sorted(openings, key=lambda one: (one.begins, one.ends))
    latest: Opening | None = None
    for one in ordered:
        if latest and one.begins < latest.ends:
            yield one, latest
        if latest is None or one.ends > latest.ends:
            latest = one
    for one in ordered:
        if latest and latest is not one and one.begins + _WEEK < latest.ends:
            yield one, latest


def repeated_days(weeks: Iterable[str]) -> Mapping[str, str]:
    """The entries that name a weekday which an entry above them has: entry → day."""
    seen: set[int] = set()
    twice: dict[str, str] = {}
    for entry in weeks:
        days = read_days(entry)
        if isinstance(days, Fault):
            continue
        for day in days:
            if day in seen:
                twice.setdefault(entry, DAYS[day])
            seen.add(day)
    return twice


def week(hours: Mapping[tuple[int, ...], Iterable[tuple[time, time]]]) -> tuple[Hours, ...]:
    """All opening intervals of the week, in its order."""
    intervals = [
        Hours(weekday, opens, closes)
        for days, spans in hours.items()
        for weekday in days
        for opens, closes in spans
    ]
    return tuple(sorted(intervals, key=lambda one: (one.weekday, one.opens, one.closes)))
