"""AU213 redirect-chain."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.checks.written.remedies import last_page
from aushang.model import Diagnostic, Publication, Severity


@check("AU213", stage="artifact", since="0.1", severity=Severity.WARNING)
def redirect_chain(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A page that leads on to a page that leads on.

    What it finds: a redirect whose target is a redirect itself.
    Why it matters: each step costs the reader a second, and search engines give up after a few.
    Bad: `/alt/` leads on to `/neu/`, which leads on to `/angebote/sauna/`
    Good: `/alt/` leads on to `/angebote/sauna/`
    """
    for cause in causes(publication, written, {Problem.CHAIN}):
        end = last_page(cause, written)
        yield Diagnostic(
            code="AU213",
            message=f"redirect “{cause.written}” leads to a page that leads on itself",
            location=cause.position,
            hint=f"let it lead to “{end}” at once" if end else "let it lead to a page that stays",
            pages=cause.pages,
        )
