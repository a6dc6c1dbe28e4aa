"""AU306 missing-guid."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication, Severity


@check("AU306", stage="artifact", since="0.1", severity=Severity.WARNING)
def missing_guid(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """An item of an RSS feed without an id.

    What it finds: an `<item>` without a `<guid>`. RSS allows it.
    Why it matters: readers then tell items apart by link, title or text, and an item whose title
        was corrected comes up as news once more.
    Bad: an item with a title and a link only
    Good: `<guid isPermaLink="false">tag:kraftraum.example,2026:sauna</guid>`
    """
    for one in told(publication, written, "AU306"):
        yield Diagnostic(
            code="AU306",
            message=one.flaw.reason,
            location=one.position,
            hint="add a `guid` that stays as it is whatever is corrected",
            pages=one.pages,
        )
