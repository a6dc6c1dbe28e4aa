"""The page on the API says what the code says."""

from pathlib import Path

import pytest

from aushang.model import Cause, Effect, Phase, PostType, UpdateStatus
from aushang.model.api import API_VERSION
from aushang.outputs.api.documents import DOCUMENTS, Envelope
from aushang.outputs.words import Stream

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "api.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("field", "words", "instead"),
    [
        ("`type`", PostType, "`news`"),
        ("`effect`", Effect, "`restricted`"),
        ("`status` of an update", UpdateStatus, "null"),
        ("`cause` of a state", Cause, "`nothing`"),
        ("`phase`", [phase for phase in Phase if phase is not Phase.SCHEDULED], "`current`"),
        ("`stream` of a feed", Stream, "a feed to pass over"),
    ],
)
def test_the_page_lists_every_word_and_the_rule_for_others(field, words, instead):
    """A word that is added to the model is added to the page."""
    (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| {field} |")]
    known, rule = [cell.strip() for cell in row.strip("|").split("|")][1:]
    assert known.partition("`, or null")[0].strip("`").split() == [str(word) for word in words]
    assert rule == instead


def test_the_page_names_every_schema_and_every_part_of_the_envelope():
    """Version, schemas and keys stand on the page."""
    assert f"`{API_VERSION}`" in PAGE
    assert all(f"`{name}`" in PAGE for name in DOCUMENTS)
    assert all(f"| `{name}` |" in PAGE for name in [*Envelope.__annotations__, "data", "links"])
