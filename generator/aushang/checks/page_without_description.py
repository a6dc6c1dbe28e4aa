"""AU708 page-without-description."""

from collections.abc import Iterator
from posixpath import basename

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.page.spots import spots
from aushang.model import Diagnostic, Publication, Severity
from aushang.model.addresses import NOT_FOUND


@check("AU708", stage="artifact", since="0.1", severity=Severity.WARNING)
def page_without_description(
    publication: Publication, written: WrittenSite
) -> Iterator[Diagnostic]:
    """A page that does not say in a sentence what it is about.

    What it finds: pages without `<meta name="description">`, or with an empty one. Pages that lead
        on by themselves or ask search engines to pass them by (`noindex`), the page for missing
        addresses, and pieces of pages are let be.
    Why it matters: search engines and messengers show it below the title; without it they show
        whatever comes first.
    Bad: `<meta name="description" content="">`
    Good: `<meta name="description" content="Was eine Mitgliedschaft ab Februar kostet.">`
    """
    for spot in spots(publication, written, "AU708", leaves_out=_is_of_missing_addresses):
        yield Diagnostic(
            code="AU708",
            message="the page has no description",
            location=spot.position,
            hint='say in `<meta name="description">` what it is about',
            pages=spot.pages,
        )


def _is_of_missing_addresses(path: str) -> bool:
    return basename(path) == NOT_FOUND
