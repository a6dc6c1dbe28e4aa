"""AU214 missing-scheme."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.model import Diagnostic, Publication, Severity


@check("AU214", stage="artifact", since="0.1", severity=Severity.WARNING)
def missing_scheme(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """An address that begins with two slashes.

    What it finds: `//host/path`, which means "with the scheme of this page".
    Why it matters: in feeds, mails and apps there is no such page, and the link leads nowhere.
    Bad: `[Karten](//karten.example/)`
    Good: `[Karten](https://karten.example/)`
    """
    for cause in causes(publication, written, {Problem.NO_SCHEME}):
        yield Diagnostic(
            code="AU214",
            message=f"{cause.noun} “{cause.written}” does not say its scheme",
            location=cause.position,
            hint=f"write “https:{cause.written}”",
            pages=cause.pages,
        )
