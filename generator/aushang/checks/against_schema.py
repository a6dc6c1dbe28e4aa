"""AU317 against-schema."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication


@check("AU317", stage="artifact", since="0.1")
def against_schema(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A file of the API that is not what its schema promises.

    What it finds: a file below `api/v1/` in which a field is missing or has another type or form
        than the JSON Schema says to which its `links.describedby` leads. Fields that the schema
        does not name are let be.
    Why it matters: apps were written against the schema. They stop at the first field that is not
        as promised, and are on the phones of customers for years.
    Bad: `"published": "20.11.2026"`
    Good: `"published": "2026-11-20T09:00:00+01:00"`
    """
    for one in told(publication, written, "AU317"):
        yield Diagnostic(
            code="AU317",
            message=f"is not what its schema promises: {one.flaw.reason}",
            location=one.position,
            hint="build the file again; what changes it afterwards must keep to the schema",
            pages=one.pages,
        )
