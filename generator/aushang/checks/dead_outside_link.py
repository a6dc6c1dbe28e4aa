"""AU230 dead-outside-link."""

from collections.abc import Iterator

from aushang.checks.outside_links import authored_outside_links
from aushang.checks.rules import check
from aushang.model import Diagnostic, Position, Publication

CODE = "AU230"


@check("AU230", stage="source", since="0.1")
def dead_outside_link(publication: Publication) -> Iterator[Diagnostic]:
    """A link to a page of somebody else that is not there any more.

    What it finds: an address on another site that was dead twice, at least a day apart, when
        `aushang check --external` asked for it. A build itself asks nobody.
    Why it matters: who follows it came for an answer and gets somebody else's error page.
    Bad: `[Anfahrt](https://verkehr.example/linie-7)`, which says 404 since Monday
    Good: the address to which the page has moved
    """
    if not publication.dead_outside:
        return
    for url, positions in authored_outside_links(publication).items():
        why = publication.dead_outside.get(url)
        if why:
            for position in positions:
                yield dead(url, why, position)


def dead(url: str, why: str, position: Position, pages: tuple[str, ...] = ()) -> Diagnostic:
    """The finding for one place; `pages` are the files in which it was seen."""
    return Diagnostic(
        code=CODE,
        message=f"link “{url}” is dead: {why}",
        location=position,
        hint="write the address to which it has moved, or remove the link",
        pages=pages,
    )
