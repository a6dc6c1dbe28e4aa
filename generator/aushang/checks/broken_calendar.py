"""AU318 broken-calendar."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.model import Diagnostic, Position, Publication


@check("AU318", stage="artifact", since="0.1")
def broken_calendar(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A calendar file that is not iCalendar.

    What it finds: lines that are none (RFC 5545), that end with something else than CR and LF, or
        stand outside of what they belong to; components that are not closed; properties that may
        stand only once; events that end before they begin.
    Why it matters: a calendar program refuses the whole file, and shows the old dates for ever.
    Bad: a file that ends before `END:VCALENDAR`
    Good: `BEGIN:VCALENDAR`, `BEGIN:VEVENT` and so on, each with its `END`
    """
    for path, flaw in written.flaws("AU318"):
        yield Diagnostic(
            code="AU318",
            message=f"is no iCalendar file: {flaw.reason}",
            location=Position(path, flaw.line),
            hint=written.claim(path),
            pages=(path,),
        )
