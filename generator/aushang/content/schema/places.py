"""The data files of services, places and contacts."""

from collections.abc import Callable
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from aushang.content.schema import instead
from aushang.content.schema.forms import (
    Country,
    Email,
    Fields,
    Line,
    Phone,
    RedirectsByLanguage,
    Texts,
    WebAddress,
    Whole,
)
from aushang.content.schema.hours import Days, HolidaysFields, Spans, SpecialHoursFields
from aushang.content.schema.instead import Instead

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


class LocationFields(Fields):
    """A place that customers go to."""

    parts: ClassVar[dict[str, type[BaseModel]]] = {
        "address": AddressFields,
        "special_hours": SpecialHoursFields,
        "holidays": HolidaysFields,
    }
    instead: ClassVar[dict[str, Callable[[list[str]], Instead]]] = {
        "address": instead.address,
        "hours": instead.week,
        "special_hours": instead.special_hours,
        "holidays": instead.holidays,
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
    holidays: HolidaysFields | None = Field(
        default=None, description="Public holidays of a region, and the hours on them."
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
