"""The page of free places of a service at a place: the answer first, then weeks, then each date."""

from collections.abc import Iterator
from functools import partial

from aushang.model import Availability, Contact
from aushang.model.addresses import EVERYTHING, Scope, of_booking
from aushang.model.standing import wheres
from aushang.outputs.pages.contacts import contact_section, person
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.outdated import outdated_from
from aushang.outputs.pages.outlook import outlook
from aushang.outputs.pages.passages import Reference
from aushang.outputs.pages.places_left import known_until, mixed_until, outlooks, stale_words
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.weeks import WEEKDAYS, shown, until, weeks
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import Mark, Unit


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """A page for each service at a place of which dates are known, one without a date as well."""
    known = wheres(press.publication.locations, press.publication.services)
    for one in press.publication.availability:
        # What nobody offers is a finding (AU050, AU055), and no page of customers would lead there.
        if (one.location, one.service) in known:
            yield Unit(
                name=f"page:booking:{one.location}:{one.service}:{press.language}",
                topic=Scope("service", one.service),
                posts=(),
                make=partial(_leaf, press, one),
                bookings=(one,),
                is_of_now=True,
                page=Mark.of(press.site, press.language, partial(_address, press, one)),
            )


def _address(press: Press, one: Availability, language: str) -> str:
    return of_booking(press.site, one.location, one.service, language)


def _leaf(press: Press, one: Availability) -> Iterator[Leaf]:
    words, publication = press.words, press.publication
    service, place = _names(press, one)
    name = _title(press, service, place)
    path, contact = _address(press, one, press.language), _contact(press, one)
    ahead = one.ahead(publication.now)
    slots = shown(press, ahead)
    ends = known_until(press, one)
    body = press.render(
        "booking.html",
        title=name,
        outlooks=outlooks(press, one),
        as_of=press.almanac.moment_with_zone(one.as_of),
        stale=stale_words(press, one),
        outdated=outdated_from(press, path, (ends,) if ends else ()),
        weekdays=[press.almanac.short_weekday(number) for number in WEEKDAYS],
        weeks=weeks(press, slots),
        until=until(slots[-1].start) if slots else "",
        mixed=[until(at) for at in mixed_until(slots)],
        more=_more(press, len(ahead) - len(slots)),
        service=service,
        place=place,
        person=person(contact) if contact else None,
        contact=contact_section(press, contact, words.say("Fragen dazu?"), name),
    )
    address = partial(_address, press, one)
    sheet = Sheet(
        path=path,
        language=press.language,
        title=name,
        description=str(outlook(press, one)),
        body=body,
        section="services",
        alternates={each: address(each) for each in press.site.languages},
        feeds=press.feeds(EVERYTHING),
        is_timed=True,
    )
    yield Leaf(sheet=sheet, sources=(one.source.path,))


def _more(press: Press, number: int) -> str:
    """How many dates the page does not show; empty where it shows them all."""
    said = press.words.count(
        "und {number} weiterer Termin danach", "und {number} weitere Termine danach", number
    )
    return said if number else ""


def _contact(press: Press, one: Availability) -> Contact | None:
    """Who answers for the service, else for the place, else for all."""
    publication = press.publication
    about = (publication.services.get(one.service), publication.locations.get(one.location))
    own = next((each.contact for each in about if each and each.contact), press.site.contact)
    return publication.contacts.get(own)


def _title(press: Press, service: Reference | None, place: Reference | None) -> str:
    names = [one.label.text for one in (service, place) if one]
    return press.words.say("Freie Plätze: {what}", what=", ".join(names))


def _names(press: Press, one: Availability) -> tuple[Reference | None, Reference | None]:
    publication = press.publication
    service = publication.services.get(one.service)
    place = publication.locations.get(one.location)
    return (
        press.scope_link(Scope("service", service.id), service.name) if service else None,
        press.scope_link(Scope("location", place.id), place.name) if place else None,
    )
