"""AU212 mixed-content."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.model import Diagnostic, Publication


@check("AU212", stage="artifact", since="0.1")
def mixed_content(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A part of the page that is loaded without encryption, although the page is encrypted.

    What it finds: pictures, scripts, styles and the like of our own host with `http:` while the
        site lives at `https:`. Those of other hosts are found as foreign requests.
    Why it matters: browsers block such scripts and styles, and show such pictures as broken.
    Bad: `<img src="http://aktuell.kraftraum.example/media/plan.png">`
    Good: `<img src="/media/plan.png">`
    """
    for cause in causes(publication, written, {Problem.MIXED}):
        yield Diagnostic(
            code="AU212",
            message=f"{cause.noun} “{cause.written}” is loaded unencrypted into an encrypted page",
            location=cause.position,
            hint="leave out `http:` and the host",
            pages=cause.pages,
        )
