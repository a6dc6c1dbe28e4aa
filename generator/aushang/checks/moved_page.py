"""AU211 moved-page."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.edits import edit_of
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.checks.written.remedies import last_page
from aushang.model import Diagnostic, Publication, Severity


@check("AU211", stage="artifact", since="0.1", severity=Severity.WARNING)
def moved_page(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A link to the old address of a page that has moved.

    What it finds: a link on one of our pages that ends on a redirect of our own.
    Why it matters: the reader waits for a second page, and the old address can never be given up.
    Bad: `[Sauna](/alt/sauna.html)`, which leads on to `/angebote/sauna/`
    Good: `[Sauna](/angebote/sauna/)`
    """
    for cause in causes(publication, written, {Problem.MOVED}):
        end = last_page(cause, written)
        yield Diagnostic(
            code="AU211",
            message=f"{cause.noun} “{cause.written}” leads to a page that has moved",
            location=cause.position,
            hint=f"write “{end}”" if end else "link to a page that stays",
            pages=cause.pages,
            edit=edit_of(cause, end, written),
        )
