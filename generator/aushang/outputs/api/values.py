"""The kinds of values that the API is made of, each with its place in the JSON Schema."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from aushang.model import Effect, Phase, PostType, UpdateStatus
from aushang.outputs.characters import clean


def _well_formed(value: object) -> object:
    """Whatever JSON in UTF-8 could not carry is replaced before pydantic meets it."""
    return clean(value) if isinstance(value, str) else value


def _plain(value: str) -> str:
    """Members of our enumerations become plain strings."""
    return str(value)


Text = Annotated[str, BeforeValidator(_well_formed)]
Url = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Time = Annotated[
    str,
    Field(
        json_schema_extra={"format": "date-time"},
        description="RFC 3339 with the offset of the site's time zone.",
    ),
]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Clock = Annotated[str, Field(pattern=r"^\d{2}:\d{2}$", description="Local time, HH:MM.")]
Texts = Annotated[dict[str, Text], Field(description="The text by language tag (BCP 47).")]
Urls = Annotated[dict[str, Url], Field(description="The page's address by language tag.")]

# Lists of words stay open: a new word must not break an app that is already on a phone.
TypeName = Annotated[
    str,
    AfterValidator(_plain),
    Field(
        examples=[str(kind) for kind in PostType],
        description="What kind of change. Treat a value that you do not know as `news`.",
    ),
]
EffectName = Annotated[
    str,
    AfterValidator(_plain),
    Field(
        examples=[str(effect) for effect in Effect],
        description="What customers can do there. Treat an unknown value as `restricted`.",
    ),
]
StatusName = Annotated[
    str,
    AfterValidator(_plain),
    Field(
        examples=[str(status) for status in UpdateStatus],
        description="How far the matter has come. Treat an unknown value as null.",
    ),
]
PhaseName = Annotated[
    str,
    AfterValidator(_plain),
    Field(
        examples=[str(phase) for phase in Phase if phase is not Phase.SCHEDULED],
        description="Where the post stood in time when this was written. For your own now, compare"
        " `current_from` and `current_until`. Treat an unknown value as `current`.",
    ),
]


class Model(BaseModel):
    """An object of the API. Fields may be added in version 1, never removed or renamed."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)
