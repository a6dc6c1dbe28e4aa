"""One text in the place of several keys is answered with these keys, and they pass."""

import pytest
from tests.content_folder import SITE

from aushang.content.document import Document, read_document
from aushang.content.entries import Entry, Role

HOURS = "days with their hours"
HOLIDAYS = "a region and the hours on its holidays"
ADDRESS = "street, postcode and city"
CLOSED = "`{region: DE-BE, hours: closed}`"


def place(line: str) -> Document:
    """The file of a place with one more line."""
    role = Role.LOCATION
    entry = Entry(role=role, place="/x", path="a.yml", inside="locations/a.yml", name="a")
    return read_document(f"name: A\n{line}\n".encode(), entry, SITE)


@pytest.mark.parametrize(
    ("key", "value", "expected", "written"),
    [
        ("hours", "06:00-23:00", HOURS, '{mon-sun: "06:00-23:00"}'),
        ("hours", "täglich 6 bis 23 Uhr", HOURS, '{mon-sun: "06:00-23:00"}'),
        (
            "hours",
            "Mo-Fr 6-23 Uhr, Sa 8-12, 13-20",
            HOURS,
            '{mon-fri: "06:00-23:00", sat: ["08:00-12:00", "13:00-20:00"]}',
        ),
        ("hours", "Sa und So: 8-12", HOURS, '{"sat,sun": "08:00-12:00"}'),
        ("holidays", "DE-BE", HOLIDAYS, "{region: DE-BE, hours: closed}"),
        ("special_hours", "2026-12-24", "a list of days", "[{date: 2026-12-24, closed: true}]"),
        (
            "address",
            "Platz 1, 10119 Berlin",
            ADDRESS,
            '{street: Platz 1, postcode: "10119", city: Berlin}',
        ),
    ],
)
def test_the_value_taken_apart_passes(key: str, value: str, expected: str, written: str) -> None:
    """It is told at the value, and put in its place nothing is found."""
    (finding,) = place(f'{key}: "{value}"').diagnostics
    assert str(finding.location) == f"a.yml:2:{len(key) + 3}"
    assert finding.message == f"`{key}` is “{value}”; expected {expected}"
    assert finding.hint == f"write `{written}`"
    # Holidays differ from a week, so there has to be one.
    also = '\nhours: {mon: "08:00-12:00"}' if key == "holidays" else ""
    assert place(f"{key}: {written}{also}").diagnostics == ()


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("hours: immer", 'such as `{mon-fri: "06:00-23:00", sat: "08:00-20:00"}`'),
        ("hours: Ruhetag 8-12", 'such as `{mon-fri: "06:00-23:00", sat: "08:00-20:00"}`'),
        ('hours: ["06:00-12:00", "13-20"]', 'write `{mon-sun: ["06:00-12:00", "13:00-20:00"]}`'),
        ("holidays: geschlossen", f"write {CLOSED} with your own region"),
        (
            "holidays: 10-18 Uhr",
            'write `{region: DE-BE, hours: "10:00-18:00"}` with your own region',
        ),
        ("holidays: Berlin", f"such as {CLOSED}"),
        ("holidays: []", f"such as {CLOSED}"),
        (
            "special_hours: Heiligabend",
            "begin a list below it: `- {date: 2026-12-24, closed: true}`",
        ),
        (f'hours: "{"8-9, " * 14}8-9"', 'such as `{mon-fri: "06:00-23:00", sat: "08:00-20:00"}`'),
        (f'hours: "a{" " * 90_000}x"', 'such as `{mon-fri: "06:00-23:00", sat: "08:00-20:00"}`'),
        (
            'address: "Haus: 5 {x}, 10119 Berlin"',
            'such as `{street: Torstraße 12, postcode: "10119", city: Berlin}`',
        ),
        (
            "address: Platz 1",
            'such as `{street: Torstraße 12, postcode: "10119", city: Berlin}`',
        ),
    ],
)
def test_where_it_cannot_be_known_an_example_is_given(line: str, hint: str) -> None:
    """Lists of texts are read like one text; what is far too long, or no plain words, is left."""
    (finding,) = place(line).diagnostics
    assert finding.hint == hint
