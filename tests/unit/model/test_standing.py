"""One answer for each place and service: a table of cases, and a judge that asks moment by moment.

The judge follows the words of the rule one by one, without spans; both have to agree on any
publication, at any moment, in any order of the files.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.booked_dates import make_dates
from tests.factories import BERLIN, berlin, make_location, make_post, make_update

from aushang.model import (
    Effect,
    Hours,
    Location,
    Post,
    Update,
    UpdateStatus,
    begins,
    finishes,
)
from aushang.model.answers import Answer, Cause, Timeline, Where
from aushang.model.availability import Availability
from aushang.model.standing import moments, timelines, wheres

WEEK = tuple(Hours(day, time(6), time(23)) for day in range(5))
MITTE = make_location("mitte", hours=WEEK, services=("sauna", "kurse"))
NOW = berlin("2026-11-20T09:00")  # a Friday


def asked(
    *posts: Post,
    now: datetime = NOW,
    location: Location = MITTE,
    availability: Iterable[Availability] = (),
    service: str = "sauna",
    days: int = 40,
) -> Timeline:
    """The timeline of a service at one place."""
    found = timelines(
        [post for post in posts if post.published <= now],
        services=("sauna", "kurse"),
        locations={location.id: location},
        availability=availability,
        zone=BERLIN,
        now=now,
        days=days,
    )
    return found[Where(location.id, service)]


def said(answer: Answer) -> str:
    """An answer in a line: effect, cause, since, until, and what then."""
    times = [
        at.astimezone(BERLIN).strftime("%d.%m. %H:%M") if at else "?"
        for at in (answer.since, answer.until)
    ]
    then = answer.then.effect.value if answer.then and answer.then.effect else "-"
    why = answer.post or answer.cause.value
    return (
        f"{answer.effect.value if answer.effect else '-'} ({why}) {times[0]} – {times[1]}: {then}"
    )


def post(key: str, kind: str, starts: str, ends: str | None = None, **fields: object) -> Post:
    """A post about the sauna in Mitte, said long before."""
    implied = {
        "closure": Effect.CLOSED,
        "reopening": Effect.OPEN,
        "disruption": Effect.RESTRICTED,
        "maintenance": Effect.RESTRICTED,
        "availability": Effect.FULL,
    }
    values = {"published": "2026-11-01T09:00", "effect": implied.get(kind), "services": ("sauna",)}
    return make_post(key, type=kind, starts=starts, ends=ends, **(values | fields))


def withdrawn(at: str) -> Update:
    """The word that takes a post back."""
    return make_update(at, status=UpdateStatus.WITHDRAWN)


CASES: Mapping[str, tuple[Sequence[Post], str, str]] = {
    "open by the hours": (
        (),
        "2026-11-20T09:00",
        "open (hours) 20.11. 06:00 – 20.11. 23:00: closed",
    ),
    "closed at night, and when it opens": (
        (),
        "2026-11-20T23:00",
        "closed (hours) 20.11. 23:00 – 23.11. 06:00: open",
    ),
    "the moment of opening counts as open": (
        (),
        "2026-11-23T06:00",
        "open (hours) 23.11. 06:00 – 23.11. 23:00: closed",
    ),
    "a closure lasts through the nights, and up to the first opening": (
        (post("a", "closure", "2026-11-18T12:00", "2026-11-21T00:00"),),
        "2026-11-20T09:00",
        "closed (a) 18.11. 12:00 – 23.11. 06:00: open",
    ),
    "planned work is no trouble before it begins": (
        (post("a", "maintenance", "2026-11-23T08:00", "2026-11-23T10:00"),),
        "2026-11-20T09:00",
        "open (hours) 20.11. 06:00 – 20.11. 23:00: closed",
    ),
    "and none when it is over": (
        (post("a", "maintenance", "2026-11-19T08:00", "2026-11-20T08:00"),),
        "2026-11-20T09:00",
        "open (hours) 20.11. 08:00 – 20.11. 23:00: closed",
    ),
    "without an end until further word": (
        (post("a", "closure", "2026-11-18T12:00"),),
        "2026-11-20T09:00",
        "closed (a) 18.11. 12:00 – ?: -",
    ),
    "what was taken back is as if nobody had said it": (
        (post("a", "closure", "2026-11-18T12:00", updates=(withdrawn("2026-11-20T08:00"),)),),
        "2026-11-20T09:00",
        "open (hours) 20.11. 06:00 – 20.11. 23:00: closed",
    ),
    "a reopening that was taken back clears nothing any more": (
        (
            post("a", "closure", "2026-11-10T12:00"),
            post("b", "reopening", "2026-11-19T06:00", updates=(withdrawn("2026-11-20T08:00"),)),
        ),
        "2026-11-20T09:00",
        "closed (a) 10.11. 12:00 – ?: -",
    ),
    "what will be taken back holds until then": (
        (post("a", "closure", "2026-11-18T12:00", updates=(withdrawn("2026-11-20T10:00"),)),),
        "2026-11-20T09:00",
        "closed (a) 18.11. 12:00 – ?: -",
    ),
    "a reopening with conditions ends the closure": (
        (
            post("a", "closure", "2026-11-10T12:00"),
            post(
                "b", "reopening", "2026-11-20T06:00", "2026-12-20T20:00", effect=Effect.RESTRICTED
            ),
        ),
        "2026-11-20T09:00",
        "restricted (b) 20.11. 06:00 – 20.11. 23:00: closed",
    ),
    "a reopening to come is the end of the closure": (
        (
            post("a", "closure", "2026-11-10T12:00"),
            post("b", "reopening", "2026-11-23T06:00", effect=Effect.RESTRICTED),
        ),
        "2026-11-20T09:00",
        "closed (a) 10.11. 12:00 – 23.11. 06:00: restricted",
    ),
    "what begins behind the reopening counts anew": (
        (
            post("a", "reopening", "2026-11-18T06:00"),
            post("b", "closure", "2026-11-19T06:00", "2026-11-20T12:00"),
        ),
        "2026-11-20T09:00",
        "closed (b) 19.11. 06:00 – 20.11. 12:00: open",
    ),
    "the graver effect wins": (
        (
            post("a", "closure", "2026-11-20T08:00", "2026-11-20T10:00"),
            post("b", "disruption", "2026-11-20T07:00", "2026-11-20T12:00"),
        ),
        "2026-11-20T09:00",
        "closed (a) 20.11. 08:00 – 20.11. 10:00: restricted",
    ),
    "of two closures the one that ends last tells why": (
        (
            post("a", "closure", "2026-11-20T07:00", "2026-11-20T10:00"),
            post("b", "closure", "2026-11-20T08:00", "2026-11-20T12:00"),
        ),
        "2026-11-20T09:00",
        "closed (b) 20.11. 07:00 – 20.11. 12:00: open",
    ),
    "a post for all services and places": (
        (post("a", "closure", "2026-11-20T06:00", "2026-11-20T12:00", services=(), locations=()),),
        "2026-11-20T09:00",
        "closed (a) 20.11. 06:00 – 20.11. 12:00: open",
    ),
    "a post for another service": (
        (post("a", "closure", "2026-11-20T06:00", services=("kurse",)),),
        "2026-11-20T09:00",
        "open (hours) 20.11. 06:00 – 20.11. 23:00: closed",
    ),
    "a post for another place": (
        (post("a", "closure", "2026-11-20T06:00", locations=("leipzig",)),),
        "2026-11-20T09:00",
        "open (hours) 20.11. 06:00 – 20.11. 23:00: closed",
    ),
    "full while it is open, closed at night": (
        (post("a", "availability", "2026-11-16T06:00", "2026-11-21T00:00"),),
        "2026-11-20T09:00",
        "full (a) 20.11. 06:00 – 20.11. 23:00: closed",
    ),
    "a post that nobody may see yet says nothing": (
        (post("a", "closure", "2026-11-20T06:00", published="2026-11-20T09:01"),),
        "2026-11-20T09:00",
        "open (hours) 20.11. 06:00 – 20.11. 23:00: closed",
    ),
}


@pytest.mark.parametrize(("posts", "at", "expected"), CASES.values(), ids=CASES)
def test_cases(posts: Sequence[Post], at: str, expected: str) -> None:
    """What a customer is told at a moment."""
    now = berlin(at)
    assert said(asked(*posts, now=now).at(now)) == expected


def test_a_place_as_a_whole_is_not_closed_by_its_sauna() -> None:
    """Only by what names no service."""
    sauna = post("a", "closure", "2026-11-20T06:00")
    whole = post("b", "closure", "2026-11-20T06:00", services=())
    assert asked(sauna, service="").at(NOW).effect is Effect.OPEN
    assert asked(whole, service="").at(NOW).effect is Effect.CLOSED


def test_without_hours_none_are_assumed() -> None:
    """Unknown is neither open nor closed."""
    bare = make_location("mitte", hours=(), services=("sauna",))
    assert said(asked(location=bare).at(NOW)) == "- (nothing) ? – ?: -"
    shut = post("a", "closure", "2026-11-18T12:00", "2026-11-21T00:00")
    assert said(asked(shut, location=bare).at(NOW)) == "closed (a) 18.11. 12:00 – 21.11. 00:00: -"


def test_hours_over_midnight_and_over_the_week() -> None:
    """From ten in the evening to four; what never closes does not close at midnight."""
    night = make_location("mitte", hours=(Hours(4, time(22), time(4)),), services=("sauna",))
    assert said(asked(location=night).at(berlin("2026-11-21T01:00"))) == (
        "open (hours) 20.11. 22:00 – 21.11. 04:00: closed"
    )
    always = tuple(Hours(day, time(), time()) for day in range(7))
    found = asked(location=make_location("mitte", hours=always, services=("sauna",)))
    assert found.at(NOW).effect is Effect.OPEN
    assert [span.begins.astimezone(BERLIN).isoformat() for span in found.after(NOW)] == [
        "2026-12-30T00:00:00+01:00"  # as far as one looked
    ]


@pytest.mark.parametrize(
    ("told", "effect"),
    [
        ((("2026-11-21T10:00", 0), ("2026-11-24T10:00", 0)), Effect.FULL),
        ((("2026-11-21T10:00", 0), ("2026-11-24T10:00", 1)), Effect.OPEN),
        ((("2026-11-21T10:00", 0), ("2026-11-24T10:00", None)), Effect.OPEN),  # ask
        ((("2026-11-21T10:00", 0), ("2026-11-28T10:00", 1)), Effect.FULL),  # in eight days
        ((("2026-11-28T10:00", 0),), Effect.OPEN),  # nothing in the next days at all
        ((("2026-11-19T10:00", 1), ("2026-11-21T10:00", 0)), Effect.FULL),  # over
    ],
)
def test_booked_out(told: Sequence[tuple[str, int | None]], effect: Effect) -> None:
    """Seven days are looked ahead."""
    answer = asked(availability=[make_dates(*told, as_of=NOW)]).at(NOW)
    assert answer.effect is effect
    assert answer.cause is (Cause.BOOKING if effect is Effect.FULL else Cause.HOURS)


def test_all_that_can_be_asked_about() -> None:
    """A service that no place offers is one of no place."""
    assert wheres({"mitte": MITTE}, ("sauna", "kurse", "app")) == (
        ("mitte", ""),
        ("mitte", "sauna"),
        ("mitte", "kurse"),
        ("", "app"),
    )


STEPS = st.integers(-8, 40)


@st.composite
def posts(draw: st.DrawFn) -> list[Post]:
    """Posts of all kinds that begin and end at some hours around `NOW`, some without an end."""
    found = []
    for number in range(draw(st.integers(0, 5))):
        start = NOW + timedelta(hours=6 * draw(STEPS))
        lasts = draw(st.one_of(st.none(), st.integers(1, 20)))
        found.append(
            make_post(
                f"post-{number}",
                type=draw(st.sampled_from(["closure", "reopening", "availability", "news"])),
                effect=draw(st.sampled_from([*Effect, None])),
                published=min(start, NOW) - timedelta(days=30),
                starts=start,
                ends=start + timedelta(hours=6 * lasts) if lasts else None,
                services=draw(st.sampled_from([("sauna",), ("kurse",), ("sauna", "kurse"), ()])),
                locations=draw(st.sampled_from([("mitte",), ("leipzig",), ()])),
            )
        )
    return found


def judged(where: Where, all_posts: Iterable[Post], at: datetime) -> tuple[Effect, str]:
    """The answer by the words of the rule, for one moment."""
    about = [
        one
        for one in all_posts
        if one.effect
        and (not one.services or where.service in one.services)
        and (not one.locations or where.location in one.locations)
        and begins(one) <= at
    ]
    clears = [begins(p) for p in about if p.type == "reopening" or p.effect is Effect.OPEN]
    holding = [
        one
        for one in about
        if ((end := finishes(one, NOW)) is None or end > at)
        and not any(begins(one) < clear for clear in clears)
    ]
    local = at.astimezone(BERLIN)
    is_open = local.weekday() < 5 and time(6) <= local.time() < time(23)  # see WEEK
    grave = [one for one in holding if one.effect is Effect.CLOSED]
    if grave or not is_open:
        return Effect.CLOSED, _why(grave, all_posts)
    for effect in (Effect.FULL, Effect.RESTRICTED, Effect.OPEN):
        same = [one for one in holding if one.effect is effect]
        if same:
            return effect, _why(same, all_posts)
    return Effect.OPEN, ""


def _why(same: Sequence[Post], all_posts: Iterable[Post]) -> str:
    if not same:
        return ""
    for_ever = datetime.max.replace(tzinfo=UTC)

    def end(one: Post) -> datetime:
        later = [
            begins(p)
            for p in all_posts
            if (p.type == "reopening" or p.effect is Effect.OPEN)
            and p.effect
            and begins(p) > begins(one)
            and _is_about_the_sauna_in_mitte(p)
        ]
        return min([finishes(one, NOW) or for_ever, *later])

    return max(same, key=lambda one: (end(one), begins(one), one.id)).id


def _is_about_the_sauna_in_mitte(one: Post) -> bool:
    return (not one.services or "sauna" in one.services) and (
        not one.locations or "mitte" in one.locations
    )


@given(posts(), st.randoms(use_true_random=False), st.lists(STEPS, min_size=1, max_size=8))
def test_the_rule_moment_by_moment(found: list[Post], chance: Random, steps: list[int]) -> None:
    """Spans say what the rule says at every moment, and the order of files changes nothing."""
    shuffled = list(found)
    chance.shuffle(shuffled)
    timeline = asked(*found)
    assert asked(*shuffled) == timeline
    begun = [span.begins for span in timeline.spans]
    assert begun == sorted(set(begun))
    for step in steps:
        for minutes in (0, 1):
            at = NOW + timedelta(hours=6 * max(step, 0), minutes=minutes)
            answer = timeline.at(at)
            assert (answer.effect, answer.post) == judged(Where("mitte", "sauna"), found, at)


def test_moments_ahead() -> None:
    """Each change of each answer."""
    found = timelines(
        [], services=(), locations={"mitte": MITTE}, availability=(), zone=BERLIN, now=NOW, days=4
    )
    ahead = sorted(set(moments(found, NOW)))
    assert [at.astimezone(BERLIN).isoformat()[:16] for at in ahead] == [
        "2026-11-20T23:00",
        "2026-11-23T06:00",
        "2026-11-23T23:00",
    ]
