"""AU690 unused-ignore."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.suppression import Entry
from aushang.model import Diagnostic, Publication, Severity


@check("AU690", stage="run", since="0.1", severity=Severity.WARNING)
def unused_ignore(_publication: Publication, unused: tuple[Entry, ...]) -> Iterator[Diagnostic]:
    """An `ignore` entry that lets nothing pass.

    What it finds: a code under `ignore`, in a file or in the configuration, although nothing of
        that kind was found where the entry holds.
    Why it matters: the fault was mended, or the entry never met it; left standing, it would let the
        next fault of that kind pass unseen.
    Bad: `ignore: {AU201: the partner's page moves in May}` in June, when no link is dead any more
    Good: the entry is removed together with the fault
    """
    for entry in unused:
        yield Diagnostic(
            code="AU690",
            message=f"`ignore` lets {entry.code} pass, but there is nothing of that kind here",
            location=entry.position,
            hint="remove the entry",
        )
