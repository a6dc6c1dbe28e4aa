"""AU504 lost-redirect."""

from collections.abc import Iterable, Iterator

from aushang.checks.rules import check
from aushang.checks.suppression import CONFIGURATION
from aushang.model import (
    Diagnostic,
    Location,
    PageText,
    Position,
    PostText,
    Publication,
    Service,
)
from aushang.model.addresses import of_redirect


@check("AU504", stage="source", since="0.1")
def lost_redirect(publication: Publication) -> Iterator[Diagnostic]:
    """An old address below `redirects` for which no redirect can be written.

    What it finds: old addresses that are the start page, have a query, belong to another host, lead
        out of the site or do not begin with a slash.
    Why it matters: a redirect is a file at the old address; where there can be none, whoever comes
        with it stands before an error although somebody meant to help.
    Bad: `redirects: ["/index.php?id=7"]`
    Good: `redirects: [/sauna.html]`; what has a query is for the server's own configuration
    """
    for address, position in _written(publication):
        if not of_redirect(address):
            yield Diagnostic(
                code="AU504",
                message=f"no redirect can be written for “{address}”",
                location=position,
                hint=_remedy(address),
            )


def _remedy(address: str) -> str:
    if "?" in address:
        return "a file has no query: lead it on in the configuration of the server"
    if address.strip("/") and not address.startswith("/"):
        return "begin it with a slash, without scheme and host"
    return "name the address of a page of this site, such as /sauna-alt/"


def _written(publication: Publication) -> Iterator[tuple[str, Position]]:
    for post in publication.all_posts:
        yield from _of_texts(post.texts.values())
    for page in publication.pages:
        yield from _of_texts(page.texts.values())
    places: tuple[Service | Location, ...] = (
        *publication.services.values(),
        *publication.locations.values(),
    )
    for place in places:
        for olds in place.redirects.values():
            for number, old in enumerate(olds):
                yield old, place.source.at("redirects", number)
    for old in publication.site.redirects:
        yield old, Position(CONFIGURATION)


def _of_texts(texts: Iterable[PostText | PageText]) -> Iterator[tuple[str, Position]]:
    for text in texts:
        for number, old in enumerate(text.redirects):
            yield old, text.source.at("redirects", number)
