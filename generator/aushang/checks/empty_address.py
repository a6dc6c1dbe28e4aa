"""AU209 empty-address."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.model import Diagnostic, Publication, Severity


@check("AU209", stage="artifact", since="0.1", severity=Severity.WARNING)
def empty_address(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A link, picture or file without an address.

    What it finds: `href=""`, `src=""` and the like. A form without an address sends to its own
        page, which is fine.
    Why it matters: who follows the link stays where they are; the picture never comes.
    Bad: `[Kurse]()`
    Good: `[Kurse](../services/kurse.yml)`
    """
    for cause in causes(publication, written, {Problem.EMPTY}):
        yield Diagnostic(
            code="AU209",
            message=f"{cause.noun} has no address",
            location=cause.position,
            hint="write the address, or remove the "
            + ("link" if cause.noun == "link" else "element"),
            pages=cause.pages,
        )
