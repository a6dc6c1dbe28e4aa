"""AU710 nameless-link."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.page.spots import spots
from aushang.model import Diagnostic, Publication


@check("AU710", stage="artifact", since="0.1")
def nameless_link(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A link without any words.

    What it finds: links to elsewhere with no text, no label, no title and no picture that has a
        text: most often a symbol drawn by a style sheet.
    Why it matters: a screen reader says “link” and no more, or spells out the address.
    Bad: `<a href="https://social.example/kraftraum"><i class="icon-social"></i></a>`
    Good: the same with `aria-label="Kraftraum im sozialen Netz"`
    """
    for spot in spots(publication, written, "AU710"):
        more = f" and {spot.others} more places" if spot.others else ""
        yield Diagnostic(
            code="AU710",
            message=f"link to “{spot.flaw.value}”{more} has no words",
            location=spot.position,
            hint="write where it leads, in the link or in its `aria-label`",
            pages=spot.pages,
        )
