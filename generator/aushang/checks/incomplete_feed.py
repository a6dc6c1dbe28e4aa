"""AU303 incomplete-feed."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication


@check("AU303", stage="artifact", since="0.1")
def incomplete_feed(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A feed, calendar or site map that lacks what its format demands.

    What it finds: in RSS 2.0, Atom, JSON Feed, iCalendar and site maps: titles, links, ids, dates,
        authors, contents, attributes of enclosures and the like that must be there and are not, and
        site maps of more than 50,000 addresses.
    Why it matters: each reader makes up its own mind about a broken feed; some show nothing at all.
    Bad: an Atom entry without `updated`
    Good: `<updated>2026-11-20T09:00:00+01:00</updated>`
    """
    for one in told(publication, written, "AU303"):
        yield Diagnostic(
            code="AU303",
            message=one.flaw.reason,
            location=one.position,
            hint="add what is missing where the file is made",
            pages=one.pages,
        )
