"""What is kept from one build to the next, so that an edit is all that is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from aushang.build.inputs import NEVER, next_moment
from aushang.build.shelf import Shelf, settled
from aushang.content.assembly import Drafted
from aushang.content.glance import Glance
from aushang.content.posts import PostDraft
from aushang.content.redraft import redrafted

_FEW = 500
"""Files that are read one after the other; more are compared by digest, and read by workers."""


@dataclass(frozen=True, slots=True)
class Last:
    """The last build that was good.

    `seen` is what its content folder looked like before it was read, without the times of files
    that had changed so shortly before that a second change could have the same. `until` is the next
    moment at which time changes anything that is shown of a post.
    """

    drafted: Drafted
    seen: Glance
    until: datetime


@dataclass(slots=True)
class Live:
    """Carries the last good build from one to the next; none before the first."""

    last: Last | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """The first pass over what was edited since the last build.

    `edited` are those posts; `is_later` if time has changed something of any post, `is_rebooked` if
    booking data was edited.
    """

    drafted: Drafted
    edited: tuple[PostDraft, ...]
    is_later: bool
    is_rebooked: bool


def read_again(last: Last, seen: Glance, now: datetime, shelf: Shelf) -> Again | None:
    """What was edited since the last build; None where the whole folder has to be read.

    The folder looks as `seen`.
    """
    if seen.keys() != last.seen.keys():
        return None
    changed = {file for file, _ in seen.items() ^ last.seen.items()}
    if len(changed) > _FEW:
        return None
    drafted = redrafted(last.drafted, changed, now=now, shelf=shelf)
    if drafted is None:
        return None
    edited = tuple(draft for _, draft in edits(last, drafted))
    shelf.seen = {**shelf.before, **shelf.seen}
    is_later = not last.until > now >= last.drafted.publication.now
    return Again(drafted, edited, is_later, drafted.bookings is not last.drafted.bookings)


def edits(last: Last, drafted: Drafted) -> Iterator[tuple[PostDraft, PostDraft]]:
    """The posts that were read again, each as it was and as it is."""
    pairs = zip(last.drafted.drafts, drafted.drafts, strict=True)
    return ((then, draft) for then, draft in pairs if draft is not then)


def kept_of(
    drafted: Drafted, seen: Glance, began: int, again: Again | None, last: Last | None
) -> Last:
    """What the next build needs of this one, which began to look at `began`, ns since 1970."""
    now = drafted.publication.now
    sure = settled(seen, began)
    if again is None or last is None or again.is_later:
        return Last(
            drafted, sure, min(next_moment(drafted.drafts, now), _next_of_bookings(drafted))
        )
    until = min(last.until, next_moment(again.edited, now), _next_of_bookings(drafted))
    return Last(drafted, sure, until)


def _next_of_bookings(drafted: Drafted) -> datetime:
    """When the next date of booking data begins, or the promise about it runs out; or never."""
    now = drafted.publication.now
    coming = [
        at
        for one in drafted.publication.availability
        for at in (one.stale_from, *(slot.start for slot in one.ahead(now)[:1]))
        if at > now
    ]
    return min(coming, default=NEVER)
