"""AU707 page-without-title."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.page.spots import spots
from aushang.model import Diagnostic, Publication


@check("AU707", stage="artifact", since="0.1")
def page_without_title(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A page without a title.

    What it finds: pages without `<title>`, or with one that has no words. What leads on by itself
        is let be, and so are pieces of pages.
    Why it matters: tabs, bookmarks, search engines and screen readers name a page by it.
    Bad: `<title></title>`
    Good: `<title>Preise – Kraftraum</title>`
    """
    for spot in spots(publication, written, "AU707"):
        yield Diagnostic(
            code="AU707",
            message="the page has no title",
            location=spot.position,
            hint="write in `<title>` what it is about",
            pages=spot.pages,
        )
