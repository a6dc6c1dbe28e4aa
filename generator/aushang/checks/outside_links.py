"""Which addresses of other sites a publication or a written site refers to, and where."""

import re
from collections.abc import Iterator, Mapping

from aushang.checks.texts import texts
from aushang.checks.written.resolution import Resolver, page_of
from aushang.checks.written.site import WrittenSite
from aushang.model import Position, Publication

_WEB = re.compile(r"https?://", re.IGNORECASE)
_FOLLOWED = frozenset({"a", "area", "link", "form"})
"""What a reader may follow; what a browser fetches by itself has a check of its own."""


def authored_outside_links(publication: Publication) -> Mapping[str, list[Position]]:
    """The places at which authors wrote each address."""
    found: dict[str, list[Position]] = {}
    for url, position in _authored(publication):
        if _WEB.match(url):
            found.setdefault(url, []).append(position)
    return found


def _authored(publication: Publication) -> Iterator[tuple[str, Position]]:
    for text in texts(publication):
        for link in text.body.links:
            yield link.address, link.position
    for post in publication.all_posts:
        for number, related in enumerate(post.links):
            yield related.address, post.source.at("links", number)
    for contact in publication.contacts.values():
        yield contact.url, contact.source.at("url")


def written_outside_links(written: WrittenSite) -> Mapping[str, list[str]]:
    """The files in which each address stands that a reader may follow. Looks at every file."""
    resolver = Resolver(written.site)
    found: dict[str, list[str]] = {}
    for path in sorted(written.files):
        base = resolver.base_of(page_of(path), "")
        for url, element in written.facts[path].references:
            if element in _FOLLOWED and _WEB.match(url) and resolver.target(url, base) is None:
                found.setdefault(url, []).append(path)
    return found
