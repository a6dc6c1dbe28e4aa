"""Words about one service at one place that do not fit each other."""

from dataclasses import replace

from tests.booked_dates import make_dates
from tests.factories import berlin, make_post, make_publication

from aushang.checks.booking_ahead_of_time import booking_ahead_of_time
from aushang.checks.contradicting_posts import contradicting_posts
from aushang.checks.full_but_free import full_but_free
from aushang.model import Effect

SAID = berlin("2026-11-20T09:00")
CLOSED = {"type": "closure", "effect": Effect.CLOSED, "published": "2026-11-09T09:00"}


def test_a_closure_that_nobody_ended() -> None:
    """Both files are named, and which of them wins."""
    posts = (make_post("zu", **CLOSED), make_post("offen", starts="2026-11-23T06:00"))
    (finding,) = contradicting_posts(make_publication(posts))
    assert f"{finding.location} {finding.severity} {finding.message} | {finding.hint}" == (
        "content/posts/zu.md warning post says “closed” without an end, but content/posts/offen.md"
        " says “restricted” from 2026-11-23T06:00 on; the later word wins"
        " | set `ends: 2026-11-23T06:00` here, or write an update with `status: resolved`"
    )


def test_two_that_begin_at_once() -> None:
    """There is no later word, so the graver one wins; an all-clear does not contradict another."""
    posts = (
        make_post("zu", starts="2026-11-23T06:00", **CLOSED),
        make_post("offen", starts="2026-11-23T06:00"),
    )
    (finding,) = contradicting_posts(make_publication(posts))
    assert f"{finding.location} {finding.severity} {finding.message} | {finding.hint}" == (
        "content/posts/zu.md warning post says “closed” without an end, but content/posts/offen.md"
        " says “restricted” from 2026-11-23T06:00 on; the graver word, “closed”, wins"
        " | correct the `starts` of one of them, or which `services` and `locations` it is about"
    )
    twice = (posts[1], make_post("auch", starts="2026-11-23T06:00"))
    assert list(contradicting_posts(make_publication(twice))) == []


def test_it_is_none_when_the_closure_is_over() -> None:
    """Nobody sees it any more."""
    closed = make_post("zu", ends="2026-11-25T00:00", **CLOSED)
    opened = make_post("offen", starts="2026-11-23T06:00")
    (finding,) = contradicting_posts(make_publication((closed, opened)))
    assert finding.until == closed.ends
    later = make_publication((closed, opened), now=berlin("2026-11-25T00:00"))
    assert list(contradicting_posts(later)) == []


def test_places_and_services_apart() -> None:
    """Who names none means all."""
    opened = make_post("offen", starts="2026-11-23T06:00")
    for fields, count in (
        ({"services": ("kurse",)}, 0),
        ({"locations": ("leipzig",)}, 0),
        ({"services": ()}, 1),
        ({"locations": ()}, 1),
    ):
        posts = (make_post("zu", **(CLOSED | fields)), opened)
        assert len(list(contradicting_posts(make_publication(posts)))) == count


def test_full_although_a_date_is_free() -> None:
    """The post wins, and staff are told which date is free."""
    post = make_post("voll", type="availability", effect=Effect.FULL, published="2026-11-20T09:00")
    free = make_dates(("2026-11-22T10:00", 0), ("2026-11-24T10:00", 2), as_of=SAID)
    (finding,) = full_but_free(make_publication((post,), availability=(free,)))
    assert f"{finding.location} {finding.severity} {finding.message} | {finding.hint}" == (
        "content/posts/voll.md warning post says “full”, but content/availability/sauna-mitte.csv"
        " has a free date at 2026-11-24T10:00; the post wins"
        " | set `effect: restricted` and say what is full, or mend the booking data"
    )
    assert finding.until == berlin("2026-11-24T10:00")
    later = make_dates(("2026-11-22T10:00", 0), ("2026-12-24T10:00", 2), as_of=SAID)
    assert list(full_but_free(make_publication((post,), availability=(later,)))) == []


def test_booking_data_of_a_time_to_come() -> None:
    """Clocks may differ by an hour; what is said goes by itself when that time has come."""
    dates = make_dates(("2026-12-24T10:00", 1), as_of=SAID)
    for as_of, count in (("2026-11-21T22:59", 0), ("2026-11-22T21:00", 1)):
        ahead = make_publication((), availability=(replace(dates, as_of=berlin(as_of)),))
        found = list(booking_ahead_of_time(replace(ahead, now=berlin("2026-11-21T22:00"))))
        assert len(found) == count
    assert f"{found[0].location} {found[0].severity} {found[0].message} | {found[0].hint}" == (
        "content/availability/sauna-mitte.csv warning places left of “sauna” in “mitte” are to be"
        " those of 2026-11-22T21:00, which is still to come | write when the booking system said so"
    )
    assert found[0].until == berlin("2026-11-22T20:00")
