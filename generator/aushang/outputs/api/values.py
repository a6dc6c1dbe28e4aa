"""The kinds of values that the API is made of, each with its place in the JSON Schema."""

from typing import Annotated

from aushang.model import Cause, Effect, Period, Phase, PostType, UpdateStatus
from aushang.outputs.json_values import Day, Says, Text, Url, text, text_or_null
from aushang.outputs.words import Stream

__all__ = ["Day", "Says", "Text", "Url", "text", "text_or_null"]

Time = Annotated[str, Says("RFC 3339 with the offset of the site's time zone.", format="date-time")]
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
StreamName = Annotated[
    str,
    Says(
        "`posts` has one item per post, `updates` one per word on the matter. Pass over a feed with"
        " a value that you do not know.",
        examples=tuple(stream.value for stream in Stream),
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
