"""Times as staff write them become aware times, or a sentence that says why not.

A time without an offset is one of the publication's time zone. In the two nights of a year in which
the clock changes, some of them do not exist and some exist twice; then an offset has to say which.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

MOMENT_PATTERN = (
    r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$"  # RFC 3339, part of it
)
DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"

_MOMENT = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?P<offset>Z|[+-]\d{2}:\d{2})?)?",
    re.ASCII,
)
_IN_GERMAN = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_GERMAN = re.compile(
    r"(?P<day>\d{1,2})\. ?(?:(?P<month>\d{1,2})\.|(?P<name>[a-zä]{3,9})\.?) ?(?P<year>\d{4}|\d{2})"
    r"(?:,?(?: um)? +(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?: ?uhr)?)?",
    re.IGNORECASE,
)
_LARGEST_OFFSET = "14:00"
_HOURS, _MINUTES = 24, 60
_FIRST_YEAR, _LAST_YEAR = 1970, 2199
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value: the end of a sentence that begins with the field's name."""

    code: str
    what: str
    hint: str = ""


def read_moment(text: str, zone: ZoneInfo) -> datetime | Fault:
    """The time that `text` names, with the offset of `zone`; a date alone is its first midnight."""
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        return _not_a_moment(text)
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    impossible = _impossible_day(year, month, day) or _impossible_clock(match)
    if impossible:
        return Fault("AU001", f"is “{text}”, but {impossible}")
    clock = int(match["hour"] or 0), int(match["minute"] or 0), int(match["second"] or 0)
    offset = match["offset"]
    if offset:
        fixed = datetime(year, month, day, *clock, tzinfo=_offset(offset))
        return _settled(fixed.astimezone(zone))
    return _in_zone(datetime(year, month, day, *clock, tzinfo=zone), text)


def read_day(text: str) -> date | Fault:
    """The day that `text` names."""
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text.strip(), re.ASCII)
    if not match:
        return _not_a_moment(text, "a date such as 2026-12-24")
    year, month, day = (int(part) for part in match.groups())
    impossible = _impossible_day(year, month, day)
    if impossible:
        return Fault("AU001", f"is “{text}”, but {impossible}")
    return date(year, month, day)


def _not_a_moment(text: str, expected: str = "a date and time such as 2026-11-21T09:00") -> Fault:
    what = f"is “{text}”; expected {expected}"
    german = _GERMAN.fullmatch(text.strip())
    month = _german_month(german) if german else 0
    if not german or not month:
        return Fault("AU001", what)
    day = int(german["day"])
    year = int(german["year"] if len(german["year"]) == len("2026") else f"20{german['year']}")
    hour, minute = int(german["hour"] or 0), int(german["minute"] or 0)
    impossible = _impossible_day(year, month, day)
    if impossible:
        return Fault("AU001", f"is “{text}”, but {impossible}; expected {expected}")
    if hour >= _HOURS or minute >= _MINUTES:
        return Fault("AU001", what)
    clock = f"T{hour:02}:{minute:02}" if german["hour"] and "time" in expected else ""
    return Fault("AU001", what, f"did you mean {year}-{month:02}-{day:02}{clock}?")


def _german_month(found: re.Match[str]) -> int:
    """From 1; 0 for a word that is no month."""
    if found["month"]:
        return int(found["month"])
    word = found["name"].lower()[:3]
    return _IN_GERMAN.index(word) + 1 if word in _IN_GERMAN else 0


def _impossible_day(year: int, month: int, day: int) -> str:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return f"the year lies outside {_FIRST_YEAR} to {_LAST_YEAR}"
    if not 1 <= month <= len(_MONTHS):
        return f"there is no month {month}"
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        return f"{_MONTHS[month - 1]} {year} has {days} days"
    return ""


def _impossible_clock(match: re.Match[str]) -> str:
    """ISO 8601 knows 24:00 and leap seconds; calendars and feeds do not, so neither do we."""
    for name, highest in (("hour", 23), ("minute", 59), ("second", 59)):
        if match[name] and int(match[name]) > highest:
            return f"the {name} lies outside 00 to {highest}"
    offset = match["offset"]
    if offset and offset != "Z" and not offset[1:] <= _LARGEST_OFFSET:
        return f"the offset “{offset}” lies outside -14:00 to +14:00"
    return ""


def _offset(text: str) -> timezone:
    if text == "Z":
        return UTC
    distance = timedelta(hours=int(text[1:3]), minutes=int(text[4:]))
    return timezone(-distance if text[0] == "-" else distance)


def _in_zone(local: datetime, text: str) -> datetime | Fault:
    """PEP 495: `fold` tells the two readings of a local time apart; usually they are one."""
    earlier, later = local, local.replace(fold=1)
    offset = earlier.utcoffset() or timedelta()
    if offset == later.utcoffset():
        return local.replace(tzinfo=_fixed(offset))
    # In UTC, so that the two are the real moments that are written with either offset.
    readings = sorted(reading.astimezone(UTC) for reading in (earlier, later))
    first, second = (reading.astimezone(local.tzinfo) for reading in readings)
    happens = "skips" if first.replace(tzinfo=None) != local.replace(tzinfo=None) else "repeats"
    return Fault(
        "AU020",
        f"is “{text}”, a time that the clock change in {local.tzinfo} {happens}",
        f"say which one with an offset: {_with_offset(first)} or {_with_offset(second)}",
    )


def _settled(moment: datetime) -> datetime:
    """The same moment with the offset that holds then, as a fixed one.

    Two times of one `ZoneInfo` compare by the wall clock (PEP 495), so in the hour that is repeated
    a later one could count as the earlier. With fixed offsets they compare as moments.
    """
    return moment.replace(tzinfo=_fixed(moment.utcoffset() or timedelta()), fold=0)


# One object for all times of one offset: told apart by nobody, sent between workers once.
_fixed = lru_cache(64)(timezone)


def _with_offset(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")
