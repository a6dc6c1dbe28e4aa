"""Tables of dates, however a spreadsheet or a booking system writes them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.content_folder import loaded, told, written

from aushang.model import Availability, Slot

ABOUT = "service: kurse\nlocation: mitte\nas_of: 2026-11-21T06:00\n"
YOGA = Slot(
    start=datetime(2026, 12, 1, 17, 0, tzinfo=UTC),
    duration=timedelta(hours=1),
    remaining=4,
    maximum=16,
    name="Yoga",
    url="https://buchen.example/1",
)


def read(root: Path, table: str | bytes, about: str = ABOUT) -> tuple[Availability, ...]:
    """What can be booked by a table; nothing may be found in it."""
    files = {"availability/kurse.csv": table, "availability/kurse.yml": about}
    result = loaded(written(root, files))
    assert [told(one) for one in result.diagnostics] == []
    return result.publication.availability


TABLES = {
    "semicolons, German": "Beginn;Ende;Freie Plätze;Plätze;Kurs;Link\n"
    "01.12.2026 18:00;01.12.2026 19:00;4;16;Yoga;https://buchen.example/1\n",
    "commas, English": "start,duration,remaining,maximum,name,url\n"
    "2026-12-01T18:00,60,4,16,Yoga,https://buchen.example/1\n",
    "tabs, an offset": "startDate\tendDate\tremainingUses\tmaximumUses\ttitle\turl\n"
    "2026-12-01T17:00:00Z\t2026-12-01T19:00+0100\t4\t16\tYoga\thttps://buchen.example/1\n",
    "Excel's line, byte order mark and line ends": "\ufeffsep=;\r\nvon;bis;frei;Kapazität;Titel;"
    "Buchung\r\n1.12.2026 18:00 Uhr;19:00;4;16;Yoga;https://buchen.example/1\r\n",
    "umlauts spelt out, other columns, blank lines": "Nr;BEGINN;Dauer;freie_plaetze;plaetze;Kurs;"
    'URL\n\n7;2026-12-01 18:00;1:00;4;16;"Yoga";https://buchen.example/1\n\n',
    "other names, told beside it": "Termin;Ende;Rest;Platz;Was;Wo\n"
    "01.12.2026, 18.00;01.12.2026 19:00;4;16;Yoga;https://buchen.example/1",
}
OWN = "columns: {start: Termin, remaining: Rest, maximum: Platz, name: Was, url: Wo}\n"


@pytest.mark.parametrize("table", TABLES)
def test_all_ways_to_write_one_date(table: str, tmp_path: Path) -> None:
    """The same date comes out of each."""
    about = ABOUT + (OWN if table.startswith("other names") else "")
    (found,) = read(tmp_path, TABLES[table], about)
    assert found.slots == (YOGA,)
    assert (found.service, found.location) == ("kurse", "mitte")
    assert (found.as_of, found.good_for) == (
        datetime(2026, 11, 21, 5, 0, tzinfo=UTC),
        timedelta(hours=24),
    )


def test_what_nobody_says_is_not_made_up(tmp_path: Path) -> None:
    """No places left means “ask”; a length that is not told is none."""
    (found,) = read(tmp_path, "Beginn;Frei\n2026-12-01T18:00;\n")
    (slot,) = found.slots
    assert (slot.remaining, slot.maximum, slot.duration) == (None, None, timedelta())
    assert slot.is_free


def test_dates_come_by_their_start_without_those_that_are_cancelled(tmp_path: Path) -> None:
    """In whatever order they were written; what is over stays, since it is no mistake."""
    table = (
        "Beginn;Frei;Kurs;Status\n2026-12-02T18:00;1;b;\n2026-12-01T18:00;1;a;\n"
        "2026-12-01T19:00;1;c;abgesagt\n2020-01-01T18:00;1;d;\n"
    )
    (found,) = read(tmp_path, table)
    assert [slot.name for slot in found.slots] == ["d", "a", "b"]


def test_a_table_tells_of_several_services_and_places(tmp_path: Path) -> None:
    """By columns; each is as old as the newest of its own lines."""
    table = (
        "Angebot;Standort;Beginn;Frei;Stand\nKurse;Berlin-Mitte;2026-12-01T18:00;1;2026-11-20\n"
        "Kurse;Berlin-Mitte;2026-12-02T18:00;1;2026-11-21\n"
        "Sauna;Ost;2026-12-01T18:00;1;2026-11-19T08:00\n"
    )
    one, other = read(tmp_path, table, "good_for: 7d\n")
    assert (one.location, one.service, len(one.slots)) == ("berlin-mitte", "kurse", 2)
    assert (other.location, other.service, len(other.slots)) == ("ost", "sauna", 1)
    assert one.as_of == datetime(2026, 11, 20, 23, 0, tzinfo=UTC)
    assert other.as_of == datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
    assert other.source.at("service").line == 4
    assert one.good_for == timedelta(days=7)
