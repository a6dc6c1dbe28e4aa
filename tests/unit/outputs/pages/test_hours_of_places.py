"""Today's hours, the week, days that differ; and the same read from the structured data."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

import pytest
from tests.factories import NOW, berlin, make_location, make_publication
from tests.page_reading import parsed, sheets_of, texts, words_of

from aushang.model import Hours, Localised, Location, SpecialHours
from aushang.outputs.pages.hours import exceptions
from aushang.outputs.shell import Sheet

WEEK = tuple(Hours(day, time(6), time(23)) for day in range(5))
EVE = Localised({"de": "Heiligabend", "en": "Christmas Eve"})
DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
TODAY = ".au-hours__today"
SPECIAL = "section[aria-labelledby=au-special]"
Spans = list[tuple[str, str]]


def sheet(location: Location, now: datetime = NOW, path: str = "standorte/mitte/") -> Sheet:
    """The page of the one place."""
    return sheets_of(make_publication(locations={"mitte": location}, now=now))[path]


def shown(location: Location, selector: str, now: datetime = NOW) -> list[str]:
    """The words of the elements that a reader without a script sees."""
    return texts(parsed(sheet(location, now)), f"{selector}:not([hidden])")


def closed(day: date, entry: int | None = None, reason: str = "") -> SpecialHours:
    """A day on which it is closed."""
    words = Localised({"de": reason} if reason else {})
    return SpecialHours(day=day, intervals=(), reason=words, entry=entry)


def test_today_stands_first() -> None:
    """With the day, so that nobody takes an old page for one of today; a holiday with its name."""
    eve = SpecialHours(day=date(2026, 12, 24), intervals=((time(8), time(13)),), reason=EVE)
    place = make_location(hours=WEEK, special_hours=(eve,))
    assert shown(place, TODAY, berlin("2026-11-20T09:00")) == [
        "Heute, Fr., 20. November: 6:00 bis 23:00 Uhr"
    ]
    assert shown(place, TODAY) == ["Heute, Sa., 21. November: geschlossen"]
    at = berlin("2026-12-24T23:59")
    assert shown(place, TODAY, at) == ["Heute, Do., 24. Dezember: 8:00 bis 13:00 Uhr (Heiligabend)"]
    english = texts(parsed(sheet(place, at, "en/locations/mitte/")), f"{TODAY}:not([hidden])")
    assert english == ["Today, Thu, 24 December: 8:00 am to 1:00 pm (Christmas Eve)"]


def test_the_days_to_come_are_in_the_page() -> None:
    """Each from its midnight to the next, in the zone of the place; no year is missing or told."""
    lines = parsed(sheet(make_location(hours=WEEK), berlin("2026-12-31T12:00"))).css(TODAY)
    assert [line.attributes["data-when"] for line in lines[:3]] == [
        "/2026-12-31T23:00:00Z",
        "2026-12-31T23:00:00Z/2027-01-01T23:00:00Z",
        "2027-01-01T23:00:00Z/2027-01-02T23:00:00Z",
    ]
    assert "hidden" not in lines[0].attributes
    assert all("hidden" in line.attributes for line in lines[1:])
    assert "1.\u00a0Januar:" in lines[1].text()
    assert len(lines) == 15


@pytest.mark.parametrize(
    "at", ["2026-03-28T12:00", "2026-10-24T12:00", "2026-12-24T00:00", "2027-02-27T23:59"]
)
def test_a_page_that_is_older_shows_what_a_new_one_shows(at: str) -> None:
    """At each midnight of two weeks, over both clock changes; the words but for the year."""
    days = [date(2026, 1, 1) + timedelta(days=7 * number) for number in range(70)]
    place = make_location(hours=WEEK, special_hours=tuple(closed(day) for day in days))
    old = parsed(sheet(place, berlin(at)))
    for passed in range(15):
        now = datetime.combine(berlin(at).date() + timedelta(days=passed), time(0, 1), NOW.tzinfo)
        new = parsed(sheet(place, max(now, berlin(at))))
        for selector in (TODAY, f"{SPECIAL} tbody tr"):
            then = [
                words_of(node)
                for node in old.css(selector)
                if _is_shown(node.attributes.get("data-when") or "/", now)
            ]
            fresh = texts(new, f"{selector}:not([hidden])")
            assert [line.replace(" 2027", "") for line in then] == [
                line.replace(" 2027", "") for line in fresh
            ]


def _is_shown(when: str, now: datetime) -> bool:
    bounds = (spell.split("/") for spell in when.split())
    return any(
        (not begins or datetime.fromisoformat(begins) <= now)
        and (not ends or now < datetime.fromisoformat(ends))
        for begins, ends in bounds
    )


def test_special_days_ahead_stand_with_their_reason() -> None:
    """Past ones are gone, today's is there, a day without an interval is closed."""
    today = NOW.date()
    special = (
        SpecialHours(day=date(2026, 12, 24), intervals=(), reason=EVE),
        SpecialHours(
            day=today, intervals=((time(8), time(14)),), reason=Localised({"de": "Umbau"})
        ),
        SpecialHours(day=today - timedelta(days=1), intervals=(), reason=EVE),
    )
    assert shown(make_location(special_hours=special), f"{SPECIAL} tbody tr") == [
        "Sa., 21. November Umbau 8:00 bis 14:00 Uhr",
        "Do., 24. Dezember Heiligabend geschlossen",
    ]


def test_days_that_were_written_as_one_are_one_row() -> None:
    """Also while they last; what another entry says in between stands by itself."""
    days = [date(2026, 12, 21) + timedelta(days=number) for number in range(14)]
    special = [closed(day, 0, "Betriebsferien") for day in days]
    special[3] = SpecialHours(day=days[3], intervals=((time(8), time(12)),), reason=EVE, entry=1)
    rows = [
        "Mo., 21. Dezember bis Mi., 23. Dezember Betriebsferien geschlossen",
        "Do., 24. Dezember Heiligabend 8:00 bis 12:00 Uhr",
        "Fr., 25. Dezember bis So., 3. Januar 2027 Betriebsferien geschlossen",
    ]
    place = make_location(special_hours=tuple(special))
    assert shown(place, f"{SPECIAL} tbody tr") == rows
    assert shown(place, f"{SPECIAL} tbody tr", berlin("2026-12-23T12:00")) == rows
    assert shown(place, f"{SPECIAL} tbody tr", berlin("2026-12-28T12:00")) == rows[2:]


def test_far_days_wait() -> None:
    """Sixty days, ten rows; where there is nothing so near, the next one."""
    first = date(2026, 11, 21)
    every = tuple(closed(first + timedelta(days=10 * number)) for number in range(40))
    place = make_location(special_hours=every)
    assert [one.first for one in exceptions(place, first)] == [one.day for one in every[:7]]
    alone = make_location(special_hours=every[-1:])
    assert [one.first for one in exceptions(alone, first)] == [every[-1].day]
    assert exceptions(place, every[-1].day + timedelta(days=1)) == []
    daily = tuple(closed(first + timedelta(days=number)) for number in range(40))
    assert len(exceptions(make_location(special_hours=daily), first)) == 10


def test_without_any_hours_nothing_is_said() -> None:
    """No empty heading, and no data about hours that nobody knows."""
    bare = sheet(make_location(hours=()))
    assert not parsed(bare).css(".au-hours")
    assert "peningHoursSpecification" not in bare.linked_data


# What follows reads the page's words and its structured data apart, each by its own rules.


def hours_told(page: Sheet) -> tuple[dict[str, Spans], dict[date, Spans]]:
    """From the visible tables: the hours of each weekday, and of each day that differs."""
    tree = parsed(page)
    week: dict[str, Spans] = {}
    for row in texts(tree, "section[aria-labelledby=au-hours] tbody tr"):
        first, last, told = re.fullmatch(
            r"(täglich|\w+day|\w+tag|Mittwoch)(?: (?:bis|und) (\w+))? (.*)", row
        ).groups()
        numbers = range(7) if first == "täglich" else _between(first, last or first)
        week |= {DAYS[number]: _spans(told) for number in numbers}
    special: dict[date, Spans] = {}
    for row in texts(tree, f"{SPECIAL} tbody tr:not([hidden])"):
        pattern = (
            r"\w\w\., (\d+)\. (\w+)(?: (\d{4}))?(?: bis \w\w\., (\d+)\. (\w+)(?: (\d{4}))?)? (.*)"
        )
        day, month, year, *last, told = re.fullmatch(pattern, row).groups()
        begins = date(int(year or 2026), MONTHS.index(month) + 1, int(day))
        ends = begins
        if last[0]:
            ends = date(int(last[2] or 2026), MONTHS.index(last[1]) + 1, int(last[0]))
        for passed in range((ends - begins).days + 1):
            special[begins + timedelta(days=passed)] = _spans(told)
    return week, special


def _between(first: str, last: str) -> range:
    return range(DAYS.index(first), DAYS.index(last) + 1)


def _spans(told: str) -> Spans:
    if "geschlossen" in told:
        return []
    if "rund um die Uhr" in told:
        return [("0:00", "24:00")]
    return re.findall(r"(\d+:\d\d) bis (\d+:\d\d)", told)


def hours_for_machines(page: Sheet) -> tuple[dict[str, Spans], dict[date, Spans]]:
    """From the JSON-LD, as Google's documentation of local businesses explains it."""
    data = json.loads(page.linked_data)
    week: dict[str, Spans] = {}
    for one in data["openingHoursSpecification"]:
        day = DAYS[
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].index(
                one["dayOfWeek"].removeprefix("https://schema.org/")
            )
        ]
        week.setdefault(day, []).extend(_of_machine(one))
    special: dict[date, Spans] = {}
    for one in data.get("specialOpeningHoursSpecification", []):
        day, last = (date.fromisoformat(one[key]) for key in ("validFrom", "validThrough"))
        while day <= last:
            special.setdefault(day, []).extend(_of_machine(one))
            day += timedelta(days=1)
    return week, special


def _of_machine(one: Mapping[str, str]) -> Spans:
    opens, closes = one["opens"], one["closes"]
    if opens == closes == "00:00":
        return []
    if (opens, closes) == ("00:00", "23:59"):
        return [("0:00", "24:00")]
    hour, minute = map(int, closes.split(":"))
    if minute == 59:
        hour, minute = hour + 1, 0  # what would be a whole day ends a minute before
    told = "24:00" if (hour, minute) == (0, 0) else f"{hour}:{minute:02}"
    return [(opens.removeprefix("0"), told)]


NIGHT = (Hours(4, time(22), time(4)), Hours(5, time(22), time(0)), Hours(6, time(6), time(6)))
ALWAYS = tuple(Hours(day, time(), time()) for day in range(7))
PARTED = (Hours(0, time(8), time(12)), Hours(0, time(13), time(20)), Hours(2, time(9), time(12)))


@pytest.mark.parametrize("hours", [WEEK, NIGHT, ALWAYS, PARTED])
def test_machines_are_told_what_people_are_told(hours: Sequence[Hours]) -> None:
    """Over midnight, around the clock, in two parts, closed; days in a row too."""
    special = (
        SpecialHours(day=date(2026, 12, 24), intervals=((time(8), time(13)),), reason=EVE),
        SpecialHours(day=date(2026, 12, 31), intervals=((time(20), time(4)),), reason=EVE),
        SpecialHours(day=date(2027, 1, 1), intervals=((time(), time()),), reason=EVE),
        *(closed(date(2026, 12, 5 + day), 0, "Umbau") for day in range(6)),
        SpecialHours(
            day=date(2027, 1, 6),
            intervals=((time(8), time(12)), (time(13), time(0))),
            reason=Localised({}),
        ),
        closed(date(2026, 11, 1)),
    )
    page = sheet(make_location(hours=tuple(hours), special_hours=special))
    told, for_machines = hours_told(page), hours_for_machines(page)
    assert told == for_machines
    assert set(told[0]) == set(DAYS)
    assert len(told[1]) == 10
