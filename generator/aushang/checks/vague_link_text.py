"""AU703 vague-link-text."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.page.spots import spots
from aushang.checks.written.page.vague import is_url
from aushang.model import Diagnostic, Publication, Severity


@check("AU703", stage="artifact", since="0.1", severity=Severity.WARNING)
def vague_link_text(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A link whose words do not say where it leads.

    What it finds: links that say no more than “hier”, “mehr”, “weiterlesen”, “click here” or
        “read more”, that consist of signs alone, or that show a bare address. A label
        (`aria-label`) counts in place of the words.
    Why it matters: who listens to a page goes from link to link and hears “hier, hier, hier”; who
        skims it reads nothing but the links.
    Bad: `Die neuen Preise stehen [hier](preise.md).`
    Good: `Mehr steht bei den [neuen Preisen](preise.md).`
    """
    for spot in spots(publication, written, "AU703", lambda flaw: _written(flaw.value)):
        words = spot.flaw.value
        fault = "is an address and no words" if is_url(words) else "does not say where it leads"
        more = f" and {spot.others} more places" if spot.others else ""
        yield Diagnostic(
            code="AU703",
            message=f"link text “{words}” {fault}",
            location=spot.position,
            hint=f"name what the reader finds there; it leads to “{spot.flaw.reason}”{more}",
            pages=spot.pages,
        )


def _written(words: str) -> str:
    """A link's words as they stand in Markdown: those of an address may stand there alone."""
    return words if is_url(words) else f"[{words}]("
