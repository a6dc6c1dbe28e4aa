"""Times of booking systems."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.content_folder import SITE

from aushang.content.availability.times import counted_time, read_duration, read_time
from aushang.content.schema.moments import Fault, read_moment

AT = datetime(2026, 12, 1, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2026-12-01T18:00",
            "2026-12-01 18:00:00",
            "2026-12-01T17:00:00.000Z",
            "01.12.2026 18:00",
        ),
        *("1.12.2026 18:00 Uhr", "01.12.2026, 18.00", "2026-12-01T12:00-0500", "2026-12-01T17:00z"),
    ],
)
def test_all_ways_to_write_one_time(text: str) -> None:
    """With and without offset, in the forms of programs and of people."""
    assert read_time(text, SITE.zone) == AT


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)).map(
        lambda at: at.replace(microsecond=0)
    )
)
def test_the_quick_way_is_the_careful_one(at: datetime) -> None:
    """Whatever the time, and where it is a fault, the same fault."""
    careful = read_moment(at.isoformat(), SITE.zone)
    expected = careful if isinstance(careful, Fault) else careful.astimezone(UTC)
    assert read_time(at.isoformat(), SITE.zone) == expected


@given(st.text(max_size=20))
def test_no_text_raises(text: str) -> None:
    """A fault at worst."""
    read_time(text, SITE.zone)
    read_duration(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("PT1H30M", 90), ("P1D", 1440), ("P1W", 10080), ("90 min", 90), ("1:30", 90)],
)
def test_durations(text: str, minutes: int) -> None:
    """In ISO 8601 and as people write them."""
    assert read_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("a_second", [1, 10**3, 10**6, 10**9])
def test_counters_of_time_are_told_from_other_counters(a_second: int) -> None:
    """By their size; .NET counts from the year 1."""
    seconds = int(AT.timestamp())
    assert counted_time(seconds * a_second) == AT
    assert counted_time((seconds + 62_135_596_800) * 10**7) == AT
    assert counted_time(4711) is None
