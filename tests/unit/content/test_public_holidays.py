"""Public holidays of a region become days on which a place has other hours."""

import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from tests.content_folder import SITE, told, written

from aushang.content import public_holidays
from aushang.content.load import Loaded, load
from aushang.content.markdown.gfm import GfmRenderer
from aushang.content.public_holidays import fault_of_name, fault_of_region, holidays_of
from aushang.content.schema.moments import Fault
from aushang.model import Localised, SpecialHours

PLACE = """name: Mitte
hours: {mon-sun: "06:00-23:00"}
"""
NEW_YEAR = datetime(2026, 12, 31, 23, tzinfo=UTC)  # midnight in Berlin


def loaded(root: Path, more: str, now: datetime = datetime(2026, 11, 21, tzinfo=UTC)) -> Loaded:
    """A folder with one place."""
    written(root, {"locations/mitte.yml": PLACE + more})
    return load(root / "content", root=root, site=SITE, now=now, markdown=GfmRenderer())


def special(found: Loaded) -> dict[str, SpecialHours]:
    """The days of the place that differ, by their date."""
    assert [told(finding) for finding in found.diagnostics] == []
    return {day.day.isoformat(): day for day in found.publication.locations["mitte"].special_hours}


def test_the_holidays_of_the_years_around(tmp_path: Path) -> None:
    """Berlin has its own, and the names are told in the languages of the site."""
    days = special(loaded(tmp_path, "holidays: {region: DE-BE, hours: closed}\n"))
    assert [*days] == sorted(days)
    assert {day[:4] for day in days} == {"2025", "2026", "2027"}
    assert [day for day in days if day.startswith("2026")] == [
        "2026-01-01",
        "2026-03-08",
        "2026-04-03",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-25",
        "2026-10-03",
        "2026-12-25",
        "2026-12-26",
    ]
    assert days["2026-03-08"] == SpecialHours(
        day=date(2026, 3, 8),
        intervals=(),
        reason=Localised({"de": "Frauentag", "en": "Women's Day"}),
    )


@pytest.mark.parametrize(
    ("now", "years"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), {"2025", "2026", "2027"}),
        (NEW_YEAR, {"2026", "2027", "2028"}),
    ],
)
def test_the_year_is_that_of_the_zone(tmp_path: Path, now: datetime, years: set[str]) -> None:
    """In Berlin it begins an hour earlier than in UTC."""
    days = special(loaded(tmp_path, "holidays: {region: DE-BE, hours: closed}\n", now))
    assert {day[:4] for day in days} == years


def test_holidays_with_other_hours(tmp_path: Path) -> None:
    """By name in any language and spelling; what staff wrote for a day wins over all of it."""
    days = special(
        loaded(
            tmp_path,
            "holidays:\n"
            "  region: DE-BE\n"
            '  hours: ["16:00-20:00", "10:00-14:00"]\n'
            "  days: {frauentag: usual, Good Friday: closed, Neujahr: 12:00-24:00}\n"
            "special_hours:\n"
            "  - {date: 2026-12-24, until: 2026-12-25, closed: true, reason: Ferien}\n"
            "  - {date: 2027-01-01, hours: 14:00-18:00}\n",
        )
    )
    assert "2026-03-08" not in days
    assert days["2026-04-03"].intervals == ()
    assert days["2026-04-06"].intervals == ((time(10), time(14)), (time(16), time(20)))
    assert days["2026-01-01"].intervals == ((time(12), time()),)
    assert days["2027-01-01"].intervals == ((time(14), time(18)),)
    assert [days[day].entry for day in ("2026-12-24", "2026-12-25", "2026-12-26")] == [0, 0, None]
    assert days["2026-12-25"].reason == Localised({"de": "Ferien"})


def test_two_holidays_on_one_day(tmp_path: Path) -> None:
    """Ascension Day can be the first of May; either name is known."""
    at = datetime(2008, 3, 1, tzinfo=UTC)
    more = "holidays: {region: DE, hours: closed, days: {Erster Mai: usual}}\n"
    assert "2008-05-01" not in special(loaded(tmp_path, more, at))
    (day,) = (one for one in holidays_of("DE", [2008], ["de"]) if one.day == date(2008, 5, 1))
    assert day.name == Localised({"de": "Christi Himmelfahrt, Erster Mai"})
    assert day.is_called("Christi Himmelfahrt")
    assert day.is_called("ERSTER MAI")


@pytest.mark.parametrize(
    ("region", "languages", "name"),
    [
        ("DE-HH", ["de", "en"], {"de": "Neujahr", "en": "New Year's Day"}),
        ("DE-HH", ["de-AT", "en-GB"], {"de-AT": "Neujahr", "en-GB": "New Year's Day"}),
        ("DE-HH", ["de", "fr"], {"de": "Neujahr"}),
        ("DK", ["de"], {"da": "Nytårsdag"}),  # nothing that the package tells in German
        ("AG", ["de"], {"de": "New Year's Day"}),  # told in one language that has no code
    ],
)
def test_the_language_of_names(region: str, languages: list[str], name: dict[str, str]) -> None:
    """That of the readers, else the country's."""
    assert holidays_of(region, [2026], languages)[0].name == Localised(name)


@pytest.mark.parametrize("region", ["DE", "DE-BE", "DE-HH", "AT", "AT-9", "CH-ZH", "GB-SCT"])
def test_regions_that_are_known(region: str) -> None:
    """Countries and their parts."""
    assert fault_of_region(region) is None


@pytest.mark.parametrize(
    ("region", "hint"),
    [
        ("de-be", "did you mean “DE-BE”?"),
        ("Berlin", "did you mean “DE-BE”?"),
        ("baden-württemberg", "did you mean “DE-BW”?"),
        ("de_hh", "did you mean “DE-HH”?"),
        ("XX", ""),
        ("DE-Augsburg", ""),
        ("", ""),
    ],
)
def test_regions_that_are_not(region: str, hint: str) -> None:
    """Other spellings are understood, and refused all the same: an app reads the file, too."""
    what = f"is “{region}”; expected a part of a country such as DE-BE (ISO 3166-2)"
    assert fault_of_region(region) == Fault("AU001", what, hint)


def test_names_that_no_holiday_has() -> None:
    """A holiday of one year is known, and no advice for the others."""
    assert fault_of_name("75. Jahrestag des Aufstandes vom 17. Juni 1953", "DE-BE") is None
    assert fault_of_name("Reformatonstag", "DE-BB") == Fault(
        "AU001",
        "is no public holiday of DE-BB; those are Christi Himmelfahrt, Erster Mai, Erster "
        "Weihnachtstag, Karfreitag, Neujahr, Ostermontag, Ostersonntag, Pfingstmontag, "
        "Pfingstsonntag, Reformationstag, Tag der Deutschen Einheit, Zweiter Weihnachtstag",
        "did you mean “Reformationstag”?",
    )


def test_without_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One finding that says what to do; a place that names no region needs nothing."""
    monkeypatch.setitem(sys.modules, "holidays", None)
    monkeypatch.setitem(sys.modules, "holidays.registry", None)
    public_holidays._countries.cache_clear()
    assert special(loaded(tmp_path, "")) == {}
    more = "holidays: {region: DE-BE, hours: closed, days: {Frauentag: usual}}\n"
    found = loaded(tmp_path, more).diagnostics
    (one,) = map(told, found)
    assert one == (
        "content/locations/mitte.yml:3:20: error AU029 `holidays.region` is “DE-BE”, but the "
        "package of public holidays is not installed\n"
        '    help: run `pip install "aushang[holidays]"`, or remove `holidays`'
    )
