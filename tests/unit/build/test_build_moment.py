"""“Now” as a person gives it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from aushang.build.moment import moment
from aushang.model import AushangError

BERLIN = ZoneInfo("Europe/Berlin")


def refusal(text: str) -> tuple[str, str]:
    """Sentence and hint for a text that is refused."""
    with pytest.raises(AushangError) as caught:
        moment(text, BERLIN)
    return caught.value.message, caught.value.hint


def test_a_time_without_offset_is_local() -> None:
    """The publication's zone holds for times without one."""
    assert moment("2026-11-21T20:00", BERLIN) == datetime(2026, 11, 21, 19, tzinfo=UTC)


def test_a_time_with_offset_is_itself() -> None:
    """An offset wins over the zone; Z is one."""
    assert moment("2026-11-21T20:00Z", BERLIN) == datetime(2026, 11, 21, 20, tzinfo=UTC)
    assert moment("2026-11-21T20:00-05:00", BERLIN).utcoffset() == timedelta(hours=-5)


def test_what_is_no_time_is_quoted() -> None:
    """The sentence shows the form that is expected."""
    assert refusal("morgen") == (
        "“morgen” is not a time",
        "write a time such as 2026-11-21T20:00 or 2026-11-21T20:00+01:00",
    )


def test_a_german_time_is_answered_with_ours() -> None:
    """A day that the calendar does not have is no guess."""
    expected = "write a time such as 2026-11-21T20:00 or 2026-11-21T20:00+01:00"
    assert refusal("21.11.2026 20:00") == (
        "“21.11.2026 20:00” is not a time",
        "did you mean 2026-11-21T20:00?",
    )
    assert refusal("31.02.2026") == ("“31.02.2026” is not a time", expected)


def test_a_skipped_time_asks_for_its_offset() -> None:
    """On 29 March 2026 the clock goes from 2:00 to 3:00."""
    assert refusal("2026-03-29T02:30") == (
        "“2026-03-29T02:30” never comes in Europe/Berlin, because of the clock change",
        "add the offset: 2026-03-29T02:30:00+01:00 or 2026-03-29T02:30:00+02:00",
    )


def test_a_repeated_time_asks_for_its_offset() -> None:
    """On 25 October 2026 the hour from 2:00 comes twice."""
    assert refusal("2026-10-25T02:30") == (
        "“2026-10-25T02:30” comes twice in Europe/Berlin, because of the clock change",
        "add the offset: 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00",
    )
