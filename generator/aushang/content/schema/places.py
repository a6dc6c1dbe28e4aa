"""The data files of services, places and contacts."""

from datetime import time
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from aushang.content.schema.forms import (
    Country,
    Day,
    Email,
    Fields,
    Flag,
    Line,
    Phone,
    RedirectsByLanguage,
    Texts,
    WebAddress,
    Whole,
    refuse,
)
from aushang.content.schema.moments import Fault
from aushang.content.schema.opening import DAYS_PATTERN, SPAN_PATTERN, read_days, read_span


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


def _listed(value: Any) -> Any:
    """One span may stand without a list around it."""
    return value if isinstance(value, list) else [value]


_SPAN = {"type": "string", "pattern": SPAN_PATTERN}

Span = Annotated[tuple[time, time], PlainValidator(_span), WithJsonSchema(_SPAN)]
Spans = Annotated[
    tuple[Span, ...],
    Field(min_length=1),
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [_SPAN, {"type": "array", "items": _SPAN, "minItems": 1}]}),
]
Days = Annotated[
    tuple[int, ...],
    PlainValidator(_days),
    WithJsonSchema({"type": "string", "pattern": DAYS_PATTERN}),
]
Order = Annotated[
    Whole | None, Field(description="Its place in lists: small numbers first, then by name.")
]
FormerAddresses = Annotated[
    RedirectsByLanguage | None,
    Field(description="Old addresses that lead here: a list, or one for each language."),
]


class ServiceFields(Fields):
    """Something that customers use."""

    name: Texts = Field(description="What customers call it.")
    summary: Texts | None = Field(default=None, description="One sentence about it.")
    contact: Line | None = Field(default=None, description="Id of the person to ask.")
    order: Order = None
    redirects: FormerAddresses = None


class AddressFields(Fields):
    """A postal address."""

    street: Line = Field(description="Street and number.")
    postcode: Line = Field(description="In quotes, so that no zero is lost.")
    city: Line = Field(description="Town.")
    country: Country = Field(default="DE", description="Two letters (ISO 3166-1).")


class SpecialHoursFields(Fields):
    """A day that differs from the week."""

    date: Day = Field(description="The day, such as 2026-12-24.")
    hours: Spans | None = Field(default=None, description='Such as "08:00-14:00".')
    closed: Flag = Field(default=False, description="true: closed all day.")
    reason: Texts | None = Field(default=None, description="Why, such as Heiligabend.")


class LocationFields(Fields):
    """A place that customers go to."""

    parts: ClassVar[dict[str, type[BaseModel]]] = {
        "address": AddressFields,
        "special_hours": SpecialHoursFields,
    }

    name: Texts = Field(description="What customers call it.")
    summary: Texts | None = Field(default=None, description="One sentence about it.")
    address: AddressFields | None = Field(default=None, description="The postal address.")
    phone: Phone | None = Field(default=None, description="In quotes, such as +49 30 23125000.")
    email: Email | None = Field(default=None, description="An e-mail address.")
    services: tuple[Line, ...] = Field(
        default=(), min_length=1, description="Ids of the services that are offered here."
    )
    contact: Line | None = Field(default=None, description="Id of the person to ask.")
    order: Order = None
    redirects: FormerAddresses = None
    hours: dict[Days, Spans] = Field(
        default={}, min_length=1, description='The week, such as mon-fri: "06:00-23:00".'
    )
    special_hours: tuple[SpecialHoursFields, ...] = Field(
        default=(), min_length=1, description="Days that differ from the week."
    )


class ContactFields(Fields):
    """A person who answers. One of phone, email and url must be there."""

    name: Line = Field(description="First and last name.")
    role: Texts | None = Field(default=None, description="What the person is here.")
    phone: Phone | None = Field(default=None, description="In quotes, such as +49 30 23125000.")
    email: Email | None = Field(default=None, description="An e-mail address.")
    url: WebAddress | None = Field(default=None, description="A form or a chat.")
    hours: Texts | None = Field(default=None, description="When the person can be reached.")
    answers_within: Texts | None = Field(
        default=None, description="How soon an answer comes, such as einem Werktag."
    )
