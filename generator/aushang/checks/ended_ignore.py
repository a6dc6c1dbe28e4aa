"""AU691 ended-ignore."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.suppression import Entry
from aushang.model import Diagnostic, Publication


@check("AU691", stage="run", since="0.1")
def ended_ignore(_publication: Publication, over: tuple[Entry, ...]) -> Iterator[Diagnostic]:
    """An `ignore` entry whose last day has passed.

    What it finds: an entry with `until` in the past, although what it let pass is still there. The
        findings that it let pass are told again.
    Why it matters: somebody promised that it would be mended by then.
    Bad: `AU201: {reason: the partner's page moves, until: 2026-05-31}` in June, when the link is
        still dead
    Good: the link is mended and the entry removed
    """
    for entry in over:
        yield Diagnostic(
            code="AU691",
            message=f"`ignore` let {entry.code} pass until {entry.last}, and it is still there",
            location=entry.position,
            hint="mend what it let pass and remove the entry, or name another day and why",
        )
