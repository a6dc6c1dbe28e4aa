"""AU106 empty-list."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.page.spots import spots
from aushang.model import Diagnostic, Publication

_WORDS = {"tbody": "table"}


@check("AU106", stage="artifact", since="0.1")
def empty_list(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A list or a table on a written page that is announced and has no entry.

    What it finds: in the main part of a page, `<ul>`, `<ol>`, `<dl>` and `<tbody>` without an entry
        behind words that end with a colon, or below the head of a table. Words such as “keine”,
        “nichts” or “none” beside it say that there is nothing. On a page with scripts one with an
        attribute that these can find it by may be filled in later. An attribute
        `data-may-be-empty="why"` at the list or around it lets it be.
    Why it matters: the reader cannot tell whether there is nothing or something is broken.
    Bad: `<p>Diese Kurse fallen aus:</p><ul></ul>`
    Good: `<p>Zurzeit fällt kein Kurs aus.</p>`
    """
    for spot in spots(publication, written, "AU106", leaves_out=written.is_blank):
        noun = _WORDS.get(spot.flaw.reason, "list")
        yield Diagnostic(
            code="AU106",
            message=f"the {noun} below “{spot.flaw.value}” has no entry",
            location=spot.position,
            hint=f"say that there is nothing at present, or leave the {noun} out",
            pages=spot.pages,
        )
