"""The posts of a service, place or type: what holds, what comes, the newest, the older ones.

A list must not ripple: rows say nothing that time changes, and older posts stand on pages that are
numbered from the oldest, so that a full page never changes again. For the same reason those pages
link to older ones only; the way to newer ones is the page of the scope.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from aushang.model import Post, Site
from aushang.model.addresses import Scope, of_older, of_scope
from aushang.outputs.pages.excerpt import Excerpt, coming_rows, current_cards
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.notices import rows
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import Mark, Unit

CURRENT = 50
COMING = 50
NEWEST = 20
PER_PAGE = 50
_NAMED = 3  # titles in the description of a page of older posts

_REST = "#au-newest"  # where every post stands, the older ones behind links


@dataclass(frozen=True, slots=True)
class Listing:
    """The posts of a scope as HTML, and links to the pages of older ones, newest page first."""

    current: Excerpt
    upcoming: Excerpt
    newest: Markup
    older: list[Reference]


@dataclass(frozen=True, slots=True)
class Older:
    """A page of older posts, newest first, and the older page `below` it, if there is one."""

    scope: Scope
    name: Passage
    section: str
    number: int
    posts: Sequence[Post]
    below: Sequence[Post]


def listing(press: Press, scope: Scope, posts: Sequence[Post]) -> Listing:
    """The list for `posts`, which come newest first."""
    at = _place_of(scope)
    publication = press.publication
    pages = older_pages(posts)
    return Listing(
        current=current_cards(
            press, publication.foreseen_about(scope), at, most=CURRENT, rest=_REST
        ),
        upcoming=coming_rows(press, publication.upcoming_about(scope), at, most=COMING, rest=_REST),
        newest=rows(press, posts[:NEWEST], at),
        older=[
            _page_link(press, scope, number, pages[number - 1])
            for number in range(len(pages), 0, -1)
        ],
    )


def _place_of(scope: Scope) -> str:
    return scope.id if scope.kind == "location" else ""


def older_pages(posts: Sequence[Post]) -> list[Sequence[Post]]:
    """What of a scope is not among the newest, as `pages_of` divides it."""
    return pages_of(posts, newest=NEWEST, per_page=PER_PAGE)


def pages_of(posts: Sequence[Post], *, newest: int, per_page: int) -> list[Sequence[Post]]:
    """What is not among the newest, in pages counted from the oldest; newest first on each."""
    last = len(posts)
    return [posts[max(newest, end - per_page) : end] for end in range(last, newest, -per_page)]


def what_holds(press: Press, name: str) -> str:
    """What the page of a thing is about, where nobody has said it in words of their own."""
    return press.words.say("{name}: was gerade gilt und was sich ändert", name=name)


def first_titles(press: Press, posts: Sequence[Post]) -> str:
    """What a page of older posts is about: “Sauna wieder offen · Kurse fallen aus · …”.

    Titles are sentences with commas of their own, so “and” cannot join them.
    """
    titles = [post.text(press.language).title for post in posts[:_NAMED]]
    return " · ".join([*titles, "…"] if len(posts) > _NAMED else titles)


def older_units(
    press: Press, scope: Scope, name: Passage, section: str, posts: Sequence[Post]
) -> Iterator[Unit[Leaf]]:
    """The pages of older posts of a scope. Each names the months of the one below."""
    below: Sequence[Post] = ()
    for number, page in enumerate(older_pages(posts), start=1):
        older = Older(scope, name, section, number, page, below)
        yield Unit(
            name=f"older:{scope.kind}:{scope.id}:{number}:{press.language}",
            topic=scope,
            posts=(*page, *below[:1], *below[-1:]),
            make=partial(_leaf, press, older),
            page=Mark.of(press.site, press.language, partial(_address, press.site, scope, number)),
        )
        below = page


def _leaf(press: Press, older: Older) -> Iterator[Leaf]:
    site, words, scope, number = press.site, press.words, older.scope, older.number
    span = _months(press, older.posts)
    title = words.say("{name}: Meldungen, {months}", name=older.name.text, months=span)
    body = press.render(
        "older.html",
        title=title,
        rows=rows(press, older.posts, _place_of(scope)),
        up=Reference(older.name, address_of(of_scope(site, scope, press.language))),
        below=[_page_link(press, scope, number - 1, older.below)] if older.below else [],
    )
    sheet = Sheet(
        path=of_older(site, scope, press.language, number),
        language=press.language,
        title=title,
        description=first_titles(press, older.posts),
        body=body,
        section=older.section,
        alternates={each: of_older(site, scope, each, number) for each in site.languages},
        feeds=press.feeds(scope),
    )
    yield Leaf(sheet=sheet, sources=(__name__,))


def _address(site: Site, scope: Scope, number: int, language: str) -> str:
    return of_older(site, scope, language, number)


def _page_link(press: Press, scope: Scope, number: int, page: Sequence[Post]) -> Reference:
    address = address_of(of_older(press.site, scope, press.language, number))
    return Reference(Passage(_months(press, page)), address)


def _months(press: Press, page: Sequence[Post]) -> str:
    """“Juni 2025 bis März 2026”, from the oldest to the newest post of a page."""
    last, first = (press.almanac.local_day(post.published) for post in (page[0], page[-1]))
    if (first.year, first.month) == (last.year, last.month):
        return press.almanac.month(first)
    return press.words.say(
        "{first} bis {last}", first=press.almanac.month(first), last=press.almanac.month(last)
    )
