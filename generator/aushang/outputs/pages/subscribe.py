"""The page that explains, in plain words, how to follow just what one uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from aushang.model import Heading, Position, PostType
from aushang.model.addresses import (
    DEVELOPERS,
    EVERYTHING,
    Scope,
    absolute,
    of_calendar,
    of_overview,
    of_scope,
)
from aushang.outputs.agenda import calendar_scopes
from aushang.outputs.pages.elsewhere import elsewhere
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import Mark, Unit
from aushang.outputs.wording import Wording


@dataclass(frozen=True, slots=True)
class TopicFeeds:
    """A line of a table: the topic (without a page: an empty address), and its six feeds."""

    topic: Reference
    posts_rss: str
    posts_atom: str
    posts_json: str
    updates_rss: str
    updates_atom: str
    updates_json: str


@dataclass(frozen=True, slots=True)
class TopicCalendar:
    """A calendar: its topic, its address to be copied, and one that opens a program for it."""

    topic: Reference
    address: str
    opens: str


@dataclass(frozen=True, slots=True)
class Table:
    """The feeds of one kind of topic."""

    caption: str
    topics: list[TopicFeeds]


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """The one page of the language. Of posts it reads no more than which types there are."""
    yield Unit(
        name=f"page:subscribe:{press.language}",
        topic=EVERYTHING,
        posts=[
            post for kind in PostType for post in press.publication.about(Scope("type", kind))[:1]
        ],
        make=partial(_leaf, press),
        page=Mark.of(press.site, press.language, partial(of_overview, press.site, "subscribe")),
    )


def _leaf(press: Press) -> Iterator[Leaf]:
    site, words = press.site, press.words
    title = words.say("Abonnieren")
    description = words.say("Von jeder neuen Meldung erfahren, ohne Anmeldung und ohne Konto.")
    headings = _headings(words)
    body = press.render(
        "subscribe.html",
        title=title,
        description=description,
        titles={each.id: each.text for each in headings},
        tables=list(_tables(press)),
        developers=address_of(DEVELOPERS),
        elsewhere=elsewhere(press),
        calendars=[_calendar(press, scope) for scope in calendar_scopes(press.publication)],
    )
    sheet = Sheet(
        path=of_overview(site, "subscribe", press.language),
        language=press.language,
        title=title,
        description=description,
        body=body,
        section="subscribe",
        headings=headings,
        alternates={each: of_overview(site, "subscribe", each) for each in site.languages},
        feeds=press.feeds_and_calendar(EVERYTHING),
    )
    yield Leaf(sheet=sheet, sources=(__name__,))


def _headings(words: Wording) -> tuple[Heading, ...]:
    """Whoever wants a calendar need not pass by all feeds."""
    titles = {
        "au-what": words.say("Was ein Feed ist"),
        "au-how": words.say("So geht es"),
        "au-which": words.say("Welcher Feed wofür"),
        "au-calendars": words.say("Termine im eigenen Kalender"),
        "au-elsewhere": words.say("Auf anderen Websites"),
        "au-developers": words.say("Für Apps und Programme"),
    }
    return tuple(Heading(2, id_, title, Position("")) for id_, title in titles.items())


def _tables(press: Press) -> Iterator[Table]:
    publication, words = press.publication, press.words
    everything = Reference(Passage(words.say("Alle Meldungen")), press.home)
    yield Table(words.say("Alles"), [_topic_feeds(press, EVERYTHING, everything)])
    locations = [
        _linked(press, Scope("location", id_), press.passage(location.name))
        for id_, location in publication.locations.items()
    ]
    if locations:
        yield Table(words.say("Nach Standort"), locations)
    services = [
        _linked(press, Scope("service", id_), press.passage(service.name))
        for id_, service in publication.services.items()
    ]
    if services:
        yield Table(words.say("Nach Angebot"), services)
    yield Table(words.say("Nach Art der Meldung"), [_of_type(press, kind) for kind in PostType])


def _calendar(press: Press, scope: Scope) -> TopicCalendar:
    publication, site = press.publication, press.site
    name = Passage(press.words.say("Alles"))
    if scope.kind == "service":
        name = press.passage(publication.services[scope.id].name)
    if scope.kind == "location":
        name = press.passage(publication.locations[scope.id].name)
    address = absolute(site, of_calendar(site, scope, press.language))
    page = address_of(of_scope(site, scope, press.language))
    # The scheme that programs for calendars ask the system for; there is no standard of it.
    return TopicCalendar(Reference(name, page), address, f"webcal:{address.partition(':')[2]}")


def _linked(press: Press, scope: Scope, name: Passage) -> TopicFeeds:
    page = address_of(of_scope(press.site, scope, press.language))
    return _topic_feeds(press, scope, Reference(name, page))


def _of_type(press: Press, kind: PostType) -> TopicFeeds:
    """A type has a page as soon as there is a post of it; its feed exists from the beginning."""
    scope, name = Scope("type", kind), Passage(press.words.topic_name(kind))
    if press.publication.about(scope):
        return _linked(press, scope, name)
    return _topic_feeds(press, scope, Reference(name, ""))


def _topic_feeds(press: Press, scope: Scope, topic: Reference) -> TopicFeeds:
    return TopicFeeds(topic, *(address_of(feed.path) for feed in press.feeds(scope)))
