"""Interface words: German as written, English from the catalogue, anything else in English."""

import pytest

from aushang.model import Effect, Phase, PostType, UpdateStatus
from aushang.outputs.wording import Wording, mark, read_catalogue, wording


def test_german_needs_no_catalogue() -> None:
    """The ids are the German words."""
    assert wording("de").say("Das gilt jetzt") == "Das gilt jetzt"


def test_english_words_come_from_the_catalogue() -> None:
    """English is looked up."""
    assert wording("en").say("Das gilt jetzt") == "What applies now"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de-CH", "Standorte"), ("en-GB", "Locations"), ("fr", "Locations"), ("xx-yy", "Locations")],
)
def test_unknown_languages_have_words(language: str, expected: str) -> None:
    """A region speaks its language; a language without a catalogue reads English."""
    assert Wording(language).say("Standorte") == expected


def test_no_catalogue_is_invented() -> None:
    """Only languages with a file have a catalogue; a hostile tag leaves no folder."""
    assert read_catalogue("fr") is None
    assert read_catalogue("../en") is None


def test_values_are_filled_in_and_never_read_as_a_pattern() -> None:
    """Braces in a value stay what they are."""
    said = wording("en").say("{what}: {title}", what="News", title="{what} {0}")
    assert said == "News: {what} {0}"


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("de", 0, "0 Meldungen"),
        ("de", 1, "1 Meldung"),
        ("de", 2, "2 Meldungen"),
        ("en", 1, "1 notice"),
        ("en", 5, "5 notices"),
    ],
)
def test_counts_have_their_plural(language: str, number: int, expected: str) -> None:
    """One notice, two notices, and none."""
    assert wording(language).count("{number} Meldung", "{number} Meldungen", number) == expected


def test_names_are_enumerated_as_people_do() -> None:
    """Commas, and a word before the last."""
    assert wording("de").enumerate(["Sauna", "Kurse", "Becken"]) == "Sauna, Kurse und Becken"
    assert wording("en").enumerate(["sauna", "pool"]) == "sauna and pool"


@pytest.mark.parametrize("language", ["de", "en"])
def test_everything_that_has_a_name_is_named(language: str) -> None:
    """Each type, effect, status and phase has a word of its own."""
    words = wording(language)
    for names in (
        [words.type_name(kind) for kind in PostType],
        [words.topic_name(kind) for kind in PostType],
        [words.topic_summary(kind) for kind in PostType],
        [words.effect_name(effect) for effect in Effect],
        [words.status_name(status) for status in UpdateStatus],
        [words.phase_name(phase) for phase in Phase],
    ):
        assert all(names)
        assert len(set(names)) == len(names)


def test_words_are_read_once() -> None:
    """A language is the same object for the whole run."""
    assert wording("en") is wording("en")


def test_marking_changes_nothing() -> None:
    """A marked message is the message."""
    assert mark("Sauna") == "Sauna"
