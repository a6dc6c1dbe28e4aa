"""AU109 placeholder-on-page."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.resolution import page_of
from aushang.model import Diagnostic, Publication, Severity


@check("AU109", stage="artifact", since="0.1", severity=Severity.WARNING)
def placeholder_on_page(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A written page that shows words which only hold a place for others.

    What it finds: in a folder that another program built, what AU108 finds in sources: “Lorem
        ipsum”, TODO, “coming soon”, “xx.xx.”, `{{ name }}`, `[Datum]`. Code and quotations are let
        be. Where the sources are there, AU108 tells the line that the author wrote.
    Why it matters: the reader came for what should stand there, and sees that nobody looked.
    Bad: a page “Kurse” that says “Lorem ipsum dolor sit amet”
    Good: a page that says which classes there are, or no such page
    """
    pages: dict[str, list[str]] = {}
    for path, flaw in written.flaws("AU109"):
        # What was made here has been judged in the files that it was made from.
        if written.files[path].sources == (path,):
            pages.setdefault(flaw.value, []).append(path)
    for value, paths in pages.items():
        yield Diagnostic(
            code="AU109",
            message=f"the page shows a placeholder, “{value}”",
            location=written.place(paths[0], value),
            hint="write what belongs there, or leave it out",
            pages=tuple(map(page_of, paths)),
        )
