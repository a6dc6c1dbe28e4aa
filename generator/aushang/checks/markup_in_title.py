"""AU313 markup-in-title."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication, Severity


@check("AU313", stage="artifact", since="0.1", severity=Severity.WARNING)
def markup_in_title(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """HTML in the title of a feed or of an entry.

    What it finds: elements such as `<b>…</b>` in a title that is plain text: in RSS, JSON Feed and
        Atom without `type="html"`.
    Why it matters: half of the readers show the tags as they are.
    Bad: `<title>&lt;b&gt;Sauna&lt;/b&gt; offen</title>`
    Good: `<title>Sauna offen</title>`
    """
    for one in told(publication, written, "AU313"):
        yield Diagnostic(
            code="AU313",
            message=one.flaw.reason,
            location=one.position,
            hint="write the title without HTML",
            pages=one.pages,
        )
