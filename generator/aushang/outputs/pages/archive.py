"""The archive: all months with posts, and the posts of each. A past month stays as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from aushang.model import Post
from aushang.model.addresses import EVERYTHING, of_month, of_overview
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.notices import rows
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of the overview: its link, and “3 Meldungen”."""

    link: Reference
    count: str


def leaves(press: Press) -> Iterator[Leaf]:
    """The overview and a page for each month, newest first; nothing before the first post."""

    def month_of(post: Post) -> date:
        return press.almanac.local_day(post.published).replace(day=1)

    grouped = groupby(press.publication.posts, month_of)
    months = [(month, list(posts)) for month, posts in grouped]
    if not months:
        return
    yield _overview(press, months)
    for month, posts in months:
        yield _month(press, month, posts)


def _overview(press: Press, months: list[tuple[date, list[Post]]]) -> Leaf:
    site, words = press.site, press.words
    years = [
        (year, [_month_view(press, month, posts) for month, posts in each])
        for year, each in groupby(months, key=lambda entry: entry[0].year)
    ]
    title = words.say("Archiv")
    total = sum(len(posts) for _, posts in months)
    description = words.count(
        "{number} Meldung seit {month}",
        "{number} Meldungen seit {month}",
        total,
        month=press.almanac.month(months[-1][0]),
    )
    sheet = Sheet(
        path=of_overview(site, "archive", press.language),
        language=press.language,
        title=title,
        description=description,
        body=press.render("archive.html", title=title, description=description, years=years),
        section="archive",
        alternates={each: of_overview(site, "archive", each) for each in site.languages},
        feeds=press.feeds(EVERYTHING),
    )
    return Leaf(sheet=sheet, sources=(__name__,))


def _month_view(press: Press, month: date, posts: list[Post]) -> MonthView:
    address = address_of(of_month(press.site, month, press.language))
    count = press.words.count("{number} Meldung", "{number} Meldungen", len(posts))
    return MonthView(Reference(Passage(press.almanac.month(month)), address), count)


def _month(press: Press, month: date, posts: list[Post]) -> Leaf:
    site, words = press.site, press.words
    title = words.say("Meldungen im {month}", month=press.almanac.month(month))
    overview = address_of(of_overview(site, "archive", press.language))
    body = press.render("month.html", title=title, rows=rows(press, posts), archive=overview)
    sheet = Sheet(
        path=of_month(site, month, press.language),
        language=press.language,
        title=title,
        description=words.count("{number} Meldung", "{number} Meldungen", len(posts)),
        body=body,
        section="archive",
        alternates={each: of_month(site, month, each) for each in site.languages},
        feeds=press.feeds(EVERYTHING),
    )
    return Leaf(sheet=sheet, sources=(__name__,))
