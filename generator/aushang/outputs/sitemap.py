"""`sitemap.xml`: every page that search engines may list, its translations, and when it changed.

With many posts it is an index (sitemaps.org) of a map of all lists and of maps of so many posts
each, counted from the oldest: a new post changes one of them, and none grows without bound.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from operator import itemgetter
from typing import Any, Final, Protocol

from lxml.etree import Element, SubElement, _Element, tostring

from aushang.model import Artifact, Kind, Post, Publication
from aushang.model.addresses import EVERYTHING, absolute, of_overview, of_post, of_scope
from aushang.outputs.scopes import scopes_of
from aushang.outputs.times import last_word, rfc3339
from aushang.outputs.unit import Unit

PATH: Final = "sitemap.xml"
PER_MAP: Final = 1_000
"""Posts in a map of their own. The protocol allows 50,000 addresses; each language has its own."""

_SPACES: Final[dict[Any, str]] = {None: "http://www.sitemaps.org/schemas/sitemap/0.9"}
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_LINK: Final = f"{{{_XHTML}}}link"


class Listed(Protocol):
    """A page that a map may name: a `Mark` or a `Sheet`."""

    @property
    def path(self) -> str:
        """Its site path."""

    @property
    def alternates(self) -> Mapping[str, str]:
        """The site paths of its translations by language, its own included."""

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may list it."""


def render(publication: Publication, pages: Iterable[Listed]) -> Iterator[Artifact]:
    """All maps; `pages` are those of lists, and may be those of posts as well."""
    posts = {
        of_post(publication.site, post, language)
        for post in publication.posts
        for language in post.texts
    }
    lists = [page for page in pages if page.path not in posts]
    for unit in sitemap_units(publication, lists):
        yield from unit.make()


def sitemap_units(publication: Publication, pages: Sequence[Listed]) -> Iterator[Unit[Artifact]]:
    """Each map as a unit; `pages` are all but those of posts."""
    posts = publication.posts
    if len(posts) <= PER_MAP:
        yield _unit(publication, "all", posts, partial(_map, publication, PATH, pages, posts))
        return
    found = [posts[max(0, end - PER_MAP) : end] for end in range(len(posts), 0, -PER_MAP)]
    paths = [f"sitemaps/posts-{number}.xml" for number in range(1, len(found) + 1)]
    lists = "sitemaps/pages.xml"
    # The index names nothing but the maps; which there are is seen by the oldest post of each.
    borders = [some[-1] for some in found]
    yield _unit(publication, "index", borders, partial(_index, publication, [lists, *paths]))
    yield _unit(publication, "pages", posts, partial(_map, publication, lists, pages, ()))
    for number, (path, some) in enumerate(zip(paths, found, strict=True), start=1):
        yield _unit(
            publication, f"posts:{number}", some, partial(_map, publication, path, (), some)
        )


def _unit(
    publication: Publication, name: str, posts: Sequence[Post], make: partial[Iterator[Artifact]]
) -> Unit[Artifact]:
    # There is a page for each service and place that dates are known of, and for forty questions.
    bookings = publication.booked_about(EVERYTHING)
    questions = publication.questions_about(EVERYTHING)
    return Unit(
        name=f"sitemap:{name}",
        topic=EVERYTHING,
        posts=posts,
        bookings=bookings,
        questions=questions,
        make=make,
    )


def _map(
    publication: Publication, path: str, pages: Sequence[Listed], posts: Sequence[Post]
) -> Iterator[Artifact]:
    """The pages and the pages of the posts, sorted by path."""
    site = publication.site
    changed = _changes(publication) if pages else {}
    listed = [
        (page.path, changed.get(page.path), page.alternates) for page in pages if page.is_indexed
    ]
    for post in posts:
        paths = {each: of_post(site, post, each) for each in site.languages if each in post.texts}
        listed += [(one, post.modified, paths) for one in paths.values()]
    root = Element("urlset", nsmap=_SPACES | {"xhtml": _XHTML})
    for one, at, alternates in sorted(listed, key=itemgetter(0)):
        url = SubElement(root, "url")
        SubElement(url, "loc").text = absolute(site, one)
        if at:
            SubElement(url, "lastmod").text = rfc3339(site, at)
        if len(alternates) > 1:
            for language, other in sorted(alternates.items()):
                href = absolute(site, other)
                SubElement(url, _LINK, rel="alternate", hreflang=language, href=href)
    yield _artifact(path, root)


def _index(publication: Publication, paths: Iterable[str]) -> Iterator[Artifact]:
    root = Element("sitemapindex", nsmap=_SPACES)
    for path in paths:
        SubElement(SubElement(root, "sitemap"), "loc").text = absolute(publication.site, path)
    yield _artifact(PATH, root)


def _artifact(path: str, root: _Element) -> Artifact:
    return Artifact(
        path=path,
        media_type="application/xml",
        data=tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True),
        kind=Kind.ASSET,
        sources=(__name__,),
    )


def _changes(publication: Publication) -> dict[str, datetime]:
    """When each page about posts changed last, by site path, as the content says.

    Pages without a date of their own are left out: a wrong date is worse than none.
    """
    site = publication.site
    found: dict[str, datetime] = {}
    for scope in scopes_of(publication):
        newest = last_word(publication.about(scope))
        if newest is None:
            continue
        for language in site.languages:
            found[of_scope(site, scope, language)] = newest
            if scope == EVERYTHING:
                found[of_overview(site, "archive", language)] = newest
    answered = [one.answered for one in publication.questions.values()]
    if answered:
        found |= {of_overview(site, "questions", one): max(answered) for one in site.languages}
    return found
