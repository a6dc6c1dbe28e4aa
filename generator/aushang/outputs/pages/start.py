"""The start page: what holds now, place by place, then what is coming, then the newest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from aushang.model import Post
from aushang.model.addresses import EVERYTHING, Scope, home, of_overview
from aushang.outputs.pages.excerpt import Excerpt, coming_dates, coming_rows, current_cards
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.listing import what_holds
from aushang.outputs.pages.notices import EVERYWHERE, rows
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
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


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place, or all of them: what holds there, and in one line each what is coming."""

    key: str
    name: Reference
    current: Excerpt
    upcoming: Excerpt


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """The one start page of the language."""
    yield Unit(
        name=f"page:home:{press.language}",
        topic=EVERYTHING,
        posts=press.publication.posts,
        make=partial(_leaf, press),
        is_of_now=True,
        page=Mark.of(press.site, press.language, partial(home, press.site)),
    )


def _leaf(press: Press) -> Iterator[Leaf]:
    site, publication, words = press.site, press.publication, press.words
    archive = address_of(of_overview(site, "archive", press.language))
    everywhere = _everywhere(press, publication.current)
    together = publication.current if _is_one_place(press) else ()
    body = press.render(
        "start.html",
        title=words.say("Aktuell"),
        about=press.passage(site.description),
        as_of=press.almanac.moment_with_zone(publication.now),
        is_quiet=not publication.current,
        is_everywhere=bool(everywhere),
        places=_places(press, everywhere),
        together=current_cards(press, together, most=TOGETHER, rest=archive),
        upcoming=coming_rows(press, publication.upcoming, most=COMING, rest=archive),
        newest=rows(press, publication.posts[:NEWEST]),
        archive=archive,
        subscribe=address_of(of_overview(site, "subscribe", press.language)),
    )
    sheet = Sheet(
        path=home(site, press.language),
        language=press.language,
        title=words.say("Aktuell"),
        description=site.description.to(press.language)
        or what_holds(press, site.name.to(press.language)),
        body=body,
        section="home",
        alternates={each: home(site, each) for each in site.languages},
        feeds=press.feeds(EVERYTHING),
    )
    yield Leaf(sheet=sheet, sources=(__name__,))


def _is_one_place(press: Press) -> bool:
    """Whether there is nothing to sort by place."""
    return len(press.publication.locations) <= 1


def _places(press: Press, everywhere: Sequence[Post]) -> list[PlaceView]:
    """First what concerns all places, then each place; nothing of this where there is only one."""
    publication = press.publication
    if _is_one_place(press) or not publication.current:
        return []
    overview = address_of(of_overview(press.site, "locations", press.language))
    name = Reference(Passage(press.words.say("An allen Standorten")), overview)
    coming = _everywhere(press, publication.upcoming)
    found = [_place(press, "", name, everywhere, coming)] if everywhere or coming else []
    for id_, location in publication.locations.items():
        scope = Scope("location", id_)
        name = press.scope_link(scope, location.name)
        current = [post for post in publication.current_about(scope) if post.locations]
        coming = [post for post in publication.upcoming_about(scope) if post.locations]
        found.append(_place(press, id_, name, current, coming))
    return found


def _everywhere(press: Press, posts: Sequence[Post]) -> list[Post]:
    """The posts that name no place that there is."""
    known = frozenset(press.publication.locations)
    return [post for post in posts if known.isdisjoint(post.locations)]


def _place(
    press: Press, key: str, name: Reference, current: Sequence[Post], coming: Sequence[Post]
) -> PlaceView:
    most = min(PER_PLACE, max(_FEWEST, _CARDS // len(press.publication.locations)))
    return PlaceView(
        key=key,
        name=name,
        current=current_cards(press, current, key or EVERYWHERE, most=most, rest=name.address),
        upcoming=coming_dates(press, coming, most=COMING_PER_PLACE, rest=name.address),
    )
