"""AU402 over-but-shown."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.staleness import announcing, is_end_of_post, stale
from aushang.model import Diagnostic, Publication

_FORM = "%Y-%m-%dT%H:%M"


@check("AU402", stage="text", since="0.1")
def over_but_shown(publication: Publication) -> Iterator[Diagnostic]:
    """A post that is shown as current while its own title says that it is over.

    What it finds: a closure, a disruption, a maintenance or a lack of places whose title or summary
        says until when it lasts (“bis 3. Mai geschlossen”), when that day has passed and the post
        still holds, because `ends` is missing or later.
    Why it matters: customers stay away from what has been open for days.
    Bad: `title: Sauna bis 3. Mai geschlossen` without `ends`, on 10 May
    Good: the same with `ends: 2026-05-04T00:00`; or, if it takes longer, a title that says so
    """
    for words in announcing(publication):
        if words.post is None or words.part == "text":
            continue
        for found in stale(words, publication.site.zone):
            if is_end_of_post(words, found):
                yield Diagnostic(
                    code="AU402",
                    message=(
                        f"{words.part} says that it lasts until “{found.announcement.quote}”;"
                        " that has passed, and the post still holds"
                    ),
                    location=words.position,
                    hint=f"set `ends: {found.over:{_FORM}}`, or say until when it lasts now",
                    quote=found.announcement.quote,
                    since=found.since,
                    until=found.until,
                )
