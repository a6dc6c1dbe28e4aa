"""When what a text announced as still to come is past, and until when readers meet it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aushang.checks.announcements import Announcement, announcements, may_announce
from aushang.checks.once import once
from aushang.checks.prose import Prose, prose
from aushang.model import Post, Publication, finishes
from aushang.model.phase import holds_until_further_word

AT_LAST = datetime.max.replace(tzinfo=UTC)
"""Every update has been said by then."""
_GRACE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Stale:
    """An announcement, and the time in which it stands there although its day has passed.

    `over` is the midnight after that day; `since` may be later.
    """

    announcement: Announcement
    over: datetime
    since: datetime
    until: datetime | None


@once
def announcing(publication: Publication) -> Iterator[Prose]:
    """The words that may announce something: of nobody else's anything will be stale."""
    return (words for words in prose(publication) if may_announce(words.text, _language(words)))


def stale(words: Prose, zone: ZoneInfo) -> Iterator[Stale]:
    """What of a text will be read when it is past, if nobody touches it.

    What is over is history and is let be, and so is a text after which a word was said on or after
    the day that it announced. The days on which a post begins and ends are what it is about. What
    ends by itself may be a week behind: it goes before it misleads.
    """
    post = words.post
    said = _said(words).astimezone(zone) if post or words.question else None
    for found in announcements(words.text, _language(words), said.date() if said else None):
        begins = datetime.combine(found.last, time(), zone)
        over = begins + timedelta(days=1)
        if post is None or said is None:
            # An answer is looked at as long as it stands there, whatever it is about.
            yield Stale(found, over, max(over, said) if said else over, None)
            continue
        if found.last in _bounds(post, zone):
            continue
        until = _until(post, words, begins, found)
        since = max(over, said) + (_GRACE if finishes(post, AT_LAST) else timedelta())
        if until is None or since < until:
            yield Stale(found, over, since, until)


def _bounds(post: Post, zone: ZoneInfo) -> Iterator[date]:
    """The days on which it begins and ends to hold, and those before: till then all was as ever."""
    for at in (post.starts, post.ends):
        if at:
            day = at.astimezone(zone).date()
            yield from (day, day - timedelta(days=1))


def _language(words: Prose) -> str:
    return words.language.partition("-")[0].lower()


def _said(words: Prose) -> datetime:
    if words.update:
        return words.update.at
    if words.question:
        return words.question.answered
    return words.post.published if words.post else AT_LAST


def _until(post: Post, words: Prose, begins: datetime, found: Announcement) -> datetime | None:
    """When the post is over or a later word supersedes the text; a title is never superseded."""
    ends = []
    over = finishes(post, AT_LAST)
    if over:
        ends.append(over)
    if words.part == "text" or not found.is_end:
        said = _said(words)
        later = [update.at for update in post.updates]
        if post.updated:
            later.append(post.updated)
        ends += [at for at in later if at > said and at >= begins]
    return min(ends, default=None)


def is_end_of_post(words: Prose, found: Stale) -> bool:
    """Whether it is until when the post itself is said to last, in its title or summary."""
    return bool(
        found.announcement.is_end
        and words.part != "text"
        and words.post
        and holds_until_further_word(words.post.type)
    )
