"""AU312 relative-in-feed."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.told import told
from aushang.model import Diagnostic, Publication, Severity


@check("AU312", stage="artifact", since="0.1", severity=Severity.WARNING)
def relative_in_feed(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A relative address inside a feed.

    What it finds: links and pictures in the texts of RSS, Atom and JSON Feed that do not begin with
        a scheme, unless the feed says with `xml:base` what they are relative to.
    Why it matters: a reader shows the text far away from the site; most guess wrong, and the
        picture or link is dead.
    Bad: `<img src="/media/sauna.jpg">` in an entry
    Good: `<img src="https://aktuell.kraftraum.example/media/sauna.jpg">`
    """
    dead = {(one.file, one.reference.url) for one in written.broken}
    for one in told(publication, written, "AU312", known=dead):
        yield Diagnostic(
            code="AU312",
            message=f"address “{one.flaw.value}” is relative inside a feed",
            location=one.position,
            hint="write it in full, with the site's own address in front",
            pages=one.pages,
        )
