"""Texts are cut where a reader would cut them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.model.shortened import first_sentences, shortened


@pytest.mark.parametrize(
    ("text", "most", "told"),
    [
        ("Sauna zu", 8, "Sauna zu"),
        ("Die Sauna ist zu", 12, "Die Sauna…"),
        ("Die Sauna, heute", 11, "Die Sauna…"),
        ("Saunalandschaft", 6, "Sauna…"),
    ],
)
def test_whole_words(text: str, most: int, told: str) -> None:
    """A word is cut only where there is no blank."""
    assert shortened(text, most) == told


@pytest.mark.parametrize(
    ("text", "most", "told"),
    [
        ("Ja. Nein.", 9, "Ja. Nein."),
        ("Ja, so ist es. Nein, das ist zu lang.", 20, "Ja, so ist es."),
        ("Am 14. Dezember um 6 Uhr öffnet es wieder.", 20, "Am 14. Dezember um…"),
        ("Wer? Ihr! Und zwar heute noch.", 12, "Wer? Ihr!"),
    ],
)
def test_whole_sentences(text: str, most: int, told: str) -> None:
    """The point of a date ends no sentence."""
    assert first_sentences(text, most) == told


@given(st.text(), st.integers(1, 50))
def test_never_longer_than_allowed(text: str, most: int) -> None:
    """Whatever it holds."""
    assert len(shortened(text, most)) <= most
    assert len(first_sentences(text, most)) <= most
