"""The overview of services and the one of places: each with what holds there now."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from aushang.model import Post
from aushang.model.addresses import EVERYTHING, of_overview
from aushang.outputs.pages.excerpt import current_lines
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.outdated import outdated_from
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import Mark, Unit

MOST = 10
"""Lines for each service or place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A service or place on its overview, with what is foreseen; `where` is an address or empty."""

    link: Reference
    summary: Passage
    where: str
    foreseen: Sequence[Post]


def overview_unit(
    press: Press, section: str, title: str, entries: Callable[[Press], Iterable[Entry]]
) -> Unit[Leaf]:
    """The overview named `section`: `services` or `locations`."""
    return Unit(
        name=f"page:{section}:{press.language}",
        topic=EVERYTHING,
        posts=press.publication.posts,
        make=lambda: _leaf(press, section, title, entries(press)),
        is_of_now=True,
        page=Mark.of(press.site, press.language, partial(of_overview, press.site, section)),
    )


def _leaf(press: Press, section: str, title: str, entries: Iterable[Entry]) -> Iterator[Leaf]:
    site = press.site
    shown = [
        (
            entry,
            current_lines(press, entry.foreseen, most=MOST, rest=entry.link.address),
        )
        for entry in entries
    ]
    names = press.words.enumerate([entry.link.label.text for entry, _ in shown])
    path = of_overview(site, section, press.language)
    body = press.render(
        "overview.html",
        title=title,
        entries=shown,
        outdated=outdated_from(press, path, (current.course.ends for _, current in shown)),
        as_of=press.almanac.moment_with_zone(press.publication.now),
    )
    sheet = Sheet(
        path=path,
        language=press.language,
        title=title,
        description=names,
        body=body,
        section=section,
        alternates={each: of_overview(site, section, each) for each in site.languages},
        feeds=press.feeds(EVERYTHING),
        is_timed=True,
    )
    yield Leaf(sheet=sheet, sources=(__name__,))
