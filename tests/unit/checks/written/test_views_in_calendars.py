"""Events of calendars, held against the posts that they are views of."""

from dataclasses import replace

import pytest
from tests.calendar_reading import calendars
from tests.factories import make_bilingual_post, make_post, make_publication, make_update
from tests.written import write_site

from aushang.checks.written.feed.calendar import said_in_calendar
from aushang.checks.written.sources_of_views import disagreements
from aushang.model import UpdateStatus

FILE = "feeds/calendar.ics"
POSTS = (
    make_bilingual_post(
        "zu", type="closure", starts="2026-11-23T06:00", ends="2026-11-25T06:00", updated=None
    ),
    make_post("offen", type="closure", updates=(make_update(),)),
    make_post("weg", type="maintenance", updates=(make_update(status=UpdateStatus.WITHDRAWN),)),
)


def found(root, old=b"", new=b""):
    """What is wrong in the calendar of the posts, once its bytes are changed."""
    publication = make_publication(POSTS)
    files = calendars(publication)
    files[FILE] = files[FILE].replace(b"\r\n ", b"").replace(old, new) if old else files[FILE]
    written = replace(write_site(root, files), read=lambda file: (root / file).read_bytes())
    return list(disagreements(publication, written))


def test_our_calendars_agree_with_the_posts(tmp_path):
    """Also where an event says more than its title: that the end is open, or that it is off."""
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            b"SUMMARY:Die Sauna in Mitte ist wieder offen\r",
            b"SUMMARY:Die Sauna\\, gestern\r",
            ("title", "Die Sauna, gestern", "Die Sauna in Mitte ist wieder offen"),
        ),
        (
            b"URL:https://aktuell.kraftraum.example/meldungen/zu/",
            b"URL:https://aktuell.kraftraum.example/meldungen/ab/",
            (
                "url",
                "https://aktuell.kraftraum.example/meldungen/ab/",
                "https://aktuell.kraftraum.example/meldungen/zu/",
            ),
        ),
        (
            b"CREATED:20261120T080000Z\r\nLAST-MODIFIED:20261120T080000Z",
            b"CREATED:20261120T080001Z\r\nLAST-MODIFIED:20261120T080000Z",
            ("published", "2026-11-20T08:00:01+00:00", "2026-11-20T08:00:00+00:00"),
        ),
    ],
)
def test_an_event_that_says_something_else_is_found(tmp_path, old, new, expected):
    """With the field, what it says, and what the post says."""
    (one,) = found(tmp_path, old, new)
    assert (one.file, one.id) == (FILE, "zu@kraftraum.example")
    assert expected == (one.name, one.said, one.wanted)


def test_an_event_of_no_post_is_somebody_else_s(tmp_path):
    """Staff may put a calendar of another program among the media."""
    other = b"UID:fort@kraftraum.example"
    assert list(found(tmp_path, b"UID:zu@kraftraum.example", other)) == []


def test_what_is_no_calendar_says_nothing():
    """Nothing is raised, whatever the bytes are."""
    assert said_in_calendar(b"\xff\x00BEGIN") == ()
