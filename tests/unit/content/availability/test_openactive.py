"""OpenActive's opportunities, alone, in lists and in feeds."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.content_folder import loaded, told, written

from aushang.model import Availability

ABOUT = "service: kurse\nlocation: mitte\n"
SLOT = {
    "type": "Slot",
    "startDate": "2026-12-01T18:00:00+01:00",
    "duration": "PT1H30M",
    "remainingUses": 2,
    "maximumUses": 4,
}


def read(root: Path, about: str = ABOUT, **files: object) -> tuple[Availability, ...]:
    """What can be booked by the pages of a feed, or one file; nothing may be found in them."""
    pages = {f"availability/kurse/{name}.json": json.dumps(one) for name, one in files.items()}
    result = loaded(written(root, {"availability/kurse.yml": about, **pages}))
    assert [told(one) for one in result.diagnostics] == []
    return result.publication.availability


def test_a_slot_and_a_session(tmp_path: Path) -> None:
    """What a session does not say, it has from its series; what is not held is left out."""
    session = {
        "@type": "oa:ScheduledSession",
        "startDate": "2026-12-02T18:00:00Z",
        "endDate": "2026-12-02T18:45:00Z",
        "remainingAttendeeCapacity": 0,
        "superEvent": {"type": "SessionSeries", "name": "Yoga", "url": "https://b.example/"},
    }
    gone = {**session, "eventStatus": "https://schema.org/EventCancelled"}
    series = {"type": "SessionSeries", "name": "Yoga"}
    (found,) = read(tmp_path, ABOUT + "as_of: 2026-11-21\n", a=SLOT, b=[session, gone, series])
    slot, yoga = found.slots
    assert (slot.start, slot.duration) == (
        datetime(2026, 12, 1, 17, tzinfo=UTC),
        timedelta(minutes=90),
    )
    assert (slot.remaining, slot.maximum, slot.name) == (2, 4, "")
    assert (yoga.duration, yoga.remaining) == (timedelta(minutes=45), 0)
    assert (yoga.name, yoga.url) == ("Yoga", "https://b.example/")


def item(id_: int, modified: int | str, remaining: int, hour: int = 18) -> dict[str, object]:
    """An item of a feed."""
    start = f"2026-12-01T{hour}:00:00+01:00"
    data = {**SLOT, "startDate": start, "remainingUses": remaining}
    return {"state": "updated", "kind": "Slot", "id": id_, "modified": modified, "data": data}


def test_the_latest_word_of_a_feed_counts_on_whichever_page_it_stands(tmp_path: Path) -> None:
    """Later ones replace earlier ones, whatever the pages' order, and take away what is gone."""
    base = 1_795_000_000_000
    deleted = {"state": "deleted", "kind": "Slot", "id": 2, "modified": base + 5}
    pages = {
        "a": {"items": [item(1, base + 9, 4), item(2, base, 1, 19), item(3, str(base), 3, 20)]},
        "b": {"items": [item(1, base + 1, 1), deleted], "next": "https://b.example/?after=9"},
    }
    (found,) = read(tmp_path, **pages)
    assert [slot.remaining for slot in found.slots] == [4, 3]
    # The feed as a whole was true when anything in it last changed.
    assert found.as_of == datetime.fromtimestamp(base / 1000, UTC) + timedelta(milliseconds=9)


def test_an_item_that_is_cancelled_later_is_gone(tmp_path: Path) -> None:
    """Its earlier version does not come back."""
    later = item(1, "2026-11-21T08:00:00Z", 4)
    later["data"] = {**SLOT, "eventStatus": "EventCancelled"}
    (found,) = read(
        tmp_path,
        ABOUT,
        a={"items": [item(1, "2026-11-20T08:00:00Z", 4), later]},
    )
    assert found.slots == ()


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000 (NUL)"),
        ("\u2028", "U+2028 (LINE SEPARATOR)"),
        ("\ud800", "U+D800 (half of a pair of surrogates)"),
    ],
)
@pytest.mark.parametrize(("key", "text"), [("name", "Yo{}ga"), ("url", "https://b.example/{}/1")])
def test_what_cannot_be_published_is_found(
    tmp_path: Path, key: str, text: str, character: str, name: str
) -> None:
    """JSON can spell what no file in UTF-8 can hold."""
    slot = {**SLOT, key: text.format(character)}
    files = {"availability/kurse.yml": ABOUT, "availability/kurse/a.json": json.dumps(slot)}
    found = loaded(written(tmp_path, files)).diagnostics
    assert ("AU011", f"`{key}` holds {name}") in [(one.code, one.message) for one in found]
