"""The page of free places of a service at a place: the answer first, then weeks, then each date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from aushang.model import Availability, Contact, Slot
from aushang.model.addresses import EVERYTHING, Scope, of_booking
from aushang.outputs.moments import Moment, Phrase
from aushang.outputs.pages.contacts import contact_section, person
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.outlook import left, outlook, staleness
from aushang.outputs.pages.passages import Badge, Passage, Reference
from aushang.outputs.pages.press import Press
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import Mark, Unit

WEEKS = 12
"""How far ahead dates are shown; whoever plans further asks the booking system."""
_WEEK = range(7)


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of the overview: “Mo”, “23.”, and if it has dates where they stand, and if one is free.

    Without dates `anchor` is empty and there is no badge.
    """

    weekday: str
    number: str
    anchor: str = ""
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date: its time, what takes place, the places left, and where it is booked."""

    at: Moment
    what: Reference
    badge: Badge
    is_free: bool


@dataclass(frozen=True, slots=True)
class DayView:
    """A day and its dates."""

    anchor: str
    day: Moment
    rows: Sequence[DateRow]


@dataclass(frozen=True, slots=True)
class WeekView:
    """A week from Monday: its first and last day, a cell for each day, the days with dates."""

    span: Phrase
    cells: Sequence[DayCell]
    days: Sequence[DayView]


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """A page for each service at a place of which dates are known, one without a date as well."""
    for one in press.publication.availability:
        yield Unit(
            name=f"page:booking:{one.location}:{one.service}:{press.language}",
            topic=Scope("service", one.service),
            posts=(),
            make=partial(_leaf, press, one),
            bookings=(one,),
            is_of_now=True,
            page=Mark.of(press.site, press.language, partial(_address, press, one)),
        )


def _address(press: Press, one: Availability, language: str) -> str:
    return of_booking(press.site, one.location, one.service, language)


def _leaf(press: Press, one: Availability) -> Iterator[Leaf]:
    words, publication = press.words, press.publication
    service, place = _names(press, one)
    name = _title(press, service, place)
    ahead = one.ahead(publication.now)
    weeks = _weeks(press, ahead)
    shown = sum(len(day.rows) for week in weeks for day in week.days)
    said, contact = outlook(press, one), _contact(press, one)
    body = press.render(
        "booking.html",
        title=name,
        outlook=said,
        as_of=press.almanac.moment_with_zone(one.as_of),
        stale=staleness(press, one),
        weekdays=[press.almanac.short_weekday(number) for number in _WEEK],
        weeks=weeks,
        is_mixed=len({slot.is_free for slot in ahead}) > 1,
        more=words.count(
            "und {number} weiterer Termin danach",
            "und {number} weitere Termine danach",
            len(ahead) - shown,
        )
        if shown < len(ahead)
        else "",
        service=service,
        place=place,
        person=person(contact) if contact else None,
        contact=contact_section(press, contact, words.say("Fragen dazu?"), name),
    )
    address = partial(_address, press, one)
    sheet = Sheet(
        path=address(press.language),
        language=press.language,
        title=name,
        description=str(said),
        body=body,
        section="services",
        alternates={each: address(each) for each in press.site.languages},
        feeds=press.feeds(EVERYTHING),
    )
    yield Leaf(sheet=sheet, sources=(one.source.path,))


def _contact(press: Press, one: Availability) -> Contact | None:
    """Who answers for the service, else for the place, else for all."""
    publication = press.publication
    about = (publication.services.get(one.service), publication.locations.get(one.location))
    own = next((each.contact for each in about if each and each.contact), press.site.contact)
    return publication.contacts.get(own)


def _title(press: Press, service: Reference | None, place: Reference | None) -> str:
    names = [one.label.text for one in (service, place) if one]
    return press.words.say("Freie Plätze: {what}", what=", ".join(names))


def _names(press: Press, one: Availability) -> tuple[Reference | None, Reference | None]:
    publication = press.publication
    service = publication.services.get(one.service)
    place = publication.locations.get(one.location)
    return (
        press.scope_link(Scope("service", service.id), service.name) if service else None,
        press.scope_link(Scope("location", place.id), place.name) if place else None,
    )


def _weeks(press: Press, ahead: Sequence[Slot]) -> list[WeekView]:
    """The weeks with dates, up to `WEEKS` from the one of the first date on."""
    by_day = {
        day: list(slots)
        for day, slots in groupby(ahead, key=lambda slot: press.almanac.local_day(slot.start))
    }
    mondays = sorted({day - timedelta(days=day.weekday()) for day in by_day})
    last = mondays[0] + timedelta(weeks=WEEKS) if mondays else None
    return [_week(press, monday, by_day) for monday in mondays if last and monday < last]


def _week(press: Press, monday: date, by_day: dict[date, list[Slot]]) -> WeekView:
    days = [monday + timedelta(days=number) for number in _WEEK]
    views = {day: _day(press, day, by_day[day]) for day in days if day in by_day}
    return WeekView(
        span=press.short_almanac.days(days[0], days[-1]),
        cells=[_cell(press, day, views.get(day)) for day in days],
        days=list(views.values()),
    )


def _cell(press: Press, day: date, view: DayView | None) -> DayCell:
    weekday = press.almanac.short_weekday(day.weekday())
    number = press.almanac.day_of_month(day)
    if view is None:
        return DayCell(weekday, number)
    kinds = [row.badge.kind for row in view.rows]
    words, free = press.words, kinds.count("open")
    if free:
        badge = Badge("open", words.say("{number} frei", number=free))
    elif any(row.is_free for row in view.rows):
        badge = Badge("plain", words.say("fragen"))
    else:
        badge = Badge("full", words.say("voll"))
    return DayCell(weekday, number, view.anchor, badge)


def _day(press: Press, day: date, slots: Sequence[Slot]) -> DayView:
    rows = [
        DateRow(
            at=press.almanac.time_of(slot.start),
            what=Reference(Passage(_what(press, slot)), slot.url if slot.is_free else ""),
            badge=Badge(_kind(slot), left(press, slot)),
            is_free=slot.is_free,
        )
        for slot in slots
    ]
    return DayView(f"tag-{day.isoformat()}", press.short_almanac.on(day), rows)


def _kind(slot: Slot) -> str:
    """Only what is known to be free looks so; of what one has to ask nothing is promised."""
    if slot.remaining is None:
        return "plain"
    return "open" if slot.is_free else "full"


def _what(press: Press, slot: Slot) -> str:
    """What is written on the link: what takes place, or that one can book here."""
    if slot.name:
        return slot.name
    is_booked_here = slot.is_free and slot.url
    return press.words.say("Termin buchen") if is_booked_here else press.words.say("Termin")
