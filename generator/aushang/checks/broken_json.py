"""AU302 broken-json."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.facts import Form
from aushang.model import Diagnostic, Position, Publication


@check("AU302", stage="artifact", since="0.1")
def broken_json(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A file of the API that is not JSON.

    What it finds: a JSON file of the finished site that a strict parser refuses (RFC 8259), with
        line and column; `NaN` and `Infinity` are no JSON numbers.
    Why it matters: an app that cannot read the file shows its customers nothing, or old news.
    Bad: `{"remaining": NaN}`
    Good: `{"remaining": null}`
    """
    for file, fault in written.faults(Form.JSON):
        yield Diagnostic(
            code="AU302",
            message=f"is not JSON: {fault.reason}",
            location=Position(file, fault.line, fault.column),
            hint=written.claim(file),
            pages=(file,),
        )
