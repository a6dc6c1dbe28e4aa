"""Opening hours as staff write them."""

from datetime import time

import pytest

from aushang.content.schema.moments import Fault
from aushang.content.schema.opening import read_days, read_span, repeated_days, week
from aushang.model import Hours


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon", (0,)),
        ("mon-fri", (0, 1, 2, 3, 4)),
        ("sat,sun", (5, 6)),
        ("mon, wed-fri", (0, 2, 3, 4)),
        ("sat-mon", (5, 6, 0)),
    ],
)
def test_days(text: str, days: tuple[int, ...]) -> None:
    """One day, a range, a list; a range may pass the week's end."""
    assert read_days(text) == days


@pytest.mark.parametrize("text", ["", "Mon", "mon-", "mon-wed-fri", "mon;tue"])
def test_what_are_no_days(text: str) -> None:
    """The sentence lists what may be written."""
    found = read_days(text)
    assert isinstance(found, Fault)
    assert found.what == (
        "is no day; allowed are mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, a list"
    )


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("06:00-23:00", (time(6), time(23))),
        ("06:00 – 23:30", (time(6), time(23, 30))),
        ("18:00-02:00", (time(18), time(2))),
        ("00:00-24:00", (time(0), time(0))),
    ],
)
def test_spans(text: str, span: tuple[time, time]) -> None:
    """A hyphen or an en dash; 24:00 is the midnight at the day's end."""
    assert read_span(text) == span


def test_days_that_stand_twice() -> None:
    """The second entry is named, with the day."""
    assert repeated_days(["mon-fri", "fri,sat", "nix"]) == {"fri,sat": "fri"}


def test_a_week_is_in_its_order() -> None:
    """However it was written."""
    hours = {(5,): ((time(13), time(21)), (time(8), time(12))), (0,): ((time(6), time(23)),)}
    assert week(hours) == (
        Hours(0, time(6), time(23)),
        Hours(5, time(8), time(12)),
        Hours(5, time(13), time(21)),
    )
