"""AU203 missing-slash."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.edits import edit_of
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.checks.written.resolution import split_target
from aushang.model import Diagnostic, Publication, Severity


@check("AU203", stage="artifact", since="0.1", severity=Severity.WARNING)
def missing_slash(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A link to a page without the slash that its address ends with.

    What it finds: an address of our own site that names a page's folder without the slash.
    Why it matters: most servers send the reader on to the right address, which takes a second
        request each time; some answer with an error.
    Bad: `[Kontakt](/kontakt)`
    Good: `[Kontakt](/kontakt/)`
    """
    for cause in causes(publication, written, {Problem.NO_SLASH}):
        before, rest = split_target(cause.written)
        yield Diagnostic(
            code="AU203",
            message=f"{cause.noun} “{cause.written}” wants a slash at the end of the address",
            location=cause.position,
            hint=f"write “/{cause.example.target.path}/”",
            pages=cause.pages,
            edit=edit_of(cause, f"{before}/{rest}", written),
        )
