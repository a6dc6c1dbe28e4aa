"""Free places: the sentence first, weeks at a glance, then each date."""

import gzip
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.booked_dates import make_availability, make_slot
from tests.factories import (
    NOW,
    berlin,
    make_contact,
    make_location,
    make_publication,
    make_service,
    make_site,
)
from tests.mkdocs_shell import shell
from tests.page_reading import shown

from aushang.model import Availability, Publication
from aushang.outputs import pages
from aushang.outputs.pages import Leaf, Press
from aushang.outputs.pages.booking import units
from aushang.outputs.pages.outlook import outlook, staleness
from aushang.outputs.pages.places_left import MOMENTS

FREE = "Di., 15.\u00a0Dezember, 18:00\u00a0Uhr, Rückenfit"

Told = Sequence[tuple[str, int | None]]


def booked(told: Told, *, name: str = "Rückenfit", maximum: int | None = 12) -> Availability:
    """Dates of courses in Mitte."""
    slots = (
        make_slot(start, left, maximum=maximum, name=name, url=f"https://buchen.example/{number}")
        for number, (start, left) in enumerate(told)
    )
    return make_availability(*slots, service="kurse", as_of=NOW - timedelta(hours=2))


def published(one: Availability, **fields: object) -> Publication:
    """A publication of one place with courses."""
    values: dict[str, object] = {
        "services": {"kurse": make_service("kurse", "Kurse", "Classes")},
        "locations": {"mitte": make_location("mitte", "Mitte", services=("kurse",))},
        "availability": (one,),
    }
    return make_publication(**(values | fields))


def whens(tree: LexborHTMLParser, selector: str) -> list[str | None]:
    """From when to when each of the elements is shown."""
    return [node.attributes["data-when"] for node in tree.css(selector)]


def page(one: Availability, language: str = "de") -> Leaf:
    """The page in a language."""
    (unit,) = units(Press(published(one), language))
    (leaf,) = unit.make()
    return leaf


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((), "Zurzeit ist kein Termin bekannt."),
        ((("2026-11-20T10:00", 3),), "Zurzeit ist kein Termin bekannt."),
        (
            (("2026-11-24T10:00", 0), ("2026-11-29T10:00", 0)),
            "Alle Termine bis So., 29.\u00a0November sind ausgebucht.",
        ),
        (
            (("2026-11-24T10:00", None),),
            "Nächster freier Platz: Di., 24.\u00a0November, 10:00\u00a0Uhr, Rückenfit",
        ),
        (
            (("2026-11-24T10:00", 0), ("2026-12-13T10:00", 0), ("2026-12-15T18:00", 2)),
            f"Bis So., 13.\u00a0Dezember ausgebucht, nächster freier Platz: {FREE}",
        ),
        (
            (("2026-12-15T10:00", 0), ("2026-12-15T18:00", 1)),
            f"Nächster freier Platz: {FREE}; 1 Termin davor ist ausgebucht",
        ),
        (
            (("2026-12-15T08:00", 0), ("2026-12-15T10:00", 0), ("2026-12-15T18:00", 1)),
            f"Nächster freier Platz: {FREE}; 2 Termine davor sind ausgebucht",
        ),
    ],
)
def test_the_sentence(told: Told, expected: str) -> None:
    """What one wants to know stands in it; dates that have begun do not count."""
    one = booked(told)
    assert str(outlook(Press(published(one), "de"), one)) == expected


def test_braces_in_a_name_are_a_name() -> None:
    """A name comes from a booking system, and is no pattern."""
    one = booked([("2026-11-24T10:00", 1)], name="{0} {at} <b>")
    assert "{0} {at} <b>" in str(outlook(Press(published(one), "de"), one))
    assert "{0} {at} &lt;b&gt;" in page(one).sheet.body


def test_the_page() -> None:
    """A row for each date, a cell for each day, and links to book only what is free."""
    told = (("2026-11-24T10:00", 0), ("2026-11-26T10:00", 3), ("2026-12-01T10:00", None))
    leaf = page(booked(told))
    assert leaf.sheet.path == "freie-plaetze/mitte/kurse/"
    assert leaf.sheet.title == "Freie Plätze: Kurse, Mitte"
    assert leaf.sources == ("content/availability/kurse-mitte.csv",)
    tree = shown(leaf.sheet)
    rows = [" ".join(row.text().split()) for row in tree.css(".au-date")]
    assert rows == [
        "10:00 UhrRückenfitausgebucht",
        "10:00 UhrRückenfit3 von 12 Plätzen frei",
        "10:00 UhrRückenfitauf Anfrage",
    ]
    assert [link.attributes["href"] for link in tree.css(".au-date a")] == [
        "https://buchen.example/1",
        "https://buchen.example/2",
    ]
    cells = [" ".join(cell.text().split()) for cell in tree.css(".au-weeks td")]
    assert cells[:7] == ["Mo 23. –", "Di 24. voll", "Mi 25. –", "Do 26. 1 frei"] + [
        f"{day} –" for day in ("Fr 27.", "Sa 28.", "So 29.")
    ]
    anchors = {link.attributes["href"] for link in tree.css(".au-weeks a")}
    assert anchors == {"#tag-2026-11-24", "#tag-2026-11-26", "#tag-2026-12-01"}
    assert all(tree.css_first(anchor) for anchor in anchors)
    assert tree.css_first("#au-only-free")


def test_what_one_has_to_ask_is_not_called_free() -> None:
    """Neither among the dates nor in the count of a day; the filter leaves it there."""
    told = (
        ("2026-11-24T10:00", None),
        ("2026-11-25T10:00", 1),
        ("2026-11-25T11:00", 0),
        ("2026-11-25T12:00", None),
    )
    tree = shown(page(booked(told)).sheet)
    days = [" ".join(cell.text().split()) for cell in tree.css(".au-weeks a")]
    assert days == ["Di 24. fragen", "Mi 25. 1 frei"]
    assert len(tree.css(".au-date .au-badge--plain")) == 2
    assert len(tree.css(".au-date--full")) == 1


@pytest.mark.parametrize(
    ("service", "place", "expected"),
    [("aylin", "jana", "Aylin"), ("", "jana", "Jana"), ("", "", "Rosa")],
)
def test_the_person_to_ask(service: str, place: str, expected: str) -> None:
    """Who answers for the service, else for the place, else for all: at the top and at the end."""
    told = published(
        booked([("2026-11-24T10:00", 1)]),
        services={"kurse": replace(make_service("kurse", "Kurse"), contact=service)},
        locations={"mitte": make_location("mitte", "Mitte", services=("kurse",), contact=place)},
        site=make_site(contact="rosa"),
        contacts={
            id_: make_contact(id_, name)
            for id_, name in (("aylin", "Aylin"), ("jana", "Jana"), ("rosa", "Rosa"))
        },
    )
    (unit,) = units(Press(told, "de"))
    (leaf,) = unit.make()
    tree = LexborHTMLParser(leaf.sheet.body)
    assert f"Fragen? {expected}:" in tree.css_first(".au-place__person").text()
    assert tree.css_first(".au-contact__name strong").text() == expected


def test_no_filter_where_all_are_alike() -> None:
    """There is nothing to choose."""
    tree = LexborHTMLParser(page(booked([("2026-11-24T10:00", 3)])).sheet.body)
    assert tree.css_first("#au-only-free") is None


def test_in_english() -> None:
    """With its own address."""
    leaf = page(booked([("2026-11-24T10:00", 1)], maximum=1), "en")
    assert leaf.sheet.path == "en/free-places/mitte/kurse/"
    assert (
        leaf.sheet.description == "Next free place: Tue, 24\u00a0November, 10:00\u00a0am, Rückenfit"
    )
    assert "1 of 1 place left" in leaf.sheet.body


def test_old_data_says_so() -> None:
    """The promise of the booking data has passed."""
    one = booked([("2026-11-24T10:00", 1)])
    assert staleness(Press(published(one), "de"), one) is None
    late = published(one, now=one.stale_from)
    assert "älter als zugesagt" in str(staleness(Press(late, "de"), one))


def test_far_ahead_is_counted() -> None:
    """Twelve weeks are shown."""
    start = berlin("2026-11-23T10:00")
    told = [((start + timedelta(weeks=n)).isoformat()[:16], 1) for n in range(15)]
    body = page(booked(told)).sheet.body
    assert body.count('class="au-date"') == 12
    assert "und 3 weitere Termine danach" in body


def test_two_thousand_dates_fit_into_a_page() -> None:
    """At most 60 KB compressed, in twelve weeks of 24 dates a day, with the theme around them."""
    start = berlin("2026-11-23T06:00")
    told = [
        ((start + timedelta(days=n // 24, minutes=40 * (n % 24))).isoformat()[:16], n * 7 % 13)
        for n in range(2_000)
    ]
    artifacts = pages.render(published(booked(told)), shell())
    whole = next(one.data for one in artifacts if one.path.startswith("freie-plaetze/"))
    assert whole.count(b"https://buchen.example/") > 1_800
    assert len(gzip.compress(whole)) < 60_000


def test_what_has_begun_goes_by_the_clock() -> None:
    """The sentence, the date, its day and its week, each in UTC; the nearest dates one by one."""
    told = (("2026-11-24T10:00", 1), ("2026-11-24T12:00", 0), ("2026-11-25T10:00", 2))
    tree = LexborHTMLParser(page(booked(told)).sheet.body)
    first, full, last = (f"2026-11-{at}:00:00Z" for at in ("24T09", "24T11", "25T09"))
    leads = [f"/{first}", f"{first}/{full}", f"{full}/{last}", f"{last}/"]
    assert whens(tree, ".au-lead") == leads
    assert whens(tree, ".au-date") == [f"/{first}", f"/{full}", f"/{last}"]
    assert whens(tree, ".au-dates tbody") == [f"/{full}", f"/{last}"]
    assert whens(tree, ".au-weeks a") == [f"/{full}", f"/{last}"]
    assert whens(tree, ".au-weeks a > span[data-when]") == [f"/{first}", f"{first}/"]
    assert whens(tree, "section[data-when], .au-weeks tbody tr") == [f"/{last}"] * 3
    assert whens(tree, ".au-only-free") == [f"/{full}"]


def test_a_page_knows_when_it_is_too_old() -> None:
    """Behind the dates that it sees pass it offers a newer page and says nothing of dates."""
    start = berlin("2026-11-23T06:00")
    told = [((start + timedelta(hours=n)).isoformat()[:16], 1) for n in range(MOMENTS + 2)]
    tree = LexborHTMLParser(page(booked(told)).sheet.body)
    end = "2026-11-24T05:00:00Z"
    assert whens(tree, ".au-outdated") == [f"{end}/"]
    assert whens(tree, ".au-lead")[-1].endswith(f"/{end}")


def test_what_nobody_offers_has_no_page() -> None:
    """A wrong id is told once, as such, and not as a page that nobody links to as well."""
    dates = booked([("2026-11-24T10:00", 1)])
    for wrong in (
        replace(dates, service="kurs"),
        replace(dates, location="mite"),
        replace(dates, location=""),
    ):
        assert list(units(Press(published(wrong), "de"))) == []
    assert len(list(units(Press(published(dates), "de")))) == 1
