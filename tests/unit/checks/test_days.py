"""Days in texts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.checks.days import _DAY, _DIGITS, _MONTHS, _PROMISING, _month_first, days, may_name_day

SAID = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("am 3. Mai", "de", [("3. Mai", 2027, 5, 3)]),
        ("am 3.Mai 2026", "de", [("3.Mai 2026", 2026, 5, 3)]),
        ("am 03.05.2026.", "de", [("03.05.2026", 2026, 5, 3)]),
        ("am 3.5.26, früh", "de", [("3.5.26", 2026, 5, 3)]),
        ("am 3.12.", "de", [("3.12.", 2026, 12, 3)]),
        ("Mittwoch, 2. 12.", "de", [("2. 12.", 2026, 12, 2)]),
        ("Punkt 3.12. sagt", "de", []),
        ("2026-12-03", "de", [("2026-12-03", 2026, 12, 3)]),
        ("2026-12-03-sauna", "de", []),
        ("3.12.0", "de", []),
        ("192.168.1.12.", "de", []),
        ("am 29. Februar 2027", "de", []),
        ("11. Jänner", "de", [("11. Jänner", 2027, 1, 11)]),
        ("vom 1. bis 3. Dez.", "de", [("3. Dez", 2026, 12, 3)]),
        (
            "1. Dezember und 3. Dezember",
            "de",
            [("1. Dezember", 2026, 12, 1), ("3. Dezember", 2026, 12, 3)],
        ),
        ("on 3rd of May", "en", [("3rd of May", 2027, 5, 3)]),
        ("on May 3, 2026", "en", [("May 3, 2026", 2026, 5, 3)]),
        ("on Dec 3rd", "en", [("Dec 3rd", 2026, 12, 3)]),
        ("May 3 pm", "en", []),
        ("May 3.30", "en", []),
        ("in May 2026", "en", []),
        (
            "December 3 and 5 December",
            "en",
            [("December 3", 2026, 12, 3), ("5 December", 2026, 12, 5)],
        ),
    ],
)
def test_days(text: str, language: str, expected: list[tuple[str, int, int, int]]) -> None:
    """What is written, and the nearest such day to 20 November 2026."""
    found = [(one.quote, one.near(SAID)) for one in days(text, language)]
    assert [(quote, day) for quote, day in found if day] == [
        (quote, date(*numbers)) for quote, *numbers in expected
    ]


def test_a_leap_day_without_a_year() -> None:
    """There is one in 2024 and in 2028, both too far away to be meant."""
    (day,) = days("am 29. Februar", "de")
    assert day.near(SAID) is None
    assert day.near(date(2028, 1, 1)) == date(2028, 2, 29)


def test_for_ever_is_no_day() -> None:
    """No midnight comes after it."""
    (day,) = days("gültig bis 31.12.9999", "de")
    assert day.near(SAID) is None


@given(st.text("0123456789. -,stndrhof JanMäryAugustDezber\n\u00a0٣", max_size=30))
def test_only_promising_numbers_are_looked_at(text: str) -> None:
    """All days begin with one of them."""
    starts = {match.start() for match in _PROMISING.finditer(text)}
    for number in _DIGITS.finditer(text):
        assert number.start() in starts or not _DAY.match(text, number.start())


SIGNS = [*" .,-:\n\t\x1c\x1f\x85\u00a0\u2009\u3000٣७９\ud800–§😀"]
WORDS = ["st", "nd", "rd", "th", "of ", "of\u00a0", "am ", "3", "12", "2026", "05", "Jahre"]
PARTS = st.sampled_from([*_MONTHS, *SIGNS, *WORDS])


@given(st.lists(PARTS, max_size=12).map("".join))
def test_no_day_is_let_pass_by_bytes(text: str) -> None:
    """Bytes say No of no text in which signs find a day."""
    starts = [match.start() for match in _DIGITS.finditer(text)]
    if any(_DAY.match(text, start) for start in starts):
        assert may_name_day(text, "de")
        assert may_name_day(text, "en")
    if any(_month_first(text, starts)):
        assert may_name_day(text, "en")


@pytest.mark.parametrize(
    "text", ["", "von 7 bis 22 Uhr", "3 Monate, 12.", "30 € im Jahr 2027", "Mai", "7-mal", "6.30x"]
)
def test_most_numbers_are_no_days(text: str) -> None:
    """These are cleared without a look at their signs, but for what follows a dot."""
    assert may_name_day(text, "de") is (text == "6.30x")
    assert not list(days(text, "de"))
