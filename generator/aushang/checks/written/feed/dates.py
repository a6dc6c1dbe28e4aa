"""Whether a date is one: RFC 822 for RSS, RFC 3339 for Atom and JSON, W3C's form for site maps."""

import re
from calendar import monthrange
from datetime import datetime
from functools import lru_cache

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAY_NAMES = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_RFC_822 = re.compile(
    rf"(?:(?:{_DAY_NAMES}),[ ]*)?(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)})"
    r" (?P<year>\d{4}|\d{2}) (?P<clock>\d{2}:\d{2}(?::\d{2})?)"
    r" (?P<zone>[+-]\d{4}|UT|GMT|[ECMP][SD]T|[A-IK-Z])"
)
_RFC_3339 = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[Tt]"
    r"(?P<clock>\d{2}:\d{2}:\d{2})(?:\.\d+)?(?P<zone>[Zz]|[+-]\d{2}:\d{2})"
)
_W3C = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:T(?P<clock>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?P<zone>Z|[+-]\d{2}:\d{2}))?)?)?"
)
_CALENDAR = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T(?P<clock>\d{6})(?P<zone>Z)?)?"
)
# The usual spelling, which the standard library can read by itself. The zone -0000 says that nobody
# knows it (RFC 5322, section 3.3), and years of less than four digits mean others.
_USUAL_822 = re.compile(
    rf"(?:{_DAY_NAMES}), ([0-9]{{2}}) ({'|'.join(_MONTHS)}) ([1-9][0-9]{{3}})"
    r" ([0-9]{2}:[0-9]{2}:[0-9]{2}) (?!-0000)([+-][0-9]{2})([0-5][0-9])"
)
_USUAL_3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-5][0-9]"
)
_NUMBERS = {name: f"{number:02}" for number, name in enumerate(_MONTHS, start=1)}
_REMEMBERED = 4096


def iso_of(text: str) -> str:
    """A date of RFC 822 in its usual spelling as ISO 8601 has it; empty if it is spelt otherwise.

    Nobody has asked yet whether there is such a day.
    """
    found = _USUAL_822.fullmatch(text)
    if found is None:
        return ""
    day, month, year, clock, hours, minutes = found.groups()
    return f"{year}-{_NUMBERS[month]}-{day}T{clock}{hours}:{minutes}"


@lru_cache(_REMEMBERED)
def is_rfc822(text: str) -> bool:
    """`Fri, 20 Nov 2026 09:00:00 +0100`, as RSS wants it (RFC 822 with years of four digits)."""
    return _is_there(iso_of(text)) or _is_date(_RFC_822.fullmatch(" ".join(text.split())))


@lru_cache(_REMEMBERED)
def is_rfc3339(text: str) -> bool:
    """`2026-11-20T09:00:00+01:00` (RFC 3339, section 5.6)."""
    if _USUAL_3339.fullmatch(text) and _is_there(text):
        return True
    return _is_date(_RFC_3339.fullmatch(text.strip()))


@lru_cache(_REMEMBERED)
def is_w3c(text: str) -> bool:
    """`2026-11-20`, or with a time and its zone (W3C note on date and time formats)."""
    return _is_date(_W3C.fullmatch(text.strip()))


@lru_cache(_REMEMBERED)
def is_calendar(text: str) -> bool:
    """`20261120` or `20261120T080000Z` (RFC 5545, sections 3.3.4 and 3.3.5)."""
    return _is_date(_CALENDAR.fullmatch(text))


def _is_there(text: str) -> bool:
    """Whether there is such a time; a leap second is none here."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_date(match: re.Match[str] | None) -> bool:
    """Whether there is such a day and such a time of it. A leap second is one."""
    if match is None:
        return False
    named = match["month"]
    month = _MONTHS.index(named) + 1 if named in _MONTHS else int(named or "1")
    year, day = int(match["year"]), int(match["day"] or "1")
    if not (1 <= month <= len(_MONTHS) and 1 <= day <= monthrange(max(year, 1), month)[1]):
        return False
    return _is_clock(match["clock"] or "") and _is_zone(match["zone"] or "")


def _is_clock(clock: str) -> bool:
    digits = clock.replace(":", "")
    hour, minute, second = (int(digits[at : at + 2] or "0") for at in (0, 2, 4))
    return hour < 24 and minute < 60 and second <= 60  # noqa: PLR2004  what a clock shows


def _is_zone(zone: str) -> bool:
    digits = zone[1:].replace(":", "")
    # What is no number is a name, and those were matched.
    return not digits.isdecimal() or (int(digits[:2]) < 24 and int(digits[2:]) < 60)  # noqa: PLR2004
