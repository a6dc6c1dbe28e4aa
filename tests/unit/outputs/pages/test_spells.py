"""When parts of a page are shown."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import NOW, make_post, make_posts, make_publication

from aushang.model import Effect, phase
from aushang.outputs.pages.course import MOMENTS, coming, holding
from aushang.outputs.pages.spells import ALWAYS, attributes, runs, spells

AT = [datetime(2026, 11, 21, hour, tzinfo=UTC) for hour in range(6)]


def test_what_stays_the_same_is_one() -> None:
    """The first spell has no beginning, the last one ends where nobody knows further."""
    assert list(runs(AT[:4], lambda at: at.hour // 2, AT[5])) == [
        ((None, AT[2]), 0),
        ((AT[2], AT[5]), 1),
    ]
    assert list(runs(AT[:1], lambda _: "a")) == [((None, None), "a")]


def test_attributes() -> None:
    """None for what is always shown; `hidden` for what is not shown at first."""
    assert attributes(ALWAYS) == ""
    assert attributes([(None, AT[1])]) == ' data-when="/2026-11-21T01:00:00Z"'
    assert attributes([(AT[1], AT[2]), (AT[4], None)]) == (
        ' data-when="2026-11-21T01:00:00Z/2026-11-21T02:00:00Z 2026-11-21T04:00:00Z/" hidden'
    )


@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_spells_hold_what_was_told(shown: list[bool]) -> None:
    """At each moment exactly what was said of it."""
    found = spells(AT[: len(shown)], lambda at: shown[at.hour])
    for at, is_shown in zip(AT, shown, strict=False):
        within = [(a is None or a <= at) and (b is None or at < b) for a, b in found]
        assert any(within) is is_shown


def test_a_course_is_what_the_phases_say() -> None:
    """At each of its moments, and between them."""
    starts = [NOW + timedelta(hours=7 * number) for number in range(-3, 12)]
    posts = [
        make_post(f"p{number}", effect=Effect.CLOSED, starts=at, ends=at + timedelta(hours=20))
        for number, at in enumerate(starts)
    ]
    publication = make_publication(posts)
    held = holding(publication, publication.foreseen, 50)
    ahead = coming(publication, publication.upcoming, 50)
    for hours in range(120):
        at = NOW + timedelta(hours=hours, minutes=hours)
        if at < min(held.ends, ahead.ends):
            for course, wanted in ((held, "current"), (ahead, "upcoming")):
                found = {post.id for post in course.at(at)}
                assert found == {post.id for post in posts if phase(post, at) == wanted}


def test_a_course_knows_a_bounded_number_of_changes() -> None:
    """Then it ends, and the page says so."""
    posts = [
        make_post(f"p{number}", effect=Effect.CLOSED, starts=NOW + timedelta(hours=number))
        for number in range(1, 60)
    ]
    publication = make_publication(posts)
    course = holding(publication, publication.foreseen, 50)
    assert len(course.moments) == MOMENTS + 1
    assert course.ends == NOW + timedelta(hours=MOMENTS + 1)
    quiet = make_publication(make_posts(1))
    assert holding(quiet, quiet.foreseen, 50).ends == quiet.foreseen_until
