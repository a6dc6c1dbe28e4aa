"""Values of JSON files, each with its place in a JSON Schema.

Nothing here asks pydantic: its models of these objects took 30 ms of every start, though only the
schemas need them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, NewType

from aushang.outputs.characters import clean


@dataclass(frozen=True, slots=True)
class Says:
    """What a schema says of a value beside its type; empty words are left out."""

    description: str = ""
    format: str = ""
    pattern: str = ""
    examples: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(
        self, core_schema: object, handler: Callable[[object], dict[str, object]]
    ) -> dict[str, object]:
        """The hook that pydantic calls when it writes the schema of an annotated value."""
        words = {
            "description": self.description,
            "format": self.format,
            "pattern": self.pattern,
            "examples": list(self.examples),
        }
        return handler(core_schema) | {name: said for name, said in words.items() if said}


# A type of its own, so that mypy refuses a text of the author's that was not cleaned.
Text = NewType("Text", str)
Url = Annotated[str, Says(format="uri")]
Day = Annotated[str, Says(format="date")]


def text(value: str) -> Text:
    """A text of the author's, without what JSON in UTF-8 could not carry."""
    return Text(clean(value))


def text_or_null(value: str) -> Text | None:
    """The same of a text that may be empty: what there is not is null."""
    return text(value) if value else None
