"""All changes ahead, also of what nobody may see yet."""

from datetime import timedelta

from tests.booked_dates import make_dates
from tests.factories import (
    BERLIN,
    berlin,
    make_location,
    make_post,
    make_publication,
    make_service,
    make_site,
    make_update,
)
from tests.unit.model.test_standing import WEEK

from aushang.model import Effect, Publication, UpdateStatus
from aushang.model.timetable import Change, Turn, timetable

NOW = berlin("2026-11-20T09:00")


def told(publication: Publication, *, by_hours: bool = False) -> list[str]:
    """The changes, one in a line; what opening hours do by themselves only if it is asked for."""
    return [_line(one) for one in timetable(publication) if by_hours or not one.is_by_hours]


def _line(change: Change) -> str:
    where = "/".join(filter(None, change.where or ()))
    parts = (
        f"{change.at.astimezone(BERLIN):%d.%m. %H:%M}",
        change.turn,
        change.post,
        where,
        change.effect or "",
    )
    return " ".join(filter(None, parts))


def published(*posts: object, **fields: object) -> Publication:
    """A publication of one place with one service, as of a Friday morning."""
    place = make_location("mitte", hours=WEEK, services=("sauna",))
    return make_publication(
        posts, now=NOW, services={"sauna": make_service()}, locations={"mitte": place}, **fields
    )


def test_nothing_ahead() -> None:
    """A post that is over changes no more."""
    post = make_post(type="closure", starts="2026-11-01T09:00", ends="2026-11-02T09:00")
    assert told(published(post)) == []


def test_a_closure_with_all_its_moments() -> None:
    """Said today, from tomorrow on, with a word promised and an end."""
    post = make_post(
        "pool",
        type="closure",
        effect=Effect.CLOSED,
        published="2026-11-20T08:00",
        starts="2026-11-23T10:00",
        next_update="2026-11-23T15:00",
        ends="2026-11-23T18:00",
    )
    assert told(published(post)) == [
        "23.11. 10:00 answer-changes pool mitte/sauna closed",
        "23.11. 10:00 post-begins pool",
        "23.11. 15:00 promise-ends pool",
        "23.11. 18:00 answer-changes mitte/sauna open",
        "23.11. 18:00 post-ends pool",
    ]


def test_what_waits_for_its_day_counts_from_then_on() -> None:
    """A post that says since when something has been broken says nothing before it appears."""
    post = make_post(
        "oven",
        type="disruption",
        effect=Effect.RESTRICTED,
        published="2026-11-20T12:00",
        starts="2026-11-20T06:00",
        updates=(make_update("2026-11-20T16:00", status=UpdateStatus.RESOLVED),),
    )
    assert told(published(post)) == [
        "20.11. 12:00 answer-changes oven mitte/sauna restricted",
        "20.11. 12:00 post-appears oven",
        "20.11. 16:00 answer-changes mitte/sauna open",
        "20.11. 16:00 post-ends oven",
        "20.11. 16:00 update-appears oven",
    ]


def test_a_promise_that_is_kept_in_time_is_no_change() -> None:
    """The update that keeps it is written already; one that came before does not."""
    post = make_post(
        "pool",
        type="closure",
        published="2026-11-20T08:00",
        next_update="2026-11-21T12:00",
        updates=(make_update("2026-11-21T12:00"),),
    )
    turns = {one.turn for one in timetable(published(post))}
    assert Turn.PROMISE_ENDS not in turns
    assert Turn.UPDATE_APPEARS in turns


def test_hours_and_booking_data() -> None:
    """Both turn by themselves; a service that follows its place is not told twice."""
    data = make_dates(("2026-11-21T10:00", 1), as_of=NOW)
    found = told(published(availability=(data,)), by_hours=True)
    assert found[:3] == [
        "20.11. 23:00 answer-changes mitte closed",
        "21.11. 09:00 booking-data-ends mitte/sauna",
        "23.11. 06:00 answer-changes mitte open",
    ]
    assert data.stale_from == NOW + timedelta(days=1)


def to_build_at(**fields: object) -> list[str]:
    """The changes that need a build, of a closure, booking data, a place with hours, and news."""
    closed = make_post(
        "pool", type="closure", effect=Effect.CLOSED, starts="2026-11-23T10:00", updates=()
    )
    news = make_post("matten", type="news", effect=None, starts="2026-11-24T09:00")
    data = make_dates(("2026-11-20T15:00", 0), as_of=NOW)
    publication = published(closed, news, availability=(data,), **fields)
    return [_line(one) for one in timetable(publication) if one.needs_build]


def test_who_has_to_build() -> None:
    """What was not said before its day is in no page; the rest browsers do themselves."""
    assert [turn for turn in Turn if not turn.is_done_by_clocks] == [
        Turn.POST_APPEARS,
        Turn.UPDATE_APPEARS,
        Turn.PROMISE_ENDS,
        Turn.BOOKING_DATA_ENDS,
    ]
    site = make_site(statuspage=None)
    assert to_build_at(site=site) == ["21.11. 09:00 booking-data-ends mitte/sauna"]


def test_programs_for_statuspage_have_no_clock() -> None:
    """What begins and ends for them needs a build; opening hours and news are nothing to them."""
    assert to_build_at() == [
        "20.11. 15:00 answer-changes mitte/sauna open",
        "21.11. 09:00 booking-data-ends mitte/sauna",
        "23.11. 10:00 answer-changes pool mitte/sauna closed",
        "23.11. 10:00 post-begins pool",
    ]
