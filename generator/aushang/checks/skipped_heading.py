"""AU705 skipped-heading."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.facts import Flaw
from aushang.checks.written.page.spots import spots
from aushang.model import Diagnostic, Publication, Severity


@check("AU705", stage="artifact", since="0.1", severity=Severity.WARNING)
def skipped_heading(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A heading that is more than one level below the one before it.

    What it finds: in the main part of a page, `<h4>` after `<h2>` and the like. Going up by any
        number of levels is fine.
    Why it matters: who listens to a page moves by its headings and looks for the level that is
        missing.
    Bad: `## Kurse` followed by `#### Yoga`
    Good: `## Kurse` followed by `### Yoga`
    """
    for spot in spots(publication, written, "AU705", _written):
        above, level = spot.flaw.reason.split()
        yield Diagnostic(
            code="AU705",
            message=f"heading “{spot.flaw.value}” skips from level {above} to level {level}",
            location=spot.position,
            hint=f"make it one of level {int(above) + 1}",
            pages=spot.pages,
        )


def _written(flaw: Flaw) -> str:
    """The heading as it stands in Markdown."""
    level = int(flaw.reason.split()[1])
    return f"{'#' * level} {flaw.value}"
