"""Which language a text is in, by its small words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.checks.tongues import FEWEST_WORDS, tongue

GERMAN = (
    "Die Sauna in Mitte ist ab Montag wieder offen. Wir haben den Ofen getauscht und die Bänke"
    " geschliffen. Bitte bringt ein großes Handtuch mit, denn wir haben zurzeit keine zum Leihen."
    " Wenn ihr Fragen habt, ruft Jana an oder sprecht uns am Empfang an; wir sind bis 22 Uhr da."
)
ENGLISH = (
    "The sauna in Mitte is open again from Monday. We have replaced the stove and sanded the"
    " benches. Please bring a large towel, because at the moment there are none to borrow. If you"
    " have any questions, call Jana or ask us at the desk; we are there from 6 am to 10 pm."
)
NAMES = " ".join(["Yoga", "Pilates", "Spinning", "Power", "Workout", "Body", "Pump", "Step"] * 6)
DENGLISH = (
    "Das neue Body-and-Mind-Programm ist da: Yoga in the Park, Power of Pilates und Step to the"
    " Beat. Alle Kurse sind für Mitglieder ohne Aufpreis, ihr müsst nur in der App buchen. Wer zum"
    " ersten Mal kommt, ist bitte zehn Minuten vorher da, damit wir die Geräte einstellen können."
)
QUOTING = (
    "Jim wrote to us: “The class is the best that I have had, and I will be back with my friends.”"
    " Wir haben uns darüber gefreut und sagen es gern weiter. Seit dem Herbst ist der Kurs auch auf"
    " Englisch, und wer mag, kann nach dem Training noch auf einen Tee bei uns im Foyer bleiben."
)


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (GERMAN, "de", ""),
        (ENGLISH, "en", ""),
        (GERMAN, "en", "de"),
        (ENGLISH, "de", "en"),
        (NAMES, "de", ""),
        (NAMES, "en", ""),
        (DENGLISH, "de", ""),
        (QUOTING, "de", ""),
        (ENGLISH, "fr", ""),
        (" ".join(ENGLISH.split()[: FEWEST_WORDS - 1]), "de", ""),
        (" ".join(ENGLISH.split()[:FEWEST_WORDS]), "de", "en"),
        (f"{GERMAN} {ENGLISH}", "de", ""),
        ("", "de", ""),
    ],
)
def test_tongue(text: str, said: str, expected: str) -> None:
    """Only what is surely in the other language is told."""
    assert tongue(text, said) == expected


WORDS = ["Die", "der", "UND", "the", "Of", "yoga"]


@given(st.lists(st.sampled_from(WORDS), min_size=38, max_size=60))
def test_most_texts_are_told_without_small_letters(words: list[str]) -> None:
    """Then as with them."""
    text = " ".join(words)
    for said in ("de", "en"):
        assert tongue(text, said) == tongue(text.lower(), said)
