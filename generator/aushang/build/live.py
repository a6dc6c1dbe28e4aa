"""What a process keeps from one build to the next, so that an edit is all that is read."""

from dataclasses import dataclass
from datetime import datetime

from aushang.build.inputs import next_moment
from aushang.build.shelf import Shelf
from aushang.content.inventory import Glance
from aushang.content.load import Drafted, redrafted
from aushang.content.posts import PostDraft


@dataclass(frozen=True, slots=True)
class Last:
    """The last build that was good.

    `seen` is what its content folder looked like before it was read, `until` the next moment at
    which time changes anything that is shown of a post.
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

    `edited` are those posts; `is_later` if time has changed something of any post.
    """

    drafted: Drafted
    edited: tuple[PostDraft, ...]
    is_later: bool


def read_again(last: Last, seen: Glance, now: datetime, shelf: Shelf) -> Again | None:
    """What was edited since the last build; None where the whole folder has to be read.

    The folder looks as `seen`.
    """
    if seen.keys() != last.seen.keys():
        return None
    changed = {file for file, _ in seen.items() ^ last.seen.items()}
    drafted = redrafted(last.drafted, changed, now=now, shelf=shelf)
    if drafted is None:
        return None
    edited = tuple(
        draft
        for then, draft in zip(last.drafted.drafts, drafted.drafts, strict=True)
        if draft is not then
    )
    shelf.seen = {**shelf.before, **shelf.seen}
    return Again(drafted, edited, not last.until > now >= last.drafted.publication.now)


def kept_of(
    drafted: Drafted, seen: Glance | None, again: Again | None, last: Last | None
) -> Last | None:
    """What the next build needs of this one; nothing where the folder cannot be looked at."""
    if seen is None:
        return None
    now = drafted.publication.now
    if again is None or last is None or again.is_later:
        return Last(drafted, seen, next_moment(drafted.drafts, now))
    return Last(drafted, seen, min(last.until, next_moment(again.edited, now)))
