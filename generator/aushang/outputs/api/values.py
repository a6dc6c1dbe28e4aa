"""The kinds of values that the API is made of, each with its place in the JSON Schema.

Nothing here asks pydantic: its models of these objects took 30 ms of every start, though only the
schemas need them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, NewType

from aushang.model import Cause, Effect, Period, Phase, PostType, UpdateStatus
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
Time = Annotated[str, Says("RFC 3339 with the offset of the site's time zone.", format="date-time")]
Day = Annotated[str, Says(format="date")]
Amount = Annotated[
    str, Says("A decimal number, never rounded by a float.", pattern=r"^\d+\.\d{2}$")
]
Duration = Annotated[
    str, Says("ISO 8601, such as `PT1H30M`.", pattern=r"^PT(\d+H)?(\d+M)?(\d+S)?$")
]
Clock = Annotated[str, Says("Local time, HH:MM.", pattern=r"^\d{2}:\d{2}$")]
Texts = Annotated[dict[str, Text], Says("The text by language tag (BCP 47).")]
Urls = Annotated[dict[str, Url], Says("The page's address by language tag.")]

# Lists of words stay open: a new word must not break an app that is already on a phone.
TypeName = Annotated[
    str,
    Says(
        "What kind of change. Treat a value that you do not know as `news`.",
        examples=tuple(kind.value for kind in PostType),
    ),
]
EffectName = Annotated[
    str,
    Says(
        "What customers can do there. Treat an unknown value as `restricted`.",
        examples=tuple(effect.value for effect in Effect),
    ),
]
CauseName = Annotated[
    str,
    Says(
        "What it comes from. Treat an unknown value as `nothing`.",
        examples=tuple(cause.value for cause in Cause),
    ),
]
StatusName = Annotated[
    str,
    Says(
        "How far the matter has come. Treat an unknown value as null.",
        examples=tuple(status.value for status in UpdateStatus),
    ),
]
PeriodName = Annotated[
    str,
    Says(
        "What an amount is paid for. Show an unknown value as it is.",
        examples=tuple(period.value for period in Period),
    ),
]
PhaseName = Annotated[
    str,
    Says(
        "Where the post stood in time when this was written. For your own now, compare"
        " `current_from` and `current_until`. Treat an unknown value as `current`.",
        examples=tuple(phase.value for phase in Phase if phase is not Phase.SCHEDULED),
    ),
]


def text(value: str) -> Text:
    """A text of the author's, without what JSON in UTF-8 could not carry."""
    return Text(clean(value))


def text_or_null(value: str) -> Text | None:
    """The same of a text that may be empty: what there is not is null."""
    return text(value) if value else None
