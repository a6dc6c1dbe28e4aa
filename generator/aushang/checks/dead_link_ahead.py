"""AU231 dead-link-ahead."""

import re
from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import ROOT, Diagnostic, Position, Post, Publication
from aushang.model.addresses import of_post

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


@check("AU231", stage="source", since="0.1")
def dead_link_ahead(publication: Publication) -> Iterator[Diagnostic]:
    """A link in a post to come that would be dead on the day when it appears.

    What it finds: in a post whose publication time has not come, a link to a file that is not
        there, or to a post that comes out later still.
    Why it matters: the post appears by itself, at night or at a weekend. Then the site would be
        refused, and the news of that day would not come out.
    Bad: a post for Monday, 6:00, that links to the one for Tuesday
    Good: the link stands in the later one of the two
    """
    ahead = posts_ahead(publication)
    by_address = _by_address(publication) if ahead else {}
    for post in ahead:
        for target, address, position in links_of(post):
            other = by_address.get(address.partition("#")[0])
            if other and other.published > post.published:
                when = other.published.isoformat(timespec="minutes")
                yield _finding(
                    f"link “{target}” leads nowhere until {when}, and this post comes out before",
                    position,
                    f"take it out, or put it into {other.source.path}",
                )
            elif _is_lost(address):
                yield _finding(
                    f"link “{target}” will lead nowhere when this post comes out",
                    position,
                    "correct the path, or remove the link",
                )


def posts_ahead(publication: Publication) -> list[Post]:
    """The posts whose time has not come."""
    return [post for post in publication.all_posts if post.published > publication.now]


def links_of(post: Post) -> Iterator[tuple[str, str, Position]]:
    """Each link as it was written, its address, and where it stands."""
    bodies = [text.body for text in post.texts.values()]
    bodies += [body for update in post.updates for body in update.texts.values()]
    for body in bodies:
        for link in body.links:
            yield link.target, link.address, link.position
    for number, related in enumerate(post.links):
        yield related.target, related.address, post.source.at("links", number)


def _is_lost(address: str) -> bool:
    """Whether an address is a path that the loader found no file for; others are judged later."""
    return not (address.startswith((ROOT, "/", "#", "?")) or _SCHEME.match(address) or not address)


def _by_address(publication: Publication) -> dict[str, Post]:
    site = publication.site
    return {
        ROOT + of_post(site, post, language): post
        for post in publication.all_posts
        for language in post.texts
    }


def _finding(message: str, position: Position, hint: str) -> Diagnostic:
    return Diagnostic(code="AU231", message=message, location=position, hint=hint)
