"""Files that belong together, and what is kept of them when some are edited."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.content_folder import SITE, loaded, told, written

from aushang.content.availability.again import rebooked
from aushang.content.availability.bookings import Bookings, grouped, put_together, read_bookings
from aushang.content.entries import Entry
from aushang.content.inventory import take

ABOUT = "service: kurse\nlocation: mitte\n"
FILES = {
    "availability/kurse.yml": ABOUT,
    "availability/kurse/november.csv": "Beginn;Frei;Stand\n2026-11-30T18:00;1;2026-11-20T08:00Z\n",
    "availability/kurse/dezember.csv": "Beginn;Frei;Stand\n2026-12-01T18:00;2;2026-11-21T08:00Z\n",
    "availability/sauna.csv": "Angebot;Beginn;Frei;Stand\nsauna;2026-12-01T18:00;3;2026-11-21\n",
}


def groups(root: Path) -> tuple[tuple[Entry, ...], ...]:
    """The files below the folder that belong together."""
    return grouped(take(root / "content", root, SITE).texts)


def test_files_of_a_folder_are_as_old_as_the_oldest_of_them(tmp_path: Path) -> None:
    """One service at one place, told by several files, by the start of its dates."""
    result = loaded(written(tmp_path, FILES))
    assert [told(one) for one in result.diagnostics] == []
    kurse, sauna = sorted(result.publication.availability, key=lambda one: one.service)
    assert [slot.remaining for slot in kurse.slots] == [1, 2]
    assert kurse.as_of == datetime(2026, 11, 20, 8, tzinfo=UTC)
    assert kurse.source.path == "content/availability/kurse.yml"
    assert (sauna.location, sauna.source.path) == ("", "content/availability/sauna.csv")


def test_only_what_belongs_to_an_edited_file_is_read_again(tmp_path: Path) -> None:
    """The others are the same objects as before; without an edit all are."""
    written(tmp_path, FILES)
    before = tuple(read_bookings(files, SITE) for files in groups(tmp_path))
    asked: list[str] = []

    def read(several: Iterable[Sequence[Entry]]) -> list[Bookings]:
        found = [read_bookings(files, SITE) for files in several]
        asked.extend(one.name for one in found)
        return found

    assert rebooked(before, {"elsewhere"}, read) is before
    file = tmp_path / "content/availability/sauna.csv"
    file.write_text(FILES["availability/sauna.csv"].replace(";3;", ";0;"), encoding="utf-8")
    now = rebooked(before, {str(file)}, read)
    assert now
    assert asked == ["sauna"]
    assert now[0] is before[0]
    availability, contests = put_together(now)
    assert contests == ()
    assert [slot.remaining for one in availability for slot in one.slots] == [0, 1, 2]
    file.write_text("", encoding="utf-8")
    assert rebooked(before, {str(file)}, read) is None


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    """Neither what can be booked, nor what is found."""
    written(tmp_path, FILES)
    one = [read_bookings(files, SITE) for files in groups(tmp_path)]
    entries = [entry for files in groups(tmp_path) for entry in files]
    other = [read_bookings(files, SITE) for files in grouped(reversed(entries))]
    assert one == other


def test_no_date_of_a_file_that_cannot_be_read_is_shown(tmp_path: Path) -> None:
    """Half of a table would say that there is nothing to book."""
    written(tmp_path, FILES | {"availability/kurse/dezember.csv": b"Beginn;Pl\xe4tze\n"})
    result = loaded(tmp_path)
    assert [finding.code for finding in result.diagnostics] == ["AU010"]
    assert [one.service for one in result.publication.availability] == ["sauna"]
    assert result.publication.unread == {"content/availability/kurse/dezember.csv"}
