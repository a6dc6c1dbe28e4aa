"""Calendars in ical.js, which Thunderbird and many web programs read with."""

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.calendar_reading import calendars
from tests.factories import make_bilingual_post, make_publication, make_text, make_update

from aushang.model import UpdateStatus

READER = Path(__file__).parent / "js" / "read_calendar.js"


def read(data: bytes):
    """What ical.js finds in a calendar."""
    node = shutil.which("node")
    assert node, "run tools/calendar_reader, which installs Node and ical.js"
    assert (READER.parent / "node_modules/ical.js").is_dir(), "run tools/calendar_reader"
    done = subprocess.run([node, READER], input=data, check=True, capture_output=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("kind", "starts", "ends", "expected"),
    [
        ("closure", "2026-11-23T00:00", "2026-11-25T00:00", ("2026-11-23", "2026-11-25")),
        ("closure", "2026-11-23T00:00", None, ("2026-11-23", "2026-11-24")),
        (
            "maintenance",
            datetime(2026, 10, 25, 0, tzinfo=UTC),
            datetime(2026, 10, 25, 1, tzinfo=UTC),
            ("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"),
        ),
        (
            "reopening",
            "2026-11-23T06:00",
            "2026-12-24T12:00",
            ("2026-11-23T05:00:00Z", "2026-11-23T05:00:00Z"),
        ),
    ],
)
def test_ical_js_reads_the_same_times(kind, starts, ends, expected):
    """A day without an end lasts a day, a moment none (RFC 5545, section 3.6.1)."""
    times = {"starts": starts, "ends": ends}
    post = make_bilingual_post(type=kind, **times)
    (event,) = read(calendars(make_publication([post]))["feeds/calendar.ics"])["events"]
    assert (event["starts"], event["ends"]) == expected


HOSTILE = [
    "Tom & Jerry; „Größe“, C:\\Neu\\nah \\; \\,",
    "🧖‍♀️ Sauna " * 20,
    "BEGIN:VEVENT",
    "a" * 74 + "ü" * 80,
]


@pytest.mark.parametrize("words", HOSTILE)
def test_ical_js_reads_the_same_words(words):
    """Commas, semicolons, backslashes and emoji, on lines that are folded."""
    title = " ".join(words.split())
    summary = f"{title}\n\n{title}"
    texts = {"de": make_text(title=title, summary=summary, slug="a")}
    post = make_bilingual_post(type="news", starts="2026-11-23T06:00", texts=texts)
    (event,) = read(calendars(make_publication([post]))["feeds/calendar.ics"])["events"]
    assert event["title"] == title
    assert event["description"].startswith(f"{summary}\n\nGilt: ")
    assert event["categories"] == ["Neuigkeit", "Sauna"]
    assert event["uid"] == "2026-11-20-sauna-mitte@kraftraum.example"


def test_ical_js_reads_what_was_taken_back_and_what_is_empty():
    """The status, the number of the word, and a calendar without events."""
    back = make_update("2026-11-20T10:00", status=UpdateStatus.WITHDRAWN)
    found = calendars(make_publication([make_bilingual_post(updates=(back,))]))
    calendar = read(found["en/feeds/calendar.ics"])
    assert calendar["name"] == "Kraftraum: dates"
    assert calendar["refresh"] == "PT1H"
    (event,) = calendar["events"]
    assert (event["status"], event["sequence"]) == ("CANCELLED", 1)
    assert read(found["feeds/services/kurse/calendar.ics"])["events"] == []
