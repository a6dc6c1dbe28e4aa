"""AU210 impossible-address."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.model import Diagnostic, Publication


@check("AU210", stage="artifact", since="0.1")
def impossible_address(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """An address that no browser can read.

    What it finds: a host that cannot exist, such as one with a space or without a name, or a port
        that is no number up to 65535 (WHATWG URL standard).
    Why it matters: nothing happens when somebody follows the link.
    Bad: `[Karten](https://karten .example/)`
    Good: `[Karten](https://karten.example/)`
    """
    for cause in causes(publication, written, {Problem.NO_URL}):
        yield Diagnostic(
            code="AU210",
            message=f"{cause.noun} “{cause.written}” has a host or port that cannot be",
            location=cause.position,
            hint="write a host such as `www.verein.example`, and a port of digits only",
            pages=cause.pages,
        )
