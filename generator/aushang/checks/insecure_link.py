"""AU206 insecure-link."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.model import Diagnostic, Publication, Severity


@check("AU206", stage="artifact", since="0.1", severity=Severity.WARNING)
def insecure_link(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A link that leaves encryption.

    What it finds: an address with `http:` that a reader may follow. What is on the reader's own
        machine (`http://localhost`) is let be, and so are onion services, which Tor encrypts.
    Why it matters: anybody on the way can read and change what the reader sees there.
    Bad: `[Verein](http://www.verein.example/)`
    Good: `[Verein](https://www.verein.example/)`
    """
    for cause in causes(publication, written, {Problem.INSECURE}):
        yield Diagnostic(
            code="AU206",
            message=f"{cause.noun} “{cause.written}” is not encrypted",
            location=cause.position,
            hint="write `https://`; if the other side cannot do that, say so beside the link",
            pages=cause.pages,
        )
