"""The overview of services and the one of places: each with what holds there now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aushang.model import Post
from aushang.model.addresses import EVERYTHING, of_overview
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.notices import by_severity, lines
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press
from aushang.outputs.shell import Sheet


@dataclass(frozen=True, slots=True)
class Entry:
    """A service or place on its overview; `where` is a postal address or empty."""

    link: Reference
    summary: Passage
    where: str
    current: Sequence[Post]


def overview_leaf(press: Press, section: str, title: str, entries: Iterable[Entry]) -> Leaf:
    """The overview named `section`: `services` or `locations`."""
    site = press.site
    shown = [(entry, lines(press, by_severity(entry.current))) for entry in entries]
    names = press.words.enumerate([entry.link.label.text for entry, _ in shown])
    body = press.render(
        "overview.html",
        title=title,
        entries=shown,
        as_of=press.almanac.moment_with_zone(press.publication.now),
    )
    sheet = Sheet(
        path=of_overview(site, section, press.language),
        language=press.language,
        title=title,
        description=names,
        body=body,
        section=section,
        alternates={each: of_overview(site, section, each) for each in site.languages},
        feeds=press.feeds(EVERYTHING),
    )
    return Leaf(sheet=sheet, sources=(__name__,))
