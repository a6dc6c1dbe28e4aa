"""Days as Germans write them are answered with ours, unless no calendar has them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from aushang.content.schema.moments import Fault, read_day, read_moment

BERLIN = ZoneInfo("Europe/Berlin")
TIME = "expected a date and time such as 2026-11-21T09:00"
DAY = "expected a date such as 2026-12-24"


def fault(found: datetime | date | Fault) -> tuple[str, str]:
    """What is said, and the hint."""
    assert isinstance(found, Fault)
    return found.what, found.hint


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20.11.26 09:00", "2026-11-20T09:00"),
        ("20.11.2026, 9 Uhr", "2026-11-20T09:00"),
        ("20.11.2026 um 9.30 Uhr", "2026-11-20T09:30"),
        ("1. März 2027", "2027-03-01"),
        ("1. Dez. 2026, 18 Uhr", "2026-12-01T18:00"),
    ],
)
def test_what_was_meant(text: str, meant: str) -> None:
    """With the time, where a time may stand."""
    assert fault(read_moment(text, BERLIN)) == (f"is “{text}”; {TIME}", f"did you mean {meant}?")
    day = meant.partition("T")[0]
    assert fault(read_day(text)) == (f"is “{text}”; {DAY}", f"did you mean {day}?")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31.02.2026", ", but February 2026 has 28 days"),
        ("1.13.2026", ", but there is no month 13"),
        ("20.11.2026 25:00", ""),
        ("20. Brumaire 2026", ""),
        ("heute", ""),
    ],
)
def test_what_no_calendar_has_is_no_guess(text: str, why: str) -> None:
    """It says why, where that is certain."""
    assert fault(read_moment(text, BERLIN)) == (f"is “{text}”{why}; {TIME}", "")
