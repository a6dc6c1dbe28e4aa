"""AU315 foreign-in-sitemap."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication


@check("AU315", stage="artifact", since="0.1")
def foreign_in_sitemap(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A site map that names an address of another site.

    What it finds: a `<loc>` that is relative, or of another host or scheme than the site.
    Why it matters: search engines take a map for the host it lies on, and drop the rest, or all.
    Bad: `<loc>http://localhost:1313/kurse/</loc>`
    Good: `<loc>https://aktuell.kraftraum.example/kurse/</loc>`
    """
    for one in told(publication, written, "AU315"):
        yield Diagnostic(
            code="AU315",
            message=f"address “{one.flaw.value}” is not of this site",
            location=one.position,
            hint=f"begin it with {one.flaw.reason}, or take it out",
            pages=one.pages,
        )
