"""AU104 hollow-section."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.texts import texts
from aushang.checks.written import WrittenSite
from aushang.checks.written.page.spots import spots
from aushang.model import Diagnostic, Publication


@check("AU104", stage="artifact", since="0.1")
def hollow_section(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A heading on a written page with nothing under it.

    What it finds: in the main part of a page, a heading that is followed by the next one of its
        level or above, or by the end, before any word, picture, table entry or form. A heading
        whose subsections have content is fine, and so is one that leads to another page. An empty
        `<div id="…">` on a page with scripts may be filled in later. An attribute
        `data-may-be-empty="why"` at the heading or around it lets the section be.
    Why it matters: the reader was promised something and finds nothing.
    Bad: `<h2>Störungen</h2><ul></ul><h2>Kurse</h2>`
    Good: `<h2>Störungen</h2><p>Zurzeit keine.</p><h2>Kurse</h2>`
    """
    if not any(written.flaws("AU104")):  # the texts of ten thousand posts take 0.03 s
        return
    told = {
        " ".join(section.title.split())
        for text in texts(publication)
        for section in text.body.sections
        if section.is_empty
    }
    found = spots(
        publication, written, "AU104", lambda flaw: f"# {flaw.value}", leaves_out=written.is_blank
    )
    for spot in found:
        # AU101 has told it by the text.
        if spot.flaw.value in told:
            continue
        yield Diagnostic(
            code="AU104",
            message=f"section “{spot.flaw.value}” has no content",
            location=spot.position,
            hint="write a sentence, or remove the heading",
            pages=spot.pages,
        )
