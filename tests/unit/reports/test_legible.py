"""Foreign text is made safe for a terminal, and short enough to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.reports.legible import legible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ölwechsel – “ab 9 €” 🏊🏽‍♀️", "Ölwechsel – “ab 9 €” 🏊🏽‍♀️"),
        ("מכון כושר", "מכון כושר"),
        ("a\tb\r\nc", "a\\tb\\r\\nc"),
        ("\x00\x1b\x7f\x9b", "\\x00\\x1b\\x7f\\x9b"),
        ("a\u2028b\u2066c", "a\\u2028b\\u2066c"),
        ("\udc80", "\\udc80"),
        ("", ""),
    ],
)
def test_signs(text: str, expected: str) -> None:
    """Letters of any script stay; what controls a terminal or the direction is spelt out."""
    assert legible(text) == expected


def test_long_values_are_shortened_within_their_quotes() -> None:
    """Beginning and end are kept, and the sentence around them."""
    value = "a" * 200 + "END"
    shown = legible(f"service “{value}” does not exist")
    assert shown.startswith("service “aaaa")
    assert shown.endswith("aaEND” does not exist")
    assert len(shown) == len("service “” does not exist") + 80


def test_long_texts_are_shortened_too() -> None:
    """Where no quotes tell what the value is."""
    assert len(legible("x" * 5_000_000)) == 1000


@given(st.text(st.characters()))
def test_any_text_becomes_one_harmless_line(text: str) -> None:
    """No control character survives, and every stream can encode the result."""
    shown = legible(text)
    assert not any(sign < " " or "\x7f" <= sign <= "\x9f" for sign in shown)
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")
