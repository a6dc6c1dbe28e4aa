"""A guess is offered only where one candidate is close, however many there are."""

import pytest

from aushang.model.similar import Vocabulary, did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("suana", ["sauna", "kurse"], "sauna"),
        ("SAUNA", ["sauna", "kurse"], "sauna"),
        ("xyz", ["sauna", "kurse"], ""),
        ("kurs-1", ["kurs-2", "kurs-3"], ""),
        ("sauna", [], ""),
        ("", ["sauna"], ""),
    ],
)
def test_nearest(word: str, candidates: list[str], expected: str) -> None:
    """Two that are equally close are none."""
    assert nearest(word, candidates) == expected


def test_sentence() -> None:
    """A question, or nothing."""
    assert did_you_mean("suana", ["sauna"]) == "did you mean “sauna”?"
    assert did_you_mean("xyz", ["sauna"]) == ""


def test_many_candidates_give_the_same_answer_as_few() -> None:
    """The quick choice among thousands does not lose the right one."""
    words = [f"meldung-{number:04}" for number in range(5000)] + ["wiedereroeffnung-sauna"]
    vocabulary = Vocabulary(words)
    assert vocabulary.nearest("wiederöffnung-sauna") == "wiedereroeffnung-sauna"
    assert vocabulary.nearest("meldung-17") == ""
