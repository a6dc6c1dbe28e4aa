"""Times as staff write them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.content.schema.moments import Fault, read_day, read_moment

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20", "2026-11-20T00:00:00+01:00"),
        ("2026-11-20T09:00", "2026-11-20T09:00:00+01:00"),
        ("2026-07-20 09:00", "2026-07-20T09:00:00+02:00"),
        ("2026-11-20T09:00:30Z", "2026-11-20T10:00:30+01:00"),
        ("2026-11-20T09:00-05:00", "2026-11-20T15:00:00+01:00"),
        ("2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00"),
        ("2026-10-25T02:30+02:00", "2026-10-25T02:30:00+02:00"),
    ],
)
def test_a_time_is_in_the_zone_of_the_publication(text: str, expected: str) -> None:
    """Without an offset it is meant there; with one it is shown there."""
    found = read_moment(text, BERLIN)
    assert isinstance(found, datetime)
    assert found.isoformat() == expected


def test_the_repeated_hour_keeps_its_order() -> None:
    """02:40 in summer time is before 02:30 in winter time, though the wall clock says otherwise."""
    first = read_moment("2026-10-25T02:40+02:00", BERLIN)
    second = read_moment("2026-10-25T02:30+01:00", BERLIN)
    assert isinstance(first, datetime)
    assert isinstance(second, datetime)
    assert first < second
    assert second - first == timedelta(minutes=50)


@pytest.mark.parametrize("text", ["2026-03-29T02:00", "2026-03-29T02:59", "2026-10-25T02:00"])
def test_a_time_within_the_clock_change_needs_an_offset(text: str) -> None:
    """Both edges of the hour count."""
    found = read_moment(text, BERLIN)
    assert isinstance(found, Fault)
    assert found.code == "AU020"


@pytest.mark.parametrize("text", ["2026-03-29T01:59", "2026-03-29T03:00", "2026-10-25T03:00"])
def test_a_time_beside_the_clock_change_needs_none(text: str) -> None:
    """Only the hour itself is in doubt."""
    assert isinstance(read_moment(text, BERLIN), datetime)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("٢٠٢٦-١١-٢٠", "is “٢٠٢٦-١١-٢٠”; expected a date and time such as 2026-11-21T09:00"),
        ("2026-00-01", "is “2026-00-01”, but there is no month 0"),
        ("2028-02-30", "is “2028-02-30”, but February 2028 has 29 days"),
        ("2026-11-20T09:61", "is “2026-11-20T09:61”, but the minute lies outside 00 to 59"),
        ("2026-12-31T23:59:60", "is “2026-12-31T23:59:60”, but the second lies outside 00 to 59"),
        ("9999-12-31", "is “9999-12-31”, but the year lies outside 1970 to 2199"),
        (
            "2026-11-20T09:00+14:99",
            "is “2026-11-20T09:00+14:99”, but the offset “+14:99” lies outside -14:00 to +14:00",
        ),
    ],
)
def test_why_a_time_is_none(text: str, what: str) -> None:
    """The sentence says what is impossible about it."""
    found = read_moment(text, BERLIN)
    assert isinstance(found, Fault)
    assert found.what == what


def test_a_day_is_a_day() -> None:
    """A time is too much for it."""
    assert read_day("2026-12-24") == date(2026, 12, 24)
    assert read_day("2026-12-24T09:00") == Fault(
        "AU001", "is “2026-12-24T09:00”; expected a date such as 2026-12-24"
    )


@given(st.text(max_size=30) | st.from_regex(r"\A\d{4}-\d\d-\d\dT\d\d:\d\d([+-]\d\d:\d\d)?\Z"))
def test_no_text_raises(text: str) -> None:
    """Every text is a moment or a fault."""
    assert isinstance(read_moment(text, BERLIN), datetime | Fault)


@given(st.datetimes(datetime(1975, 1, 1), datetime(2150, 1, 1)).map(lambda at: at.replace(fold=0)))
def test_what_an_offset_says_comes_back(moment: datetime) -> None:
    """Any moment that is written with its offset is the same moment after reading."""
    aware = moment.replace(tzinfo=UTC, microsecond=0)
    found = read_moment(aware.isoformat(), BERLIN)
    assert found == aware
