"""Data files become services, places and contacts, in the order in which the site shows them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TypeVar

from aushang.content.document import Document
from aushang.content.public_holidays import holidays_of
from aushang.content.schema.hours import HolidaysFields, SpecialHoursFields
from aushang.content.schema.opening import week
from aushang.content.schema.places import (
    AddressFields,
    ContactFields,
    LocationFields,
    ServiceFields,
)
from aushang.model import (
    Address,
    Body,
    Contact,
    Localised,
    Location,
    Service,
    Site,
    SpecialHours,
)
from aushang.model.addresses import slugify

About = Mapping[str, Mapping[str, Body]]
"""Rendered longer texts: id → language → body."""

_Fields = TypeVar("_Fields", ServiceFields, LocationFields, ContactFields)


def services(documents: Iterable[Document], about: About, site: Site) -> dict[str, Service]:
    """Services by id, by `order` and then by name."""
    ordered = _ordered(documents, ServiceFields, site)
    return {
        document.entry.name: Service(
            id=document.entry.name,
            name=_localised(fields.name, site),
            summary=_localised(fields.summary, site),
            source=document.source,
            about=about.get(document.entry.name, {}),
            contact=fields.contact or "",
            redirects=_by_language(fields.redirects, site),
        )
        for document, fields in ordered
    }


def locations(
    documents: Iterable[Document], about: About, site: Site, now: datetime
) -> dict[str, Location]:
    """Places by id, by `order` and then by name; public holidays are those of `years_around`."""
    years = years_around(now, site)
    ordered = _ordered(documents, LocationFields, site)
    return {
        document.entry.name: Location(
            id=document.entry.name,
            name=_localised(fields.name, site),
            summary=_localised(fields.summary, site),
            source=document.source,
            address=_address(fields.address) if fields.address else None,
            phone=fields.phone or "",
            email=fields.email or "",
            hours=week(fields.hours),
            special_hours=_special_hours(fields, site, years),
            services=fields.services,
            contact=fields.contact or "",
            about=about.get(document.entry.name, {}),
            redirects=_by_language(fields.redirects, site),
        )
        for document, fields in ordered
    }


def years_around(now: datetime, site: Site) -> range:
    """The year of `now`, the one before and the one behind it: as far as anybody looks."""
    year = now.astimezone(site.zone).year
    return range(year - 1, year + 2)


def contacts(documents: Iterable[Document], site: Site) -> dict[str, Contact]:
    """Contacts by id, by name."""
    return {
        document.entry.name: Contact(
            id=document.entry.name,
            name=fields.name,
            role=_localised(fields.role, site),
            source=document.source,
            phone=fields.phone or "",
            email=fields.email or "",
            url=fields.url or "",
            hours=_localised(fields.hours, site),
            answers_within=_localised(fields.answers_within, site),
        )
        for document, fields in _ordered(documents, ContactFields, site)
    }


def _ordered(
    documents: Iterable[Document], kind: type[_Fields], site: Site
) -> list[tuple[Document, _Fields]]:
    """The whole documents of a kind; those without an `order` stand behind those with one."""
    whole = [(one, one.fields) for one in documents if isinstance(one.fields, kind)]

    def place(item: tuple[Document, _Fields]) -> tuple[bool, int, str, str]:
        document, fields = item
        order = getattr(fields, "order", None)
        name = _localised(fields.name, site).to(site.language)
        return order is None, order or 0, slugify(name), document.entry.name

    return sorted(whole, key=place)


def _localised(text: str | Mapping[str, str] | None, site: Site) -> Localised:
    """A text alone is one in the first language."""
    if text is None:
        return Localised({})
    return Localised({site.language: text} if isinstance(text, str) else dict(text))


def _by_language(
    redirects: tuple[str, ...] | Mapping[str, tuple[str, ...]] | None, site: Site
) -> Mapping[str, tuple[str, ...]]:
    if redirects is None:
        return {}
    return {site.language: redirects} if isinstance(redirects, tuple) else dict(redirects)


def _address(fields: AddressFields) -> Address:
    return Address(fields.street, fields.postcode, fields.city, fields.country)


def _special_hours(
    fields: LocationFields, site: Site, years: Iterable[int]
) -> tuple[SpecialHours, ...]:
    """All days that differ, in their order; what staff wrote wins over a public holiday."""
    found = dict(_holidays(fields.holidays, site, years)) if fields.holidays else {}
    for number, special in enumerate(fields.special_hours):
        found |= _special_days(special, number, site)
    return tuple(found[day] for day in sorted(found))


def _special_days(
    fields: SpecialHoursFields, number: int, site: Site
) -> Iterator[tuple[date, SpecialHours]]:
    lasts = (fields.until or fields.date) - fields.date
    for passed in range(lasts.days + 1):
        day = fields.date + timedelta(days=passed)
        yield (
            day,
            SpecialHours(
                day=day,
                intervals=() if fields.closed else tuple(sorted(fields.hours or ())),
                reason=_localised(fields.reason, site),
                entry=number,
            ),
        )


def _holidays(
    fields: HolidaysFields, site: Site, years: Iterable[int]
) -> Iterator[tuple[date, SpecialHours]]:
    for holiday in holidays_of(fields.region, years, site.languages):
        named = (hours for name, hours in fields.days.items() if holiday.is_called(name))
        hours = next(named, fields.hours)
        if hours != "usual":
            yield (
                holiday.day,
                SpecialHours(
                    day=holiday.day,
                    intervals=() if isinstance(hours, str) else tuple(sorted(hours)),
                    reason=holiday.name,
                ),
            )
