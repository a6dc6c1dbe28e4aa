"""AU304 impossible-date."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication


@check("AU304", stage="artifact", since="0.1")
def impossible_date(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A date in a feed, calendar or site map that no program can read.

    What it finds: dates that are not written as the format wants them (RFC 822 in RSS, RFC 3339 in
        Atom and JSON Feed, RFC 5545 in calendars), and days that no calendar has.
    Why it matters: readers sort by date; news whose date they cannot read stands at the very end,
        or comes up as new every day.
    Bad: `<pubDate>20.11.2026</pubDate>`
    Good: `<pubDate>Fri, 20 Nov 2026 09:00:00 +0100</pubDate>`
    """
    for one in told(publication, written, "AU304"):
        yield Diagnostic(
            code="AU304",
            message=one.flaw.reason,
            location=one.position,
            hint="correct the date, or the form in which it is written",
            pages=one.pages,
        )
