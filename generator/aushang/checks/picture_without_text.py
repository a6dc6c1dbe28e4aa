"""AU704 picture-without-text."""

from collections.abc import Iterator
from posixpath import basename

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.page.spots import spots
from aushang.model import Diagnostic, Publication


@check("AU704", stage="artifact", since="0.1")
def picture_without_text(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A picture that tells nothing to those who do not see it.

    What it finds: `<img>` and the like without `alt`, and links that hold nothing but pictures
        whose `alt` is empty. An ornament says so with `alt=""` or `role="presentation"`.
    Why it matters: a screen reader reads the file's name aloud, or skips what others see; when the
        picture does not load, nobody knows what is missing.
    Bad: `<img src="plan.png">`
    Good: `<img src="plan.png" alt="Der Weg zum Eingang im Hof">`
    """
    for spot in spots(publication, written, "AU704", lambda flaw: basename(flaw.value)):
        href = spot.flaw.reason
        where = f", and nothing else stands in the link to “{href}”" if href else ""
        yield Diagnostic(
            code="AU704",
            message=f"picture “{spot.flaw.value}” has no text{where}",
            location=spot.position,
            hint="say in `alt` where the link leads"
            if href
            else 'say in `alt` what it shows; an ornament gets `alt=""`',
            pages=spot.pages,
        )
