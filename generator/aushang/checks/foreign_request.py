"""AU208 foreign-request."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.model import Diagnostic, Publication


@check("AU208", stage="artifact", since="0.1")
def foreign_request(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """Something that a browser fetches from another host when it shows a page.

    What it finds: pictures, scripts, styles, fonts, frames, films, icons and early connections of
        another host or port, in pages, style sheets and drawings. Links are no requests.
    Why it matters: the other host learns who reads what and when, which in Europe needs consent;
        and the page is broken whenever that host is.
    Bad: `<link rel="stylesheet" href="https://fonts.example/css?family=Inter">`
    Good: the font lies beside the pages, and `fonts.css` names it
    """
    for cause in causes(publication, written, {Problem.FOREIGN}):
        yield Diagnostic(
            code="AU208",
            message=f"{cause.noun} “{cause.written}” makes readers' browsers ask another host",
            location=cause.position,
            hint="publish a copy of it with the site, or link to it",
            pages=cause.pages,
        )
