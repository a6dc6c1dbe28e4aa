"""Which calendars there are, what stands in them, and how they are spelt."""

from datetime import timedelta

import pytest
from tests.calendar_reading import calendars, events
from tests.factories import (
    NOW,
    make_bilingual_post,
    make_post,
    make_posts,
    make_publication,
    make_update,
)
from tests.plain_words import WORDS

from aushang.model import UpdateStatus
from aushang.model.addresses import EVERYTHING, Scope
from aushang.outputs.agenda import KEEPS, MOST, Agenda
from aushang.outputs.calendar_units import calendar_units, event_files


def shown(*posts, scope=EVERYTHING, language="de"):
    """The ids of the posts in a calendar."""
    agenda = Agenda(make_publication(posts), language)
    return [post.id for post in agenda.shown(scope)]


def test_there_is_one_for_everything_each_service_and_each_place():
    """In each language, and a file beside the page of each post that says when it holds."""
    post = make_bilingual_post(starts="2026-11-23T06:00")
    assert list(calendars(make_publication([post, make_post("b")]))) == [
        "feeds/calendar.ics",
        "feeds/services/sauna/calendar.ics",
        "feeds/services/kurse/calendar.ics",
        "feeds/locations/mitte/calendar.ics",
        "feeds/locations/ost/calendar.ics",
        "en/feeds/calendar.ics",
        "en/feeds/services/sauna/calendar.ics",
        "en/feeds/services/kurse/calendar.ics",
        "en/feeds/locations/mitte/calendar.ics",
        "en/feeds/locations/ost/calendar.ics",
        "meldungen/2026-11-20-sauna-mitte/2026-11-20-sauna-mitte.ics",
        "en/posts/2026-11-20-sauna-mitte/2026-11-20-sauna-mitte.ics",
    ]


def test_a_calendar_holds_what_concerns_its_scope():
    """What names no service is about all of them."""
    posts = (make_post("a"), make_post("b", services=("kurse",)), make_post("c", services=()))
    assert shown(*posts, scope=Scope("service", "sauna")) == ["a", "c"]
    assert shown(*posts, scope=Scope("service", "kurse")) == ["b", "c"]
    assert shown(*posts, scope=Scope("location", "ost")) == []
    assert shown(*posts, language="en") == []


def test_events_stand_by_their_time():
    """Not by when they were said."""
    times = ("2026-12-01T06:00", "2026-11-22T06:00", "2026-11-25T06:00")
    posts = [make_post(f"p{number}", starts=time) for number, time in enumerate(times)]
    assert shown(*posts) == ["p1", "p2", "p0"]


def test_nothing_is_told_before_it_is_said():
    """A scheduled post stands in no calendar."""
    later = NOW + timedelta(hours=1)
    assert shown(make_post("a"), make_post("b", published=later)) == ["a"]


LONG_AGO = NOW - KEEPS - timedelta(days=1)


@pytest.mark.parametrize(
    ("fields", "is_kept"),
    [
        ({"type": "closure", "ends": NOW - KEEPS}, True),
        ({"type": "closure", "ends": NOW - KEEPS - timedelta(seconds=1)}, False),
        ({"type": "closure"}, True),
        ({"type": "reopening", "ends": NOW}, False),
        ({"type": "price", "starts": NOW}, True),
        ({"type": "closure", "updates": (make_update(NOW, status=UpdateStatus.WITHDRAWN),)}, True),
    ],
)
def test_what_has_been_over_for_a_year_is_left_out(fields, is_kept):
    """What lasts, and what was taken back of late, stays."""
    post = make_post("a", published=LONG_AGO, **fields)
    assert shown(post) == (["a"] if is_kept else [])


def test_a_calendar_does_not_grow_without_bound():
    """Of more events those stay that begin last."""
    posts = make_posts(MOST + 5, type="closure")
    found = shown(*posts)
    assert len(found) == MOST
    assert found[-1] == "post-0000"
    assert found[0] == f"post-{MOST - 1:04}"


def test_an_empty_calendar_says_so_and_has_a_part():
    """A file without any part is no calendar (RFC 5545, section 3.6)."""
    data = calendars(make_publication([]))["feeds/calendar.ics"]
    assert events(data) == []
    assert data.count(b"BEGIN:VTIMEZONE") == 1
    assert b"Bisher gibt es keine." in data.replace(b"\r\n ", b"")


def test_a_file_to_note_down_is_small_and_asks_for_nothing():
    """It is a copy: no program comes back for it."""
    post = make_post(starts="2026-11-23T06:00")
    name = "meldungen/2026-11-20-sauna-mitte/2026-11-20-sauna-mitte.ics"
    data = calendars(make_publication([post]))[name]
    assert len(events(data)) == 1
    assert b"REFRESH-INTERVAL" not in data
    assert len(data) < 2_000


def test_units_read_the_posts_that_they_show():
    """And make what the whole calendar makes."""
    publication = make_publication(make_posts(9))
    expected = calendars(publication)
    for language in ("de", "en"):
        for unit in calendar_units(publication, WORDS[language], language):
            assert [post.id for post in unit.posts] == [
                post.id for post in Agenda(publication, language).shown(unit.topic)
            ]
            assert [one.path in expected for one in unit.make()] == [True]
    assert not list(event_files(publication, WORDS))


def test_the_same_content_makes_the_same_bytes():
    """In whatever order the files came."""
    posts = make_posts(30, starts="2026-11-23T06:00")
    assert calendars(make_publication(posts)) == calendars(make_publication(posts[::-1]))
