"""Where a post stands in time. Pure functions of the post and a moment; the clock comes in.

The rule, for people and for apps:

1. A post is *scheduled* before its publication time; nobody sees it.
2. Before `starts` it is *upcoming*.
3. From `starts` (without one: from publication) it is *current*, until `ends`, exclusive.
4. Without `ends`, a closure, disruption, maintenance or availability is current until an update
   says `resolved`, which also ends it before its `ends`; a reopening, price or news is current for
   `NEWS_LASTS` after it began.
5. An update that says `withdrawn` ends it at once, whatever `starts` and `ends` say.
6. After that it is *over*. It stays in the archive for ever.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum

from aushang.model.post import Post, PostType, UpdateStatus

NEWS_LASTS = timedelta(days=14)

_UNTIL_FURTHER_WORD = frozenset(
    {PostType.CLOSURE, PostType.DISRUPTION, PostType.MAINTENANCE, PostType.AVAILABILITY}
)


class Phase(StrEnum):
    """Where a post stands in time."""

    SCHEDULED = "scheduled"
    UPCOMING = "upcoming"
    CURRENT = "current"
    OVER = "over"


def holds_until_further_word(kind: PostType) -> bool:
    """Whether a post of this type without an end stays current until it is resolved (rule 4)."""
    return kind in _UNTIL_FURTHER_WORD


def begins(post: Post) -> datetime:
    """When the post begins to bite."""
    return post.starts or post.published


def finishes(post: Post, now: datetime) -> datetime | None:
    """When the post stops to bite, as far as is known at `now`; None is "until further word"."""
    end = _announced_end(post, now)
    # Most posts are said once, and every list asks.
    withdrawn = _said(post, UpdateStatus.WITHDRAWN, now) if post.updates else None
    return min(withdrawn, end or withdrawn) if withdrawn else end


def _announced_end(post: Post, now: datetime) -> datetime | None:
    if not holds_until_further_word(post.type):
        return post.ends or _grows_old(post)
    resolved = _said(post, UpdateStatus.RESOLVED, now) if post.updates else None
    return min(resolved, post.ends or resolved) if resolved else post.ends


def _said(post: Post, status: UpdateStatus, now: datetime) -> datetime | None:
    """When that was first said of it."""
    said = (one.at for one in post.updates if one.status is status and one.at <= now)
    return min(said, default=None)


def _grows_old(post: Post) -> datetime:
    return max(begins(post), post.published) + NEWS_LASTS


def phase(post: Post, now: datetime) -> Phase:
    """Where `post` stands at `now`, by the rule above."""
    if now < post.published:
        return Phase.SCHEDULED
    end = finishes(post, now)
    if end is not None and end <= now:
        return Phase.OVER
    if now < begins(post):
        return Phase.UPCOMING
    return Phase.CURRENT


def moments(post: Post) -> Iterator[datetime]:
    """All times at which something that is shown of the post changes by itself, in any order."""
    yield post.published
    yield from (update.at for update in post.updates)
    yield from (at for at in (post.starts, post.ends, post.next_update) if at)
    if not (post.ends or holds_until_further_word(post.type)):
        yield _grows_old(post)
