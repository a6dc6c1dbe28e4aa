"""AU305 repeated-entry."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication


@check("AU305", stage="artifact", since="0.1")
def repeated_entry(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """An id that stands twice in one feed, calendar or site map.

    What it finds: two items, entries or events with the same `guid`, `id` or `UID`, and an address
        that a site map names twice.
    Why it matters: readers take the second for a new version of the first; one of the two is never
        seen by anybody.
    Bad: two items with `<guid>https://kraftraum.example/</guid>`
    Good: an id for each, which stays as it is
    """
    for one in told(publication, written, "AU305"):
        yield Diagnostic(
            code="AU305",
            message=f"id “{one.flaw.value}” stands here for the second time",
            location=one.position,
            hint="give each entry an id of its own",
            pages=one.pages,
        )
