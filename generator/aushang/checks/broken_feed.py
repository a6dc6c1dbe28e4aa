"""AU301 broken-feed."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.facts import Form
from aushang.model import Diagnostic, Position, Publication


@check("AU301", stage="artifact", since="0.1")
def broken_feed(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A feed or site map that is not well-formed XML.

    What it finds: an XML file of the finished site that a strict reader refuses, with line and
        column.
    Why it matters: a feed reader that meets one wrong character shows no news at all, and its owner
        never learns why.
    Bad: a bare `&` in the title of an entry
    Good: `&amp;`
    """
    for file, fault in written.faults(Form.XML):
        yield Diagnostic(
            code="AU301",
            message=f"is not well-formed XML: {fault.reason}",
            location=Position(file, fault.line, fault.column),
            hint=written.claim(file),
            pages=(file,),
        )
