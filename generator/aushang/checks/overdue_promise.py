"""AU401 overdue-promise."""

from collections.abc import Iterator
from datetime import datetime

from aushang.checks.rules import check
from aushang.checks.staleness import AT_LAST
from aushang.model import Diagnostic, Post, Publication, finishes

_FORM = "%Y-%m-%dT%H:%M"


@check("AU401", stage="source", since="0.1")
def overdue_promise(publication: Publication) -> Iterator[Diagnostic]:
    """A promised next word that was not given.

    What it finds: a post that holds or is still to come, whose `next_update` has passed, while
        neither an update nor a correction (`updated`) is as late as that.
    Why it matters: a delay that customers have to ask about is twice a delay; and every page shows
        them that the promise was broken.
    Bad: `next_update: 2026-12-02T15:00` on 3 December, and the last update is of 19 November
    Good: an update `at: 2026-12-02T14:30`, if only to say that it takes longer, and a new
        `next_update`
    """
    zone = publication.site.zone
    for post in publication.all_posts:
        if post.next_update is None:
            continue
        since, until = max(post.next_update, post.published), _kept(post, post.next_update)
        if until is None or since < until:
            yield Diagnostic(
                code="AU401",
                message=(
                    f"`next_update` promised word by {post.next_update.astimezone(zone):{_FORM}},"
                    " and none was given"
                ),
                location=post.source.at("next_update"),
                hint="write an update that says how things stand, and set `next_update` anew",
                since=since,
                until=until,
            )


def _kept(post: Post, promised: datetime) -> datetime | None:
    """When the promise ends to be broken: word is given, or nobody waits for it any longer."""
    said = [update.at for update in post.updates if update.at >= promised]
    if post.updated and post.updated >= promised:
        said.append(post.updated)
    over = finishes(post, AT_LAST)
    return min((*said, *([over] if over else ())), default=None)
