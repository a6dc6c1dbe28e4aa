"""AU406 full-but-free."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Availability, Diagnostic, Effect, Post, Publication, Severity, finishes
from aushang.model.availability import LOOKS_AHEAD

_FORM = "%Y-%m-%dT%H:%M"


@check("AU406", stage="source", since="0.1", severity=Severity.WARNING)
def full_but_free(publication: Publication) -> Iterator[Diagnostic]:
    """A post says that all is taken, and the booking data has a free date.

    What it finds: a post with the effect `full` that holds now, for a service at a place where
        booking data has a free date within the next seven days. The post wins: customers are told
        that all is taken.
    Why it matters: people stay away from a place that they could have had.
    Bad: `effect: full` because the evening courses are booked out, while mornings are free
    Good: `effect: restricted`, with a title that says what is booked out
    """
    for post in publication.current:
        if post.effect is not Effect.FULL:
            continue
        for one in publication.availability:
            free = one.next_free(publication.now) if _concerns(post, one) else None
            if free and free.start - LOOKS_AHEAD <= publication.now:
                at = free.start.astimezone(publication.site.zone)
                name = f" (“{free.name}”)" if free.name else ""
                yield Diagnostic(
                    code="AU406",
                    message=(
                        f"post says “full”, but {one.source.path} has a free date at {at:{_FORM}}"
                        f"{name}; the post wins"
                    ),
                    location=post.source.at("effect"),
                    hint="set `effect: restricted` and say what is full, or mend the booking data",
                    until=min(free.start, finishes(post, publication.now) or free.start),
                )


def _concerns(post: Post, one: Availability) -> bool:
    is_service = not post.services or one.service in post.services
    return is_service and (not post.locations or one.location in post.locations)
