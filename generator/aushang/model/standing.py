"""The answers of a publication: for each place, and for each service at each place."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from aushang.model.answers import Cause, Span, Timeline, Where, Word, by_hours, timeline
from aushang.model.availability import Availability, booked_out
from aushang.model.opening import openings
from aushang.model.phase import begins, finishes
from aushang.model.place import Location
from aushang.model.post import Effect, Post, PostType

LOOKS_BACK = timedelta(days=8)
"""Long enough for every opening hour that still lasts, and for since when it does."""
DAYS_AHEAD = 366


def wheres(locations: Mapping[str, Location], services: Iterable[str]) -> tuple[Where, ...]:
    """All that can be asked about: each place, its services, and the services of no place."""
    found = [
        where
        for id_, location in locations.items()
        for where in (Where(id_), *(Where(id_, service) for service in location.services))
    ]
    offered = {where.service for where in found}
    return (*found, *(Where("", service) for service in services if service not in offered))


def timelines(  # noqa: PLR0913  each is a thing of its own
    posts: Iterable[Post],
    *,
    services: Iterable[str],
    locations: Mapping[str, Location],
    availability: Iterable[Availability],
    zone: ZoneInfo,
    now: datetime,
    days: int = DAYS_AHEAD,
) -> Mapping[Where, Timeline]:
    """What holds everywhere, from some days ago up to `days` ahead of the day of `now`.

    `posts` are those that may be shown at `now`; they come in any order.
    """
    today = now.astimezone(zone).date()
    first = today - LOOKS_BACK
    looked_from = datetime.combine(first, time(), zone).astimezone(UTC)
    known = wheres(locations, services)
    words = _words(posts, known, now, looked_from)
    for one in availability:
        where = Where(one.location, one.service)
        if where in words:
            words[where] += (Word(*full, Effect.FULL) for full in booked_out(one.slots))
    nothing = (Span(looked_from, None, Cause.NOTHING),)
    hours = {
        id_: by_hours(openings(location, zone, first, days + LOOKS_BACK.days), looked_from)
        for id_, location in locations.items()
        if location.hours or location.special_hours
    }
    return {where: timeline(hours.get(where.location, nothing), words[where]) for where in known}


def _words(
    posts: Iterable[Post], known: Iterable[Where], now: datetime, looked_from: datetime
) -> dict[Where, list[Word]]:
    """What posts say of each place and service."""
    found: dict[Where, list[Word]] = {where: [] for where in known}
    places = tuple(dict.fromkeys(where.location for where in found))
    offers = tuple(dict.fromkeys(where.service for where in found))
    for post in posts:
        word = _word(post, now)
        if word and (word.ends is None or word.ends > looked_from or word.is_all_clear):
            for where in _concerned(post, places, offers):
                if where in found:
                    found[where].append(word)
    return found


def _concerned(post: Post, places: Iterable[str], offers: Iterable[str]) -> Iterator[Where]:
    """What a post is about: without a service all of them, and the place as a whole."""
    return map(Where._make, product(post.locations or places, post.services or offers))


def is_all_clear(post: Post) -> bool:
    """Whether a post ends what began before it (rule 2)."""
    return post.type is PostType.REOPENING or post.effect is Effect.OPEN


def _word(post: Post, now: datetime) -> Word | None:
    withdrawn = post.withdrawn
    if post.effect is None or (withdrawn and withdrawn <= now):
        # What was taken back is as if nobody had said it: it also clears nothing any more.
        return None
    begun = begins(post).astimezone(UTC)
    ends = finishes(post, now)
    until = ends.astimezone(UTC) if ends else None
    return Word(begun, until, post.effect, post.id, is_all_clear(post))


def moments(timelines_: Mapping[Where, Timeline], now: datetime) -> Iterator[datetime]:
    """All times ahead at which an answer changes, in any order and perhaps more than once."""
    for one in timelines_.values():
        yield from (span.begins for span in one.after(now))
