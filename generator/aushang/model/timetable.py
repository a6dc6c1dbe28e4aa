"""Every moment ahead at which something that is published changes by itself, and what changes.

Unlike what customers see, it knows of posts and updates that wait for their day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple

from aushang.model.answers import Span, Timeline, Where
from aushang.model.opening import openings
from aushang.model.phase import begins, finishes, holds_until_further_word
from aushang.model.place import Location
from aushang.model.post import Effect, Post
from aushang.model.publication import Publication
from aushang.model.standing import DAYS_AHEAD, timelines

_AT_LAST = datetime.max.replace(tzinfo=UTC)


class Turn(StrEnum):
    """What happens."""

    POST_APPEARS = "post-appears"
    UPDATE_APPEARS = "update-appears"
    POST_BEGINS = "post-begins"
    POST_ENDS = "post-ends"
    PROMISE_ENDS = "promise-ends"
    BOOKING_DATA_ENDS = "booking-data-ends"
    ANSWER_CHANGES = "answer-changes"

    @property
    def is_done_by_clocks(self) -> bool:
        """Whether browsers and apps do it themselves, by what pages and the API tell them.

        What stays unsaid before its day is in no page, and a broken promise is a finding.
        """
        return self in {Turn.POST_BEGINS, Turn.POST_ENDS, Turn.ANSWER_CHANGES}


class Change(NamedTuple):
    """One change. `post` is an id; `where` and `effect` say what customers can do from then on.

    `is_by_hours` is whether a place opens or closes at that moment by its hours, and `needs_build`
    whether it shows only once the site is built again.
    """

    at: datetime
    turn: Turn
    post: str = ""
    where: Where | None = None
    effect: Effect | None = None
    is_by_hours: bool = False
    needs_build: bool = False


def timetable(publication: Publication) -> tuple[Change, ...]:
    """All changes after `now`, the nearest first; answers a year ahead."""
    now = publication.now
    found = [
        *(change for post in publication.all_posts for change in _of_post(post)),
        *_of_booking_data(publication),
        *_of_answers(publication),
    ]
    ahead = sorted((one for one in found if one.at > now), key=_order)
    shown = _shown_without_clock(publication)
    return tuple(one._replace(needs_build=_needs_build(one, shown)) for one in ahead)


def _needs_build(change: Change, shown: frozenset[str] | None) -> bool:
    if not change.turn.is_done_by_clocks:
        return True
    if shown is None:
        return False
    return not change.is_by_hours if change.turn is Turn.ANSWER_CHANGES else change.post in shown


def _shown_without_clock(publication: Publication) -> frozenset[str] | None:
    """The posts whose beginning and end programs show that have no clock of their own.

    Those that read Statuspage show what posts and booking data do to states, and no opening hours.
    None if there are no files for them.
    """
    if publication.site.statuspage is None:
        return None
    posts = publication.all_posts
    return frozenset(
        post.id for post in posts if post.effect or holds_until_further_word(post.type)
    )


def _order(change: Change) -> tuple[datetime, str, str, Where]:
    return change.at, change.turn, change.post, change.where or Where("")


def _of_post(post: Post) -> Iterator[Change]:
    yield Change(post.published, Turn.POST_APPEARS, post.id)
    for update in post.updates:
        if update.at > post.published:
            yield Change(update.at, Turn.UPDATE_APPEARS, post.id)
    if begins(post) > post.published:
        yield Change(begins(post), Turn.POST_BEGINS, post.id)
    end = finishes(post, _AT_LAST)
    if end and end > post.published:
        yield Change(end, Turn.POST_ENDS, post.id)
    if post.next_update and _is_still_promised(post, post.next_update, end):
        yield Change(post.next_update, Turn.PROMISE_ENDS, post.id)


def _is_still_promised(post: Post, promised: datetime, end: datetime | None) -> bool:
    """Whether no word came, or is written to come, by then."""
    is_over = end is not None and end <= promised
    return not is_over and post.modified < promised


def _of_booking_data(publication: Publication) -> Iterator[Change]:
    for one in publication.availability:
        where = Where(one.location, one.service)
        yield Change(one.stale_from, Turn.BOOKING_DATA_ENDS, where=where)


def _of_answers(publication: Publication) -> Iterator[Change]:
    found = timelines(
        [_as_it_will_be(post, publication.now) for post in publication.all_posts],
        services=publication.services,
        locations=publication.locations,
        availability=publication.availability,
        zone=publication.site.zone,
        now=publication.now,
    )
    by_hours = {id_: _turns(publication, one) for id_, one in publication.locations.items()}
    for where, timeline in found.items():
        # A service that only does what its place does needs no word of its own.
        of_place = _of_place(where, found)
        turns = by_hours.get(where.location, frozenset())
        for span in timeline.after(publication.now):
            if span not in of_place:
                is_by_hours = span.begins in turns
                yield Change(
                    span.begins, Turn.ANSWER_CHANGES, span.post, where, span.effect, is_by_hours
                )


def _turns(publication: Publication, location: Location) -> frozenset[datetime]:
    """When it opens or closes by its hours."""
    zone = publication.site.zone
    today = publication.now.astimezone(zone).date()
    return frozenset(at for one in openings(location, zone, today, DAYS_AHEAD) for at in one)


def _of_place(where: Where, known: Mapping[Where, Timeline]) -> frozenset[Span]:
    place = known.get(Where(where.location)) if where.service else None
    return frozenset(place.spans) if place else frozenset()


def _as_it_will_be(post: Post, now: datetime) -> Post:
    """A post with what is written to come: it counts from its publication on."""
    if post.published <= now and all(update.at <= now for update in post.updates):
        return post
    starts = max(begins(post), post.published)
    return replace(post, starts=starts, ends=finishes(post, _AT_LAST))
