"""The start page: what holds now, place by place, then what is coming, then the newest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final

from markupsafe import Markup

from aushang.model import Location, Post
from aushang.model.addresses import EVERYTHING, Scope, home, of_overview
from aushang.outputs.pages.answers import Answers, of_place
from aushang.outputs.pages.contacts import Person, person
from aushang.outputs.pages.course import Course, holding, moments_of
from aushang.outputs.pages.excerpt import Excerpt, coming_dates, coming_rows, current_cards
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.listing import what_holds
from aushang.outputs.pages.notices import EVERYWHERE, rows
from aushang.outputs.pages.outdated import outdated_from
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.pages.spells import Spell, attributes, spells
from aushang.outputs.pages.state import changes_for
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import Mark, Unit

NEWEST = 8
COMING = 20
TOGETHER = 50
PER_PLACE = 12
COMING_PER_PLACE = 6

# A chain of a hundred places shows fewer cards for each, or nobody could load the page.
_CARDS = 240
_FEWEST = 3

_EMPTY: Final = Markup()


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place, or all of them: what one can do there, what holds, and in one line each what comes.

    `when` are the attributes of the whole, `nothing` those of the sentence that nothing holds
    here, `only_general` those of the one that only what holds everywhere does; None for never.
    """

    key: str
    name: Reference
    answers: Answers | None
    current: Excerpt
    upcoming: Excerpt
    person: Person | None = None
    when: Markup = _EMPTY
    nothing: Markup | None = None
    only_general: Markup | None = None


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """The one start page of the language."""
    yield Unit(
        name=f"page:home:{press.language}",
        topic=EVERYTHING,
        posts=press.publication.posts,
        make=partial(_leaf, press),
        bookings=press.publication.booked_about(EVERYTHING),
        is_of_now=True,
        page=Mark.of(press.site, press.language, partial(home, press.site)),
    )


def _leaf(press: Press) -> Iterator[Leaf]:
    site, publication, words = press.site, press.publication, press.words
    path = home(site, press.language)
    archive = address_of(of_overview(site, "archive", press.language))
    everything = holding(publication, publication.foreseen, TOGETHER)
    places = _places(press, everything)
    is_board = len(publication.locations) > 1
    together = publication.foreseen if not is_board else ()
    upcoming = coming_rows(press, publication.upcoming, most=COMING, rest=archive)
    body = press.render(
        "start.html",
        title=words.say("Aktuell"),
        about=press.passage(site.description),
        as_of=press.almanac.moment_with_zone(publication.now),
        outdated=outdated_from(press, path, _ends(places, everything, upcoming)),
        quiet=_unless_never(spells(everything.moments, lambda at: not everything.at(at))),
        is_board=is_board,
        places=places,
        together=current_cards(press, together, most=TOGETHER, rest=archive),
        upcoming=upcoming,
        newest=rows(press, publication.posts[:NEWEST]),
        archive=archive,
        subscribe=address_of(of_overview(site, "subscribe", press.language)),
    )
    sheet = Sheet(
        path=path,
        language=press.language,
        title=words.say("Aktuell"),
        description=site.description.to(press.language)
        or what_holds(press, site.name.to(press.language)),
        body=body,
        section="home",
        alternates={each: home(site, each) for each in site.languages},
        feeds=press.feeds(EVERYTHING),
        is_timed=True,
    )
    yield Leaf(sheet=sheet, sources=(__name__,))


def _ends(places: Sequence[PlaceView], all_posts: Course, upcoming: Excerpt) -> Iterator[datetime]:
    """When each part of the page is no longer known."""
    yield from (all_posts.ends, upcoming.course.ends)
    for place in places:
        yield from (place.current.course.ends, place.upcoming.course.ends)
        if place.answers:
            yield place.answers.ends


def _places(press: Press, everything: Course) -> list[PlaceView]:
    """First what concerns all places, then each place; a single place has no list of its own."""
    publication = press.publication
    locations = publication.locations
    changes = changes_for(sum(1 + len(one.services) for one in locations.values()))
    if len(locations) <= 1:
        return [_place(press, one, (), (), changes) for one in locations.values()]
    overview = address_of(of_overview(press.site, "locations", press.language))
    name = Reference(Passage(press.words.say("An allen Standorten")), overview)
    everywhere = _everywhere(press, publication.foreseen)
    general = _view(press, "", name, everywhere, _everywhere(press, publication.upcoming))
    general = replace(general, when=_some(general.current.course, general.upcoming.course))
    views = [general] if general.current.shown or general.upcoming.shown else []
    for id_, location in locations.items():
        scope = Scope("location", id_)
        foreseen = [post for post in publication.foreseen_about(scope) if post.locations]
        coming = [post for post in publication.upcoming_about(scope) if post.locations]
        view = _place(press, location, foreseen, coming, changes)
        views.append(_with_sentences(view, everything, general.current.course))
    return views


def _everywhere(press: Press, posts: Sequence[Post]) -> list[Post]:
    """The posts that name no place that there is."""
    known = frozenset(press.publication.locations)
    return [post for post in posts if known.isdisjoint(post.locations)]


def _place(
    press: Press,
    location: Location,
    foreseen: Sequence[Post],
    coming: Sequence[Post],
    changes: int,
) -> PlaceView:
    name = press.scope_link(Scope("location", location.id), location.name)
    view = _view(press, location.id, name, foreseen, coming)
    contact = press.publication.contacts.get(location.contact or press.site.contact)
    return replace(
        view,
        answers=of_place(press, location, changes),
        person=person(contact) if contact else None,
    )


def _view(
    press: Press, key: str, name: Reference, foreseen: Sequence[Post], coming: Sequence[Post]
) -> PlaceView:
    most = min(PER_PLACE, max(_FEWEST, _CARDS // max(len(press.publication.locations), 1)))
    return PlaceView(
        key=key,
        name=name,
        answers=None,
        current=current_cards(press, foreseen, key or EVERYWHERE, most=most, rest=name.address),
        upcoming=coming_dates(press, coming, most=COMING_PER_PLACE, rest=name.address),
    )


def _with_sentences(view: PlaceView, everything: Course, general: Course) -> PlaceView:
    """What stands there while no post is about the place; one sentence does where none holds."""
    own = view.current.course
    moments = moments_of((own, everything, general))
    return replace(
        view,
        nothing=_unless_never(
            spells(
                moments,
                lambda at: bool(everything.at(at)) and not (own.at(at) or general.at(at)),
            )
        ),
        only_general=_unless_never(
            spells(moments, lambda at: bool(general.at(at)) and not own.at(at))
        ),
    )


def _some(*courses: Course) -> Markup:
    """When one of the lists has an entry."""
    return attributes(
        spells(moments_of(courses), lambda at: any(course.at(at) for course in courses))
    )


def _unless_never(found: Sequence[Spell]) -> Markup | None:
    return attributes(found) if found else None
