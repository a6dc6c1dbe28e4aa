"""AU309 encoded-twice."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication, Severity


@check("AU309", stage="artifact", since="0.1", severity=Severity.WARNING)
def encoded_twice(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A text in a feed that was encoded once too often.

    What it finds: signs of HTML that readers would see as such (`&amp;` in a plain title), texts
        whose tags are all escaped, and UTF-8 that was taken for another encoding (“Ã¼”). Code may
        show all of it.
    Why it matters: what reads “Sauna &amp;amp; Bad” looks broken, in the one place where customers
        meet the news first.
    Bad: `<title>Sauna &amp;amp; Bad</title>`
    Good: `<title>Sauna &amp; Bad</title>`
    """
    for one in told(publication, written, "AU309"):
        yield Diagnostic(
            code="AU309",
            message=one.flaw.reason,
            location=one.position,
            hint="write the sign itself; what makes the feed encodes it",
            pages=one.pages,
        )
