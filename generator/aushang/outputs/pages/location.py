"""The page of each place, and their overview."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from aushang.model import Address, Location
from aushang.model.addresses import Scope, mail, telephone
from aushang.outputs.pages.answers import of_place
from aushang.outputs.pages.contacts import contact_section
from aushang.outputs.pages.hours import HoursRow, SpecialRows, special_days, today, week
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.linked_data import local_business
from aushang.outputs.pages.overview import Entry, overview_unit
from aushang.outputs.pages.passages import Reference
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.spells import Timed
from aushang.outputs.pages.topic import Topic, topic_units
from aushang.outputs.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDetails:
    """Where a place is, how to reach it and when it is open. Empty values are not shown."""

    address: Address | None
    phone: str
    phone_address: str
    email: str
    email_address: str
    today: list[Timed]
    week: list[HoursRow]
    special_days: SpecialRows
    services: list[Reference]


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """The overview, then a page for each place; nothing where there are no places."""
    locations = press.publication.locations
    if not locations:
        return
    yield overview_unit(press, "locations", press.words.say("Standorte"), _entries)
    for location in locations.values():
        yield from topic_units(press, _topic(press, location))


def _topic(press: Press, location: Location) -> Topic:
    publication, scope = press.publication, Scope("location", location.id)
    return Topic(
        scope=scope,
        section="locations",
        template="location.html",
        name=press.passage(location.name),
        summary=press.passage(location.summary),
        posts=publication.about(scope),
        sources=(location.source.path,),
        about=location.about,
        answers=partial(of_place, press, location),
        linked_data=lambda: local_business(press, location),
        details=lambda: {
            "place": _details(press, location),
            "contact": contact_section(
                press,
                publication.contacts.get(location.contact or press.site.contact),
                press.words.say("Fragen an diesen Standort?"),
            ),
        },
    )


def _details(press: Press, location: Location) -> PlaceDetails:
    known = press.publication.services
    return PlaceDetails(
        address=location.address,
        phone=location.phone,
        phone_address=telephone(location.phone) if location.phone else "",
        email=location.email,
        email_address=mail(location.email) if location.email else "",
        today=today(press, location),
        week=week(press, location),
        special_days=special_days(press, location),
        services=[
            press.scope_link(Scope("service", id_), known[id_].name)
            for id_ in location.services
            if id_ in known
        ],
    )


def _entries(press: Press) -> Iterator[Entry]:
    publication = press.publication
    for location in publication.locations.values():
        scope = Scope("location", location.id)
        link = press.scope_link(scope, location.name)
        at = location.address
        where = f"{at.street}, {at.postcode} {at.city}" if at else ""
        foreseen = publication.foreseen_about(scope)
        yield Entry(link, press.passage(location.summary), where, foreseen)
