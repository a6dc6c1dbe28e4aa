"""AU403 past-future."""

from collections.abc import Iterator

from aushang.checks.prose import Prose
from aushang.checks.rules import check
from aushang.checks.staleness import announcing, is_end_of_post, stale
from aushang.model import Diagnostic, Publication, Severity


@check("AU403", stage="text", since="0.1", severity=Severity.WARNING)
def past_future(publication: Publication) -> Iterator[Diagnostic]:
    """A text that announces as still to come what is past.

    What it finds: a sentence that says of a day that something will be then (“wird am 3. Mai
        geliefert”, “bis 3. Mai”, “opens on 3 May”), or that says “demnächst”, “ab morgen”, “next
        week”, when that day or a month has passed. Posts that are over are history and are let be;
        so are texts after which an update or a correction was written. An answer is of the day on
        which it was `answered`. On pages, which have no date, only days with a year count.
    Why it matters: it is the surest sign that nobody looks after these pages, and readers stop to
        believe the rest.
    Bad: “Das Ersatzteil kommt am 2. Dezember” in a disruption that still holds on 10 December
    Good: an update that says what became of it
    """
    for words in announcing(publication):
        for found in stale(words, publication.site.zone):
            if not is_end_of_post(words, found):
                yield Diagnostic(
                    code="AU403",
                    message=(
                        f"“{found.announcement.quote}” is announced as still to come"
                        " and lies in the past"
                    ),
                    location=words.position,
                    hint=_hint(words),
                    quote=found.announcement.quote,
                    since=found.since,
                    until=found.until,
                )


def _hint(words: Prose) -> str:
    if words.question:
        return "bring the answer up to date, and set `answered` to the day on which you do"
    if words.post:
        return "write an update, or bring the text up to date and set `updated`"
    return "bring the text up to date"
