"""Services, places and people as the API shows them."""

from aushang import model
from aushang.model.addresses import Scope
from aushang.outputs.api import models
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.values import text, text_or_null


def service(directory: Directory, service: model.Service) -> models.Service:
    """A service with its pages and feeds."""
    scope = Scope("service", service.id)
    return models.Service(
        id=service.id,
        name=directory.texts(service.name),
        summary=directory.texts(service.summary),
        about=directory.about(service.about, scope),
        contact=service.contact or None,
        urls=directory.urls(scope),
        feeds=directory.feeds(scope),
    )


def location(directory: Directory, location: model.Location) -> models.Location:
    """A place with its hours, pages and feeds."""
    scope = Scope("location", location.id)
    return models.Location(
        id=location.id,
        name=directory.texts(location.name),
        summary=directory.texts(location.summary),
        about=directory.about(location.about, scope),
        address=_address(location.address) if location.address else None,
        phone=text_or_null(location.phone),
        email=text_or_null(location.email),
        time_zone=directory.site.time_zone,
        hours=[_hours(hours) for hours in location.hours],
        special_hours=[_special_day(directory, day) for day in location.special_hours],
        services=list(location.services),
        contact=location.contact or None,
        urls=directory.urls(scope),
        feeds=directory.feeds(scope),
    )


def contact(directory: Directory, contact: model.Contact) -> models.Contact:
    """A person, and how soon they answer."""
    return models.Contact(
        id=contact.id,
        name=text(contact.name),
        role=directory.texts(contact.role),
        phone=text_or_null(contact.phone),
        email=text_or_null(contact.email),
        url=text_or_null(contact.url),
        hours=directory.texts(contact.hours),
        answers_within=directory.texts(contact.answers_within),
    )


def _address(address: model.Address) -> models.Address:
    return models.Address(
        street=text(address.street),
        postcode=text(address.postcode),
        city=text(address.city),
        country=address.country,
    )


def _hours(hours: model.Hours) -> models.Hours:
    return models.Hours(
        opens=f"{hours.opens:%H:%M}", closes=f"{hours.closes:%H:%M}", weekday=hours.weekday + 1
    )


def _special_day(directory: Directory, special: model.SpecialHours) -> models.SpecialDay:
    return models.SpecialDay(
        date=special.day.isoformat(),
        intervals=[
            models.Interval(opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")
            for opens, closes in special.intervals
        ],
        reason=directory.texts(special.reason),
    )
