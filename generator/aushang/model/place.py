"""What customers use, where they use it, and whom they ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from aushang.model.body import Body
from aushang.model.localised import Localised
from aushang.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Something that customers use: the sauna, the pool, a course programme.

    `about` is the text of `services/<id>.md` and its translations, by language; `redirects` are
    the old addresses of its page, by language.
    """

    id: str
    name: Localised
    summary: Localised
    source: Source
    about: Mapping[str, Body] = field(default_factory=dict)
    contact: str = ""
    redirects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; `country` is an ISO 3166-1 alpha-2 code."""

    street: str
    postcode: str
    city: str
    country: str = "DE"


@dataclass(frozen=True, slots=True)
class Hours:
    """One opening interval of a weekday (0 is Monday). `closes` ≤ `opens` means: past midnight."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialHours:
    """A day that differs from the week. Without an interval the place is closed all day.

    `entry` is its place among what staff wrote, from 0; None for a public holiday.
    """

    day: date
    intervals: tuple[tuple[time, time], ...]
    reason: Localised
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place that customers go to. `services` are the ids of what is offered there."""

    id: str
    name: Localised
    summary: Localised
    source: Source
    address: Address | None = None
    phone: str = ""
    email: str = ""
    hours: tuple[Hours, ...] = ()
    special_hours: tuple[SpecialHours, ...] = ()
    services: tuple[str, ...] = ()
    contact: str = ""
    about: Mapping[str, Body] = field(default_factory=dict)
    redirects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person who answers, how to reach them, when, and how soon they promise to answer."""

    id: str
    name: str
    role: Localised
    source: Source
    phone: str = ""
    email: str = ""
    url: str = ""
    hours: Localised = field(default_factory=lambda: Localised({}))
    answers_within: Localised = field(default_factory=lambda: Localised({}))
