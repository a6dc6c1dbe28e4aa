"""Calendars in khal, a program that customers use in a terminal."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.calendar_reading import calendars
from tests.factories import make_post, make_publication, make_text, make_update

from aushang.model import UpdateStatus

KHAL = Path(sys.executable).parent / "khal"
CONFIGURATION = """\
[calendars]
[[kraftraum]]
path = {folder}/events
[locale]
timeformat = %H:%M
dateformat = %d.%m.
longdateformat = %d.%m.%Y
datetimeformat = %d.%m. %H:%M
longdatetimeformat = %d.%m.%Y %H:%M
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
[sqlite]
path = {folder}/khal.db
[default]
default_calendar = kraftraum
"""


@pytest.fixture
def khal(tmp_path):
    """`khal(…)` runs the program in a folder of its own and gives what it prints."""
    (tmp_path / "events").mkdir()
    configuration = tmp_path / "config"
    configuration.write_text(CONFIGURATION.format(folder=tmp_path), encoding="utf-8")

    def run(*arguments):
        command = [KHAL, "-c", configuration, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    return run


def publish(khal, tmp_path, *posts):
    """Let khal take over the calendar of the posts."""
    file = tmp_path / "calendar.ics"
    file.write_bytes(calendars(make_publication(posts))["feeds/calendar.ics"])
    khal("import", "--batch", "-a", "kraftraum", str(file))


def listed(khal):
    """What it shows for two weeks, a line an event."""
    form = "{start-end-time-style} {title}{cancelled}|{location}"
    shown = khal("list", "--once", "--day-format", "{date}", "--format", form, "23.11.2026", "14d")
    return shown.splitlines()


def post(key, **fields):
    """A post whose title is its id."""
    return make_post(key, texts={"de": make_text(title=key, slug=key)}, **fields)


def test_khal_shows_each_event_on_its_days(khal, tmp_path):
    """Days, times and moments, on the clock of the place."""
    publish(
        khal,
        tmp_path,
        post("zwei-tage", type="closure", starts="2026-11-23T00:00", ends="2026-11-25T00:00"),
        post("vormittag", type="maintenance", starts="2026-11-26T08:00", ends="2026-11-26T12:00"),
        post("offen", type="reopening", starts="2026-11-27T06:00", ends="2027-01-31T20:00"),
        post("ohne-ende", type="closure", starts="2026-11-28T00:00"),
    )
    where = "|Mitte, Torstraße 12, 10119 Berlin"
    # A moment is shown as an hour; the arrow marks the first of several days.
    assert listed(khal) == [
        "23.11.",
        f"↦ zwei-tage{where}",
        "26.11.",
        f"08:00-12:00 vormittag{where}",
        "27.11.",
        f"06:00-07:00 offen{where}",
        "28.11.",
        f" ohne-ende (bis auf Weiteres){where}",
    ]


def test_a_subscriber_sees_what_changed_and_no_event_twice(khal, tmp_path):
    """The id stays, so the newer word takes the place of the older one."""
    times = {"type": "maintenance", "starts": "2026-11-26T08:00", "published": "2026-11-18T09:00"}
    publish(khal, tmp_path, post("a", ends="2026-11-26T12:00", **times))
    publish(khal, tmp_path, post("a", ends="2026-11-26T16:00", **times))
    assert [line.partition("|")[0] for line in listed(khal)[1:]] == ["08:00-16:00 a"]
    back = make_update("2026-11-20T10:00", status=UpdateStatus.WITHDRAWN)
    publish(khal, tmp_path, post("a", ends="2026-11-26T16:00", updates=(back,), **times))
    lines = [line.partition("|")[0] for line in listed(khal)[1:]]
    assert lines == ["08:00-16:00 Zurückgezogen: aCANCELLED "]
