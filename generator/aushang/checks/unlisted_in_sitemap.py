"""AU316 unlisted-in-sitemap."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.model import Diagnostic, Publication, Severity


@check("AU316", stage="artifact", since="0.1", severity=Severity.WARNING)
def unlisted_in_sitemap(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A site map that names a page which is not to be listed.

    What it finds: a `<loc>` of a page that says `noindex`, or of one that only leads on to another.
    Why it matters: the map says “list this” and the page says “do not”; search engines then trust
        the map less.
    Bad: `<loc>https://aktuell.kraftraum.example/alte-adresse/</loc>` of a redirect
    Good: the address to which the redirect leads
    """
    for one in written.unlisted_in_maps:
        what = "only leads on to another" if one.leads_on else "asks not to be listed"
        yield Diagnostic(
            code="AU316",
            message=f"page “{one.url}” stands in the site map and {what}",
            location=written.place(one.map, one.url),
            hint="take it out of the map",
            pages=(one.map,),
        )
