"""AU408 answer-ahead-of-time."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Diagnostic, Publication, Severity

_FORM = "%Y-%m-%dT%H:%M"


@check("AU408", stage="source", since="0.1", severity=Severity.WARNING)
def answer_ahead_of_time(publication: Publication) -> Iterator[Diagnostic]:
    """An answer of a time that is still to come.

    What it finds: a question whose `answered` lies ahead.
    Why it matters: customers read the day below the answer and stop to believe it; and what it
        announces would count as said later than it was (AU403).
    Bad: `answered: 2027-11-20`, written in 2026
    Good: `answered: 2026-11-20`, the day on which somebody looked at the answer
    """
    zone = publication.site.zone
    for question in publication.questions.values():
        if publication.now < question.answered:
            yield Diagnostic(
                code="AU408",
                message=(
                    f"`answered` is {question.answered.astimezone(zone):{_FORM}},"
                    " which is still to come"
                ),
                location=question.source.at("answered"),
                hint="write the day on which somebody looked at the answer last",
                until=question.answered,
            )
