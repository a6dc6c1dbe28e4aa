"""AU319 against-statuspage."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication


@check("AU319", stage="artifact", since="0.1")
def against_statuspage(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A file for programs that read Statuspage that has not the shape which they know.

    What it finds: a JSON file whose `page` is this site and in which a field is missing, has
        another type, or says a word that Statuspage does not know.
    Why it matters: these programs are strict. They raise an error on an unknown word or a missing
        list, and then show nothing at all, or the last outage for ever.
    Bad: `"status": "closed"` of a component
    Good: `"status": "major_outage"`
    """
    for one in told(publication, written, "AU319"):
        yield Diagnostic(
            code="AU319",
            message=f"has not the shape of Statuspage: {one.flaw.reason}",
            location=one.position,
            hint="build the file again; what changes it afterwards must keep to that shape",
            pages=one.pages,
        )
