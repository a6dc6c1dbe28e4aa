"""AU220 unreachable-page."""

from collections.abc import Iterator
from functools import partial

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.reach import START
from aushang.checks.written.resolution import page_of
from aushang.model import Diagnostic, Kind, Position, Publication, Severity

_ASKED_FOR = "404.html"


@check("AU220", stage="artifact", since="0.1", severity=Severity.WARNING)
def unreachable_page(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A page that no other page links to.

    What it finds: a page that readers reach only if they know its address; that it stands in a site
        map or feed does not count. Left out are the start page, the page for missing addresses,
        redirects, and pages that say `noindex`.
    Why it matters: nobody who looks for it finds it; what is worth a page is worth a link.
    Bad: a page with `menu: none` that no text mentions
    Good: `menu: footer`, or a link to it where it helps
    """
    if not _has_ways(written):
        return
    unlinked = written.files.keys() - written.witnesses.keys()
    for path in sorted(filter(partial(_is_lonely, written), unlinked)):
        yield Diagnostic(
            code="AU220",
            message=f"page /{page_of(path)} is linked from no other page",
            location=Position(written.files[path].sources[0]),
            hint="link to it where readers look for it, put it into a menu, or take it away",
            pages=(page_of(path),),
        )


def _is_lonely(written: WrittenSite, path: str) -> bool:
    return (
        written.files[path].kind is Kind.PAGE
        and path not in written.unlisted
        and path != START
        and not path.endswith(_ASKED_FOR)
    )


def _has_ways(written: WrittenSite) -> bool:
    """Whether the start page links anywhere at all: if not, a script makes the site's menus."""
    return START in written.files and bool(written.ways.of(START))
