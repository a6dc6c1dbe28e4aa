"""The start page: what holds now, place by place, then what is coming, then the newest."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from aushang.model import Post
from aushang.model.addresses import EVERYTHING, Scope, home, of_overview
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.notices import EVERYWHERE, agenda, by_severity, cards, dates, rows
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet

NEWEST = 8


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place, or all of them: what holds there, and in one line each what is coming."""

    key: str
    name: Reference
    current: list[Markup]
    upcoming: list[Markup]


def leaves(press: Press) -> Iterator[Leaf]:
    """The one start page of the language."""
    site, publication, words = press.site, press.publication, press.words
    body = press.render(
        "start.html",
        title=words.say("Aktuell"),
        about=press.passage(site.description),
        as_of=press.almanac.moment_with_zone(publication.now),
        is_quiet=not publication.current,
        is_everywhere=bool(_at(press, "", publication.current)),
        places=_places(press),
        together=cards(press, by_severity(publication.current)) if _is_one_place(press) else [],
        upcoming=agenda(press, publication.upcoming),
        newest=rows(press, publication.posts[:NEWEST]),
        archive=address_of(of_overview(site, "archive", press.language)),
        subscribe=address_of(of_overview(site, "subscribe", press.language)),
    )
    sheet = Sheet(
        path=home(site, press.language),
        language=press.language,
        title=words.say("Aktuell"),
        description=site.description.to(press.language),
        body=body,
        section="home",
        alternates={each: home(site, each) for each in site.languages},
        feeds=press.feeds(EVERYTHING),
    )
    yield Leaf(sheet=sheet, sources=(__name__,))


def _is_one_place(press: Press) -> bool:
    """Whether there is nothing to sort by place."""
    return len(press.publication.locations) <= 1


def _places(press: Press) -> list[PlaceView]:
    """First what concerns all places, then each place; nothing of this where there is only one."""
    publication = press.publication
    if _is_one_place(press) or not publication.current:
        return []
    overview = address_of(of_overview(press.site, "locations", press.language))
    everywhere = Reference(Passage(press.words.say("An allen Standorten")), overview)
    found = [_place(press, "", everywhere)]
    for id_, location in publication.locations.items():
        link = press.scope_link(Scope("location", id_), location.name)
        found.append(_place(press, id_, link))
    return [place for place in found if place.key or place.current or place.upcoming]


def _place(press: Press, key: str, name: Reference) -> PlaceView:
    return PlaceView(
        key=key,
        name=name,
        current=cards(
            press, by_severity(_at(press, key, press.publication.current)), key or EVERYWHERE
        ),
        upcoming=dates(press, _at(press, key, press.publication.upcoming)),
    )


def _at(press: Press, key: str, posts: tuple[Post, ...]) -> list[Post]:
    """The posts that name the place; for no place, those that name none that exists."""
    known = press.publication.locations
    if key:
        return [post for post in posts if key in post.locations]
    return [post for post in posts if not any(id_ in known for id_ in post.locations)]
