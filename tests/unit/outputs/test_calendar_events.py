"""What a customer's calendar shows of a post."""

from datetime import UTC, date, datetime

import pytest
from tests.factories import (
    make_bilingual_post,
    make_post,
    make_publication,
    make_service,
    make_site,
    make_update,
)
from tests.plain_words import WORDS

from aushang.model import UpdateStatus
from aushang.outputs.edition import Edition
from aushang.outputs.events import Event, event_of, has_file, is_event

SAID = "2026-11-18T09:00"


def event(language: str = "de", **fields: object) -> Event:
    """The event of a post that was said on the 18th."""
    post = make_bilingual_post(**({"published": SAID} | fields))
    return event_of(Edition(make_publication([post]), language, WORDS[language]), post)


def utc(text: str) -> datetime:
    """A time in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "starts", "ends", "expected"),
    [
        # From midnight to midnight where customers are: days, the last one exclusive.
        (
            "closure",
            "2026-11-23T00:00",
            "2026-11-25T00:00",
            (date(2026, 11, 23), date(2026, 11, 25)),
        ),
        # Over the night in which clocks are put back as well.
        (
            "closure",
            "2026-10-24T00:00",
            "2026-10-26T00:00",
            (date(2026, 10, 24), date(2026, 10, 26)),
        ),
        (
            "maintenance",
            "2026-11-23T08:00",
            "2026-11-23T12:00",
            (utc("2026-11-23T07:00"), utc("2026-11-23T11:00")),
        ),
        (
            "maintenance",
            "2026-11-23T00:00",
            "2026-11-24T12:00",
            (utc("2026-11-22T23:00"), utc("2026-11-24T11:00")),
        ),
        # An open end is no bar across the months to come.
        ("closure", "2026-11-23T00:00", None, (date(2026, 11, 23), None)),
        ("closure", "2026-11-23T08:00", None, (utc("2026-11-23T07:00"), None)),
        ("disruption", None, None, (utc("2026-11-18T08:00"), None)),
        ("closure", None, "2026-11-25T20:00", (utc("2026-11-18T08:00"), utc("2026-11-25T19:00"))),
        # What begins is a moment, however long it lasts.
        ("reopening", "2026-12-01T06:00", "2027-01-10T22:00", (utc("2026-12-01T05:00"), None)),
        ("price", "2027-01-01T00:00", None, (date(2027, 1, 1), None)),
        ("news", "2026-12-24T00:00", "2026-12-27T00:00", (date(2026, 12, 24), date(2026, 12, 27))),
    ],
)
def test_an_event_has_the_time_that_was_said(kind, starts, ends, expected):
    """Days or moments, by what the post says."""
    found = event(type=kind, starts=starts, ends=ends)
    assert (found.begins, found.ends) == expected


@pytest.mark.parametrize(
    ("kind", "ends", "title"),
    [
        ("closure", None, "Die Sauna in Mitte ist wieder offen (?)"),
        ("closure", "2026-11-25T20:00", "Die Sauna in Mitte ist wieder offen"),
        ("reopening", None, "Die Sauna in Mitte ist wieder offen"),
        ("news", None, "Die Sauna in Mitte ist wieder offen"),
    ],
)
def test_an_open_end_stands_in_the_title(kind, ends, title):
    """Where a calendar shows but the title."""
    found = event(type=kind, starts="2026-11-23T08:00", ends=ends)
    assert found.title == title
    assert ("Ende unbekannt." in found.description) == (title[-1] == ")")


def test_what_is_solved_ends_when_that_was_said():
    """Also where the post said that it would take longer."""
    solved = make_update("2026-11-19T16:00", status=UpdateStatus.RESOLVED)
    for ends in (None, "2026-11-25T20:00"):
        found = event(type="disruption", ends=ends, updates=(solved,))
        assert found.ends == utc("2026-11-19T15:00")
        assert found.title == "Die Sauna in Mitte ist wieder offen"
        assert not found.is_cancelled


def test_what_is_taken_back_is_cancelled_at_its_time():
    """The event stays where it was, and says that it does not take place."""
    back = make_update("2026-11-19T16:00", status=UpdateStatus.WITHDRAWN)
    times = {"starts": "2026-11-23T08:00", "ends": "2026-11-23T12:00"}
    found = event(type="maintenance", updates=(back,), **times)
    assert found.is_cancelled
    assert (found.begins, found.ends) == (utc("2026-11-23T07:00"), utc("2026-11-23T11:00"))
    assert found.title == "withdrawn: Die Sauna in Mitte ist wieder offen"
    assert "*period:" not in found.description
    assert "*effect:" not in found.description
    open_end = event(type="closure", updates=(back,))
    assert open_end.title == "withdrawn: Die Sauna in Mitte ist wieder offen"
    assert "Ende unbekannt." not in open_end.description


def test_what_is_solved_before_it_begins_does_not_take_place():
    """An event never ends before it begins."""
    solved = make_update("2026-11-19T16:00", status=UpdateStatus.RESOLVED)
    found = event(type="maintenance", starts="2026-11-23T08:00", updates=(solved,))
    assert found.is_cancelled
    assert (found.begins, found.ends) == (utc("2026-11-23T07:00"), None)


def test_the_sequence_grows_with_each_word():
    """A program takes the higher number for the newer word."""
    first, second = make_update("2026-11-19T10:00"), make_update("2026-11-20T10:00")
    words = [
        event(),
        event(updates=(first,)),
        event(updates=(first,), updated="2026-11-19T12:00"),
        event(updates=(first, second), updated="2026-11-19T12:00"),
    ]
    assert [one.sequence for one in words] == [0, 1, 2, 3]
    assert {one.id for one in words} == {"2026-11-20-sauna-mitte@kraftraum.example"}
    assert words[-1].created == utc("2026-11-18T08:00")
    assert words[-1].modified == utc("2026-11-20T09:00")


def test_the_id_stays_when_the_site_moves():
    """It is made of the site's tag and the post's id, whatever the address and the language."""
    post = make_bilingual_post()
    moved = make_publication([post], site=make_site(url="https://anderswo.example/neu/"))
    ids = {event_of(Edition(moved, one, WORDS[one]), post).id for one in ("de", "en")}
    assert ids == {"2026-11-20-sauna-mitte@kraftraum.example"}


def test_the_description_says_the_summary_first():
    """Then the newest word, the facts, whom to ask, and where to read on."""
    found = event("en", type="closure", ends="2026-11-25T20:00", updates=(make_update(),))
    facts = (
        "period: 2026-11-18 09:00 – 2026-11-25 20:00\n"
        "effect: restricted\n"
        "services: Sauna\n"
        "locations: Mitte\n"
        f"contact: {found.contact}"
    )
    assert found.description.split("\n\n") == [
        "From Monday, 6 am.",
        "Last: Update 2026-11-21 10:00 monitoring",
        facts,
        "https://aktuell.kraftraum.example/en/posts/2026-11-20-sauna-mitte/",
    ]
    assert found.contact.startswith("Jana Weiß, ")
    assert found.location == "Mitte, Torstraße 12, 10119 Berlin"
    assert found.categories == ("closure", "Sauna")
    assert found.url == "https://aktuell.kraftraum.example/en/posts/2026-11-20-sauna-mitte/"


def test_places_that_are_not_named_are_not_told():
    """A post about all places has no single one."""
    assert event(locations=()).location == ""


def test_news_without_a_time_is_no_event():
    """And only what says when it holds is worth a file of its own."""
    said = {"published": SAID, "starts": None}
    assert not is_event(make_post(type="news", **said))
    assert is_event(make_post(type="closure", **said))
    told = {"type": "closure", **said}
    for fields, is_there in (
        (told, False),
        (told | {"ends": "2026-12-01T00:00"}, True),
        (told | {"ends": "2026-11-21T11:00"}, False),
        (said | {"type": "news", "ends": "2026-12-01T00:00"}, False),
        (said | {"type": "news", "starts": "2026-12-01T00:00"}, True),
    ):
        post = make_post(**fields)
        assert has_file(make_publication((post,)), post) is is_there


def test_no_character_breaks_an_event():
    """What no file may carry is replaced."""
    services = {"sauna": make_service(name="Sa\x00una")}
    post = make_post(published=SAID)
    publication = make_publication([post], services=services)
    found = event_of(Edition(publication, "de", WORDS["de"]), post)
    assert found.categories == ("*reopening", "Sa\ufffduna")
