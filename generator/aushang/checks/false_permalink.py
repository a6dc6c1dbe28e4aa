"""AU307 false-permalink."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication


@check("AU307", stage="artifact", since="0.1")
def false_permalink(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """An id in RSS that claims to be an address and is none.

    What it finds: a `<guid>` that is no URL and does not say `isPermaLink="false"`.
    Why it matters: readers open it when the item has no link, and some although it has one.
    Bad: `<guid>sauna-2026</guid>`
    Good: `<guid isPermaLink="false">sauna-2026</guid>`
    """
    for one in told(publication, written, "AU307"):
        yield Diagnostic(
            code="AU307",
            message=f"guid “{one.flaw.value}” is no address, yet claims to be a permanent one",
            location=one.position,
            hint='add `isPermaLink="false"`',
            pages=one.pages,
        )
