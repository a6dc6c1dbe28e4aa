"""Times and durations as booking systems write them."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from aushang.content.quoting import short
from aushang.content.schema.moments import Fault, read_moment

_GERMAN = re.compile(
    r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? +(\d{1,2})[:.](\d{2})(:\d{2})?(?: Uhr)?)?", re.ASCII
)
_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?"
    r"(Z|z|[+-]\d{2}(?::?\d{2})?)?",
    re.ASCII,
)
# ISO 8601 as far as RFC 5545 § 3.3.6 and schema.org use it: no years and months.
_DURATION = re.compile(
    r"P(?:(?P<weeks>\d{1,3})W|(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,5})M)?(?:(?P<seconds>\d{1,6})S)?)?)",
    re.ASCII,
)
_MINUTES = re.compile(r"(\d{1,4})(?: ?(?:min|minuten|minutes|m))?", re.ASCII | re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?: ?h)?", re.ASCII)

# What programs count from: seconds, milli-, micro- and nanoseconds since 1970, and ticks of .NET,
# 100 ns since the year 1. A time between 2000 and 2100 is told by its size: the ranges are apart.
_EPOCH, _OF_NET = datetime(1970, 1, 1, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC)
_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_ZERO, _FARTHEST = timedelta(), timedelta(hours=12)
_COUNTS = ((_EPOCH, 1), (_EPOCH, 10**3), (_EPOCH, 10**6), (_EPOCH, 10**9), (_OF_NET, 10**7))


def read_time(text: str, zone: ZoneInfo, *, is_day_enough: bool = False) -> datetime | Fault:
    """A time in UTC; one without an offset is of `zone`.

    Takes what `read_moment` takes, and besides fractions of seconds, offsets without colon, and
    German dates. A date alone is a fault unless `is_day_enough`.
    """
    quick = _quick(text, zone)
    if quick:
        return quick
    written = _spelt(text)
    found = read_moment(written, zone)
    if isinstance(found, Fault):
        return as_written(found, written, text)
    if not is_day_enough and len(written) == len("2026-11-21"):
        return Fault("AU001", f"is “{short(text)}”, a day; expected a date and time")
    return found.astimezone(UTC)


def as_written(fault: Fault, spelt: str, text: str) -> Fault:
    """A fault of what we spelt otherwise, that quotes what stands in the file."""
    return replace(fault, what=fault.what.replace(f"“{spelt}”", f"“{short(text)}”", 1))


def _quick(text: str, zone: ZoneInfo) -> datetime | None:
    """What nearly all times are, in a tenth of the time; None for what has to be looked at."""
    if len(text) == len("21.11.2026 09:00") and text[2] == text[5] == ".":
        text = f"{text[6:10]}-{text[3:5]}-{text[:2]}T{text[11:]}"
    if len(text) < len("2026-11-21T09:00") or not (text[4] == text[7] == "-"):
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if not _FIRST.year <= found.year < _LAST.year:
        return None
    if found.tzinfo:
        offset = found.utcoffset() or _ZERO
        return found.astimezone(UTC) if abs(offset) <= _FARTHEST else None
    local = found.replace(tzinfo=zone)
    offset = local.utcoffset() or _ZERO
    # In the hour that is skipped or repeated the two readings differ (PEP 495).
    if local.replace(fold=1).utcoffset() != offset:
        return None
    return (found - offset).replace(tzinfo=UTC)


def _spelt(text: str) -> str:
    iso = _ISO.fullmatch(text)
    if iso:
        day, clock, offset = iso.groups()
        clock = clock if clock[2] == ":" else f"0{clock}"
        return (
            f"{day}T{clock}:00{_offset(offset)}"
            if len(clock) == len("09:00")
            else (f"{day}T{clock}{_offset(offset)}")
        )
    german = _GERMAN.fullmatch(text)
    if not german:
        return text
    date, month, year, hour, minute, second = german.groups()
    day = f"{year}-{int(month):02}-{int(date):02}"
    return f"{day}T{int(hour):02}:{minute}{second or ''}" if hour else day


def _offset(text: str | None) -> str:
    if text is None or text in "Zz":
        return "Z" if text else ""
    digits = text[1:].replace(":", "").ljust(4, "0")
    return f"{text[0]}{digits[:2]}:{digits[2:]}"


@lru_cache(256)
def read_duration(text: str) -> timedelta | Fault:
    """How long something lasts: `PT1H30M`, or as people write it `90`, `90 min`, `1:30`."""
    iso = _DURATION.fullmatch(text)
    if iso and any(iso.groups()):
        return timedelta(**{name: int(number) for name, number in iso.groupdict("0").items()})
    minutes, clock = _MINUTES.fullmatch(text), _CLOCK.fullmatch(text)
    if minutes:
        return timedelta(minutes=int(minutes[1]))
    if clock:
        return timedelta(hours=int(clock[1]), minutes=int(clock[2]))
    what = f"is “{short(text)}”; expected minutes such as 60, or a duration such as PT1H"
    return Fault("AU001", what)


def ends_too_early(text: str) -> Fault:
    """The fault of an end that is before the beginning (AU021)."""
    hint = "correct one of the two in the booking system"
    return Fault("AU021", f"is “{short(text)}”, before the date begins", hint)


def counted_time(number: int) -> datetime | None:
    """When a counter of a program stood there, if it counts time; else None."""
    for begin, a_second in _COUNTS:
        low, high = ((at - begin) // timedelta(seconds=1) * a_second for at in (_FIRST, _LAST))
        if low <= number < high:
            return begin + timedelta(microseconds=number * 10**6 // a_second)
    return None
