"""AU101 empty-section."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.texts import texts
from aushang.model import Diagnostic, Publication


@check("AU101", stage="text", since="0.1")
def empty_section(publication: Publication) -> Iterator[Diagnostic]:
    """A heading with nothing under it.

    What it finds: a section that ends before any text, picture, table or list.
        A heading whose subsections have content is fine.
    Why it matters: the reader was promised something and finds nothing.
    Bad: `## Kurse` followed at once by `## Sauna`
    Good: `## Kurse` and the sentence “Alle Kurse finden statt.”
    """
    for text in texts(publication):
        for section in text.body.sections:
            if section.is_empty:
                yield Diagnostic(
                    code="AU101",
                    message=f"section “{section.title}” has no content",
                    location=section.position,
                    hint="write a sentence, or remove the heading",
                )
