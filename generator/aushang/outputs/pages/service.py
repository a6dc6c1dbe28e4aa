"""The page of each service, and their overview."""

from collections.abc import Iterator
from functools import partial

from aushang.model import Service
from aushang.model.addresses import Scope
from aushang.outputs.pages.answers import of_service
from aushang.outputs.pages.contacts import contact_section
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.overview import Entry, overview_unit
from aushang.outputs.pages.passages import Reference
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.topic import Topic, topic_units
from aushang.outputs.unit import Unit


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """The overview, then a page for each service; nothing where there are no services."""
    services = press.publication.services
    if not services:
        return
    yield overview_unit(press, "services", press.words.say("Angebote"), _entries)
    for service in services.values():
        yield from topic_units(press, _topic(press, service))


def _topic(press: Press, service: Service) -> Topic:
    publication, scope = press.publication, Scope("service", service.id)
    return Topic(
        scope=scope,
        section="services",
        template="service.html",
        name=press.passage(service.name),
        summary=press.passage(service.summary),
        posts=publication.about(scope),
        sources=(service.source.path,),
        about=service.about,
        answers=partial(of_service, press, service.id),
        details=lambda: {
            "offered_at": _offered_at(press, service),
            "contact": contact_section(
                press,
                publication.contacts.get(service.contact or press.site.contact),
                press.words.say("Fragen dazu?"),
            ),
        },
    )


def _offered_at(press: Press, service: Service) -> list[Reference]:
    return [
        press.scope_link(Scope("location", location.id), location.name)
        for location in press.publication.locations.values()
        if service.id in location.services
    ]


def _entries(press: Press) -> Iterator[Entry]:
    publication = press.publication
    for service in publication.services.values():
        scope = Scope("service", service.id)
        link = press.scope_link(scope, service.name)
        foreseen = publication.foreseen_about(scope)
        yield Entry(link, press.passage(service.summary), "", foreseen)
