"""When a place is open, as staff write it: the week, days that differ, public holidays."""

from dataclasses import dataclass
from datetime import time
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, PlainValidator, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from aushang.content.public_holidays import REGION_PATTERN, fault_of_region
from aushang.content.quoting import short
from aushang.content.schema.forms import MANY, ONE, Day, Fields, Flag, Line, Texts, refuse
from aushang.content.schema.moments import Fault
from aushang.content.schema.opening import (
    CLOSED_WORDS,
    DAYS_PATTERN,
    SPAN_PATTERN,
    read_days,
    read_span,
)
from aushang.model.similar import did_you_mean


def _days(value: str) -> tuple[int, ...]:
    found = read_days(value)
    if isinstance(found, Fault):
        raise refuse(found)
    return found


def _span(value: Any) -> tuple[time, time]:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "not a text")
    found = read_span(value)
    if isinstance(found, Fault):
        raise refuse(found)
    return found


def _region(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "not a text")
    fault = fault_of_region(value)
    if fault:
        raise refuse(fault)
    return value


def _listed(value: Any) -> Any:
    """One span may stand without a list around it."""
    return value if isinstance(value, list) else [value]


def _one_or_list(value: Any) -> str:
    return MANY if isinstance(value, list) else ONE


@dataclass(frozen=True, slots=True)
class _WordOrSpan:
    """One of some words, or one span."""

    words: tuple[str, ...]

    def __call__(self, value: Any) -> str | tuple[tuple[time, time], ...]:
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "not a text")
        if value in self.words:
            return value
        found = read_span(value)
        if isinstance(found, Fault):
            raise refuse(found if any(map(str.isdigit, value)) else self._no_word(value))
        return (found,)

    def _no_word(self, value: str) -> Fault:
        what = f"is “{short(value)}”; expected {', '.join(self.words)} or hours such as 10:00-18:00"
        meant = "closed" if value.casefold() in CLOSED_WORDS else value
        return Fault("AU001", what, did_you_mean(meant, self.words))


_SPAN = {"type": "string", "pattern": SPAN_PATTERN}
_SPANS = {"type": "array", "items": _SPAN, "minItems": 1}

Span = Annotated[tuple[time, time], PlainValidator(_span), WithJsonSchema(_SPAN)]
Spans = Annotated[
    tuple[Span, ...],
    Field(min_length=1),
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [_SPAN, _SPANS]}),
]
_Several = Annotated[tuple[Span, ...], Field(min_length=1), WithJsonSchema(_SPANS), Tag(MANY)]
ClosedOrSpans = Annotated[
    Annotated[
        str | tuple[Span, ...],
        PlainValidator(_WordOrSpan(("closed",))),
        WithJsonSchema({"anyOf": [{"const": "closed"}, _SPAN]}),
        Tag(ONE),
    ]
    | _Several,
    Discriminator(_one_or_list),
]
UsualClosedOrSpans = Annotated[
    Annotated[
        str | tuple[Span, ...],
        PlainValidator(_WordOrSpan(("usual", "closed"))),
        WithJsonSchema({"anyOf": [{"enum": ["usual", "closed"]}, _SPAN]}),
        Tag(ONE),
    ]
    | _Several,
    Discriminator(_one_or_list),
]
Region = Annotated[
    str,
    PlainValidator(_region),
    WithJsonSchema({"type": "string", "pattern": REGION_PATTERN}),
]
Days = Annotated[
    tuple[int, ...],
    PlainValidator(_days),
    WithJsonSchema({"type": "string", "pattern": DAYS_PATTERN}),
]


class SpecialHoursFields(Fields):
    """A day that differs from the week."""

    date: Day = Field(description="The day, such as 2026-12-24.")
    until: Day | None = Field(default=None, description="The last day, where it is several.")
    hours: Spans | None = Field(default=None, description='Such as "08:00-14:00".')
    closed: Flag = Field(default=False, description="true: closed all day.")
    reason: Texts | None = Field(default=None, description="Why, such as Heiligabend.")


class HolidaysFields(Fields):
    """Public holidays, on which hours differ from the week."""

    region: Region = Field(description="Whose holidays, such as DE-BE (ISO 3166-2).")
    hours: ClosedOrSpans = Field(description='closed, or hours such as "10:00-18:00".')
    days: dict[Line, UsualClosedOrSpans] = Field(
        default={},
        min_length=1,
        description="Holidays with other hours, by name: usual (those of the week), closed, hours.",
    )
