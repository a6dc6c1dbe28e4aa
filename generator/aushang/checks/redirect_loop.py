"""AU207 redirect-loop."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.model import Diagnostic, Publication


@check("AU207", stage="artifact", since="0.1")
def redirect_loop(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """Pages that lead on to each other and never arrive.

    What it finds: a page that leads on by itself (`<meta http-equiv="refresh">`) and, over other
        such pages or at once, comes back to itself.
    Why it matters: the reader's browser turns in a circle until it gives up.
    Bad: `/a/` leads on to `/b/`, and `/b/` to `/a/`
    Good: both lead on to the page that holds what they held
    """
    for cause in causes(publication, written, {Problem.LOOP}):
        yield Diagnostic(
            code="AU207",
            message=f"redirect “{cause.written}” leads in a circle",
            location=cause.position,
            hint="let it lead to a page that stays",
            pages=cause.pages,
        )
