"""The archive: all months with posts, and the posts of each. A past month stays as it is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from aushang.model import Post
from aushang.model.addresses import EVERYTHING, Scope, of_month, of_older_in_month, of_overview
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.listing import first_titles, pages_of
from aushang.outputs.pages.notices import rows
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import Mark, Unit

NEWEST = 200
PER_PAGE = 100

_EARLY, _LATE = 2, 27  # days that lie in another month in some zone


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of the overview: its link, and “3 Meldungen”."""

    link: Reference
    count: str


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """The overview and the pages of each month, newest first; nothing before the first post."""
    site, months = press.site, _by_month(press)
    if not months:
        return
    yield Unit(
        name=f"page:archive:{press.language}",
        topic=EVERYTHING,
        posts=press.publication.posts,
        make=partial(_overview, press, months),
        page=Mark.of(site, press.language, partial(of_overview, site, "archive")),
    )
    for month, posts in months.items():
        yield from _month_units(press, month, posts)


def _by_month(press: Press) -> dict[date, Sequence[Post]]:
    """All posts by the first day of their month, on the clocks of the site."""
    zone, found = press.almanac.zone, {}
    for post in press.publication.posts:
        at = post.published
        # In the middle of a month it is the same month everywhere: most need no conversion (1 µs).
        if not _EARLY < at.day < _LATE:
            at = at.astimezone(zone)
        key = (at.year, at.month)
        if key not in found:
            found[key] = [post]
        else:
            found[key].append(post)
    return {date(*key, 1): posts for key, posts in found.items()}


def _month_units(press: Press, month: date, posts: Sequence[Post]) -> Iterator[Unit[Leaf]]:
    """The page of the month's newest posts; and if they are too many, pages from its oldest on."""
    site, topic = press.site, Scope("month", f"{month:%Y-%m}")
    older = pages_of(posts, newest=NEWEST, per_page=PER_PAGE)
    yield Unit(
        name=f"month:{topic.id}:{press.language}",
        topic=topic,
        posts=posts,
        make=partial(_month, press, month, posts[:NEWEST], older),
        page=Mark.of(site, press.language, partial(of_month, site, month)),
    )
    for number, page in enumerate(older, start=1):
        yield Unit(
            name=f"month:{topic.id}:{number}:{press.language}",
            topic=topic,
            posts=page,
            make=partial(_older, press, month, number, page),
            page=Mark.of(site, press.language, partial(of_older_in_month, site, month, number)),
        )


def _overview(press: Press, months: Mapping[date, Sequence[Post]]) -> Iterator[Leaf]:
    site, words = press.site, press.words
    years = [
        (year, [_month_view(press, month, posts) for month, posts in each])
        for year, each in groupby(months.items(), key=lambda entry: entry[0].year)
    ]
    title = words.say("Archiv")
    description = words.count(
        "{number} Meldung seit {month}",
        "{number} Meldungen seit {month}",
        len(press.publication.posts),
        month=press.almanac.month(min(months)),
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
    yield Leaf(sheet=sheet, sources=(__name__,))


def _month_view(press: Press, month: date, posts: Sequence[Post]) -> MonthView:
    address = address_of(of_month(press.site, month, press.language))
    count = press.words.count("{number} Meldung", "{number} Meldungen", len(posts))
    return MonthView(Reference(Passage(press.almanac.month(month)), address), count)


def _month(
    press: Press, month: date, posts: Sequence[Post], older: Sequence[Sequence[Post]]
) -> Iterator[Leaf]:
    site, words = press.site, press.words
    number = len(posts) + sum(map(len, older))
    title = words.say("Meldungen im {month}", month=press.almanac.month(month))
    links = [_older_link(press, month, each, page) for each, page in enumerate(older, start=1)]
    body = _body(press, title, posts, links[::-1])
    counted = words.count("{number} Meldung", "{number} Meldungen", number)
    yield _page(press, partial(of_month, site, month), title, body, counted)


def _older(press: Press, month: date, number: int, posts: Sequence[Post]) -> Iterator[Leaf]:
    address = partial(of_older_in_month, press.site, month, number)
    name, days = press.words.say("Archiv"), _days(press, posts)
    title = press.words.say("{name}: Meldungen, {months}", name=name, months=days)
    yield _page(press, address, title, _body(press, title, posts, []), first_titles(press, posts))


def _body(press: Press, title: str, posts: Sequence[Post], older: list[Reference]) -> str:
    return press.render(
        "month.html",
        title=title,
        rows=rows(press, posts),
        older=older,
        archive=address_of(of_overview(press.site, "archive", press.language)),
    )


def _page(
    press: Press, address: Callable[[str], str], title: str, body: str, description: str
) -> Leaf:
    sheet = Sheet(
        path=address(press.language),
        language=press.language,
        title=title,
        description=description,
        body=body,
        section="archive",
        alternates={each: address(each) for each in press.site.languages},
        feeds=press.feeds(EVERYTHING),
    )
    return Leaf(sheet=sheet, sources=(__name__,))


def _older_link(press: Press, month: date, number: int, posts: Sequence[Post]) -> Reference:
    address = of_older_in_month(press.site, month, number, press.language)
    return Reference(Passage(_days(press, posts)), address_of(address))


def _days(press: Press, posts: Sequence[Post]) -> str:
    """“3. November 2026 bis 9. November 2026”, from the oldest to the newest of the posts."""
    last, first = (press.almanac.day(post.published).text for post in (posts[0], posts[-1]))
    return first if first == last else press.words.say("{first} bis {last}", first=first, last=last)
