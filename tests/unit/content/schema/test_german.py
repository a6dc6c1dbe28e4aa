"""German words lead to the English ones that files are written with."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from aushang.content.schema.documents import MODELS
from aushang.content.schema.german import MEANT, did_you_mean, meant
from aushang.model import Effect, Menu, Period, PostType, UpdateStatus
from aushang.model.addresses import slugify

VALUES = (Effect, Menu, Period, PostType, UpdateStatus)


def groups() -> Iterator[tuple[str, ...]]:
    """The keys that may stand beside each other, and the words that one key allows."""
    waiting: list[type[BaseModel]] = [model for model, _ in MODELS.values()]
    while waiting:
        model = waiting.pop()
        yield tuple(field.alias or name for name, field in model.model_fields.items())
        waiting += getattr(model, "parts", {}).values()
    yield from (tuple(str(one) for one in words) for words in VALUES)


def test_each_word_leads_to_one_that_there_is() -> None:
    """No row is left of a key that was renamed, and each is spelt as it is looked up."""
    known = {word for group in groups() for word in group}
    assert [english for english in MEANT if english not in known] == []
    words = [word for row in MEANT.values() for word in row.split()]
    assert [word for word in words if word != slugify(word)] == []


def test_a_word_never_means_two_of_one_group() -> None:
    """Else there would be doubt, and no guess."""
    for group in groups():
        words = [word for english in group for word in MEANT.get(english, "").split()]
        assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("neu", ("old", "new", "per"), "new"),
        ("Für", ("for", "from"), "for"),
        ("ab", ("for", "from"), "from"),
        ("ab", ("starts", "ends"), "starts"),
        ("Stand", ("at", "text", "status"), "status"),
        ("Stand", ("question", "answered"), "answered"),
        ("effekt", ("effect", "ends"), "effect"),
        ("wetter", ("effect", "ends"), ""),
        ("???", ("effect", "ends"), ""),
    ],
)
def test_what_is_meant(word: str, known: tuple[str, ...], expected: str) -> None:
    """The same word may mean different things in different places; misspelt ones still count."""
    assert meant(word, known) == expected
    assert did_you_mean(word, known) == (f"did you mean “{expected}”?" if expected else "")
