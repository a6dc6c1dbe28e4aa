"""What a customer asked, and our answer, in one language or several."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from aushang.model.body import Body
from aushang.model.ignored import Ignored
from aushang.model.source import Source


def same_words(question: str) -> str:
    """What two questions share that are the same to a reader: no case, no signs, single blanks."""
    seen = "".join(one for one in question if unicodedata.category(one) != "Cf")
    # Marks belong to their letters: many scripts write vowels with them.
    folded = unicodedata.normalize("NFKC", seen).casefold()
    kept = (one if unicodedata.category(one)[0] in "LMN" else " " for one in folded)
    return " ".join("".join(kept).split()) or question


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionText:
    """A question in the customer's words, one line, and the answer to it, in one language."""

    language: str
    question: str
    answer: Body
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question and its answer.

    `id` is its anchor on the page of all questions, for ever. `answered` is when somebody looked at
    the answer last, an aware time. It is about `services` and `locations`; about everything if both
    are empty. `ignore` maps a finding's code to why it is let pass.
    """

    id: str
    texts: Mapping[str, QuestionText]
    answered: datetime
    source: Source
    services: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    contact: str = ""
    ignore: Mapping[str, Ignored] = field(default_factory=dict)

    @property
    def prefix(self) -> str:
        """How the ids of all anchors within the answer begin.

        No id has two hyphens in a row, so they meet neither another question nor its anchors.
        """
        return f"{self.id}--"

    def text(self, language: str) -> QuestionText:
        """The question in `language`, else in the language that it was written in."""
        return self.texts.get(language) or next(iter(self.texts.values()))
