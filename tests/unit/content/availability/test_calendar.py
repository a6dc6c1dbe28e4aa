"""Calendars with places left, compared with what the library `icalendar` reads of them."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.content_folder import SITE, loaded, told, written

from aushang.model import Slot

ABOUT = "service: kurse\nlocation: mitte\n"
HEAD, END = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//DE\r\n", "END:VCALENDAR\r\n"


def event(*lines: str) -> str:
    """An event with the properties that every one has."""
    whole = ("BEGIN:VEVENT", "UID:1@x.example", "DTSTAMP:20261121T050000Z", *lines, "END:VEVENT")
    return "".join(f"{line}\r\n" for line in whole)


def read(root: Path, text: str, about: str = ABOUT) -> tuple[Slot, ...]:
    """The dates of a calendar in which nothing may be found."""
    files = {"availability/kurse.ics": text, "availability/kurse.yml": about}
    result = loaded(written(root, files))
    assert [told(one) for one in result.diagnostics] == []
    (found,) = result.publication.availability
    assert found.as_of == datetime(2026, 11, 21, 5, tzinfo=UTC)
    return found.slots


EVENTS = {
    "a zone": (
        "DTSTART;TZID=Europe/Berlin:20261201T180000",
        "DTEND;TZID=Europe/Berlin:20261201T193000",
    ),
    "UTC and a length": ("DTSTART:20261201T170000Z", "DURATION:PT45M"),
    "no zone": ("DTSTART:20261201T180000", "DURATION:PT1H"),
    "a zone of Windows": ('DTSTART;TZID="W. Europe Standard Time":20261201T180000', "DURATION:P1D"),
    "a day": ("DTSTART;VALUE=DATE:20261201",),
    "an hour that is repeated": ("DTSTART;TZID=Europe/Berlin:20261025T023000", "DURATION:PT1H"),
    "an hour that is skipped": ("DTSTART;TZID=Europe/Berlin:20270328T023000", "DURATION:PT1H"),
    "folded text": (
        "DTSTART:20261201T170000Z",
        "SUMMARY:Rücken\\, Nacken\r\n  und\\nmehr\\; \\\\o/",
    ),
}


@pytest.mark.parametrize("lines", EVENTS.values(), ids=EVENTS)
def test_times_and_texts_are_those_of_another_reader(
    lines: tuple[str, ...], tmp_path: Path
) -> None:
    """Start, length and name, as `icalendar` has them."""
    text = HEAD + event(*lines) + END
    (slot,) = read(tmp_path, text)
    (there,) = Calendar.from_ical(text).walk("VEVENT")
    start = there.start
    if not isinstance(start, datetime):
        assert isinstance(start, date)
        start = datetime(start.year, start.month, start.day, tzinfo=SITE.zone)
    start = start.replace(tzinfo=SITE.zone) if start.tzinfo is None else start
    assert slot.start == start.astimezone(UTC)
    if len(lines) > 1 and not lines[1].startswith("SUMMARY"):
        assert slot.duration == there.duration
    assert slot.name == " ".join(str(there.get("SUMMARY", "")).split())


def test_places_left_stand_in_properties_that_systems_invent(tmp_path: Path) -> None:
    """By a known name, or one that is told; without any it is “ask”; what is cancelled is not."""
    at = "DTSTART:2026120{}T170000Z"
    text = HEAD + event(at.format(1), "X-REMAINING:3", "X-Plaetze:9")
    text += event(at.format(2), "X-FREIE-PLAETZE:0") + event(at.format(3))
    text += event(at.format(4), "X-REMAINING:1", "STATUS:CANCELLED")
    slots = read(tmp_path, text + END)
    assert [(one.remaining, one.maximum) for one in slots] == [(3, 9), (0, None), (None, None)]
    own = ABOUT + "columns: {remaining: X-ACME-SEATS}\n"
    (slot,) = read(tmp_path, HEAD + event(at.format(1), "X-ACME-SEATS:7") + END, own)
    assert slot.remaining == 7


def test_alarms_and_zones_within_are_no_dates(tmp_path: Path) -> None:
    """Only what belongs to the event itself counts."""
    alarm = ("BEGIN:VALARM", "TRIGGER:-PT15M", "DURATION:PT5M", "SUMMARY:Wecker", "END:VALARM")
    zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE\r\n"
    lines = ("DTSTART;TZID=/x.org/2020/Europe/Berlin:20261201T180000", *alarm, "SUMMARY:Yoga")
    (slot,) = read(tmp_path, HEAD + zone + event(*lines) + END)
    assert (slot.name, slot.duration) == ("Yoga", timedelta())
