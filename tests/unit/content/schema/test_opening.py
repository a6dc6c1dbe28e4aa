"""Opening hours as staff write them."""

from datetime import time

import pytest

from aushang.content.schema.moments import Fault
from aushang.content.schema.opening import (
    Opening,
    overlaps,
    read_days,
    read_span,
    repeated_days,
    week,
)
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


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("mo-fr", "mon-fri"),
        ("Mo, Di", "mon, tue"),
        ("Montag", "mon"),
        ("Saturday-Sun", "sat-sun"),
        ("Don", "thu"),
        ("mondy", "mon"),
    ],
)
def test_days_in_other_words(text: str, meant: str) -> None:
    """German and English days in any spelling that staff would try."""
    found = read_days(text)
    assert isinstance(found, Fault)
    assert found.hint == f"did you mean “{meant}”?"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6-23", "06:00-23:00"),
        ("6:30 - 23:00 Uhr", "06:30-23:00"),
        ("8 bis 20 Uhr", "08:00-20:00"),
        ("08.00–24.00", "08:00-24:00"),
    ],
)
def test_hours_in_another_form(text: str, meant: str) -> None:
    """What was meant is clear, and proposed."""
    expected = Fault(
        "AU001", f"is “{text}”; expected hours such as 06:00-23:00", f"did you mean {meant}?"
    )
    assert read_span(text) == expected


@pytest.mark.parametrize("text", ["25-26", "06:00-25:00", "06:60-07:00", "abends", "06:00", "-"])
def test_what_are_no_hours(text: str) -> None:
    """Nothing is proposed where nothing is clear."""
    assert read_span(text) == Fault("AU001", f"is “{text}”; expected hours such as 06:00-23:00")


def test_a_place_cannot_open_at_24() -> None:
    """That moment is the next day's midnight."""
    assert read_span("24:00-02:00") == Fault(
        "AU001",
        "is “24:00-02:00”, which opens at 24:00; only a closing time can be 24:00",
        "write 00:00-02:00 on the day that begins then",
    )


def opening(day: int, text: str) -> Opening:
    """A span that is right."""
    span = read_span(text)
    assert isinstance(span, tuple)
    return Opening(day, span, text, ("hours", day))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ([(0, "06:00-12:00"), (0, "12:00-20:00")], []),  # they touch
        ([(0, "06:00-12:00"), (0, "11:59-20:00")], [(0, "11:59-20:00")]),
        (
            [(0, "06:00-20:00"), (0, "08:00-09:00"), (0, "19:00-21:00")],
            [(0, "08:00-09:00"), (0, "19:00-21:00")],
        ),
        ([(4, "23:00-06:00"), (5, "06:00-12:00")], []),
        ([(4, "23:00-06:00"), (5, "05:00-12:00")], [(5, "05:00-12:00")]),
        ([(6, "23:00-06:00"), (0, "05:00-12:00")], [(0, "05:00-12:00")]),  # the week is a circle
        ([(day, "06:00-06:00") for day in range(7)], []),
        ([(day, "00:00-24:00") for day in range(7)], []),
        ([(0, "06:00-06:00"), (1, "05:00-06:00")], [(1, "05:00-06:00")]),
        ([(2, "06:00-06:00")], []),
    ],
)
def test_hours_that_overlap(hours: list[tuple[int, str]], expected: list[tuple[int, str]]) -> None:
    """The later one of two is told, also over midnight and over the end of the week."""
    found = [(one.day, one.written) for one, _ in overlaps(opening(*each) for each in hours)]
    assert found == expected
