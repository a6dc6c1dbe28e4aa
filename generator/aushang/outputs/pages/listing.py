"""The posts of a service, place or type: what holds, what comes, the newest, the older ones.

A list must not ripple: rows say nothing that time changes, and older posts stand on pages that are
numbered from the oldest, so that a full page never changes again. For the same reason those pages
link to older ones only; the way to newer ones is the page of the scope.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from aushang.model import Post
from aushang.model.addresses import Scope, of_older, of_scope
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.notices import agenda, by_severity, cards, rows
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet

NEWEST = 20
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Listing:
    """The posts of a scope as HTML, and links to the pages of older ones, newest page first."""

    current: list[Markup]
    upcoming: list[Markup]
    newest: list[Markup]
    older: list[Reference]


def listing(press: Press, scope: Scope, posts: Sequence[Post]) -> Listing:
    """The list for `posts`, which come newest first."""
    publication = press.publication
    at = _place_of(scope)
    concerned = {post.id for post in posts}
    pages = older_pages(posts)
    return Listing(
        current=cards(press, by_severity(p for p in publication.current if p.id in concerned), at),
        upcoming=agenda(press, (p for p in publication.upcoming if p.id in concerned), at),
        newest=rows(press, posts[:NEWEST], at),
        older=[
            _page_link(press, scope, number, pages[number - 1])
            for number in range(len(pages), 0, -1)
        ],
    )


def _place_of(scope: Scope) -> str:
    return scope.id if scope.kind == "location" else ""


def older_pages(posts: Sequence[Post]) -> list[list[Post]]:
    """What is not among the newest, in pages counted from the oldest; newest first on each."""
    older = posts[NEWEST:][::-1]
    return [list(older[start : start + PER_PAGE][::-1]) for start in range(0, len(older), PER_PAGE)]


def older_leaves(
    press: Press, scope: Scope, name: Passage, section: str, posts: Sequence[Post]
) -> Iterator[Leaf]:
    """The pages of older posts of a scope."""
    pages = older_pages(posts)
    site, words = press.site, press.words
    for number, page in enumerate(pages, start=1):
        span = _months(press, page)
        title = words.say("{name}: Meldungen, {months}", name=name.text, months=span)
        below = [_page_link(press, scope, number - 1, pages[number - 2])] if number > 1 else []
        body = press.render(
            "older.html",
            title=title,
            rows=rows(press, page, _place_of(scope)),
            up=Reference(name, address_of(of_scope(site, scope, press.language))),
            below=below,
        )
        sheet = Sheet(
            path=of_older(site, scope, press.language, number),
            language=press.language,
            title=title,
            description="",
            body=body,
            section=section,
            alternates={each: of_older(site, scope, each, number) for each in site.languages},
            feeds=press.feeds(scope),
        )
        yield Leaf(sheet=sheet, sources=(__name__,))


def _page_link(press: Press, scope: Scope, number: int, page: list[Post]) -> Reference:
    address = address_of(of_older(press.site, scope, press.language, number))
    return Reference(Passage(_months(press, page)), address)


def _months(press: Press, page: list[Post]) -> str:
    """“Juni 2025 bis März 2026”, from the oldest to the newest post of a page."""
    last, first = (press.almanac.local_day(post.published) for post in (page[0], page[-1]))
    if (first.year, first.month) == (last.year, last.month):
        return press.almanac.month(first)
    return press.words.say(
        "{first} bis {last}", first=press.almanac.month(first), last=press.almanac.month(last)
    )
