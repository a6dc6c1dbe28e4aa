"""What stands beside files of booking systems: whose dates they are, and how long they hold."""

import re
from datetime import timedelta
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from aushang.content.schema.forms import Fields, Line, Moment, refuse
from aushang.content.schema.moments import Fault

TERM_PATTERN = r"^[1-9][0-9]{0,3} ?(min|h|d)$"

_TERM = re.compile(r"([1-9][0-9]{0,3}) ?(min|h|d)", re.ASCII)
_UNITS = {"min": "minutes", "h": "hours", "d": "days"}


def read_term(text: str) -> timedelta | Fault:
    """How long something holds: `90 min`, `24h`, `7d`."""
    match = _TERM.fullmatch(text.strip())
    if match:
        return timedelta(**{_UNITS[match[2]]: int(match[1])})
    return Fault("AU001", f"is “{text}”; expected a time such as 90 min, 24h or 7d")


def _term(value: Any) -> timedelta:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "not a text")
    found = read_term(value)
    if isinstance(found, Fault):
        raise refuse(found)
    return found


Term = Annotated[
    timedelta, PlainValidator(_term), WithJsonSchema({"type": "string", "pattern": TERM_PATTERN})
]


class ColumnFields(Fields):
    """What a file calls its parts, where we would not know the name."""

    service: Line | None = Field(default=None, description="Id of the service.")
    location: Line | None = Field(default=None, description="Id of the place.")
    start: Line | None = Field(default=None, description="When it begins.")
    end: Line | None = Field(default=None, description="When it ends.")
    duration: Line | None = Field(default=None, description="How long it lasts.")
    remaining: Line | None = Field(default=None, description="The places left.")
    maximum: Line | None = Field(default=None, description="All places.")
    name: Line | None = Field(default=None, description="What takes place.")
    url: Line | None = Field(default=None, description="Where this date is booked.")
    as_of: Line | None = Field(default=None, description="When the line was true.")
    status: Line | None = Field(default=None, description="Whether it was cancelled.")


class BookingFields(Fields):
    """What holds for all dates in the files of the same name."""

    parts: ClassVar[dict[str, type[BaseModel]]] = {"columns": ColumnFields}

    service: Line | None = Field(default=None, description="Id of the service.")
    location: Line | None = Field(default=None, description="Id of the place.")
    as_of: Moment | None = Field(
        default=None, description="When the booking system said so, such as 2026-11-21T06:00."
    )
    good_for: Term | None = Field(
        default=None, description="How long that holds, such as 90 min, 24h or 7d."
    )
    columns: ColumnFields | None = Field(
        default=None, description='What the file calls its parts: {remaining: "Offene Plätze"}.'
    )
