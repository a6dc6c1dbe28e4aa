"""What pages say of places and services: a table of sentences, and what waits for its time."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.booked_dates import make_availability
from tests.factories import NOW, berlin, make_location, make_post, make_publication, make_service
from tests.page_reading import one, parsed, sheets_of, shown, texts, words_of

from aushang.model import Effect, Hours, Post, Publication, Slot, Where
from aushang.outputs.pages import Press
from aushang.outputs.pages.answering import answer
from aushang.outputs.pages.state import CHANGES, changes_for, differing, state

WEEK = tuple(Hours(day, time(6), time(23)) for day in range(5))
MITTE = make_location("mitte", hours=WEEK, services=("sauna", "kurse"))
BARE = make_location("ost", "Ost", hours=(), services=("sauna",))
FRIDAY = berlin("2026-11-20T12:00")


def press(
    *posts: Post, now: datetime = FRIDAY, language: str = "de", slots: Sequence[Slot] = ()
) -> Press:
    """A place with hours and one without."""
    booked = make_availability(*slots, service="kurse", as_of=now)
    publication = make_publication(
        posts,
        now=now,
        locations={"mitte": MITTE, "ost": BARE},
        services={"sauna": make_service(), "kurse": make_service("kurse", "Kurse")},
        availability=(booked,) if slots else (),
    )
    return Press(publication, language)


def said(found: Press, location: str = "mitte", service: str = "sauna") -> str:
    """The words of the answer at the time of the build."""
    at = found.publication.now
    return words_of(LexborHTMLParser(answer(found, Where(location, service), at)))


CLOSED = {"type": "closure", "effect": Effect.CLOSED}
OVER_THE_WEEKEND = make_post("a", "Zu", **CLOSED, ends="2026-11-21T00:00")

CASES: dict[str, tuple[Sequence[Post], str, str, str]] = {
    "open": ((), "mitte", "2026-11-20T12:00", "Geöffnet bis 23:00 Uhr"),
    "closed for the night": (
        (),
        "mitte",
        "2026-11-20T23:00",
        "Geschlossen öffnet Mo., 23. November, 6:00 Uhr",
    ),
    "nobody knows": ((), "ost", "2026-11-20T12:00", ""),
    "closed until further word": (
        (make_post("a", "Zu", **CLOSED, next_update="2026-12-03T06:00"),),
        "mitte",
        "2026-11-20T12:00",
        "Geschlossen bis auf Weiteres; nächste Nachricht spätestens Do., 3. Dezember, 6:00 Uhr: Zu",
    ),
    "a promise that was broken": (
        (make_post("a", "Zu", **CLOSED, next_update="2026-11-20T10:00"),),
        "mitte",
        "2026-11-20T12:00",
        (
            "Geschlossen bis auf Weiteres; nächste Nachricht war bis Fr., 20. November, 10:00 Uhr"
            " zugesagt: Zu"
        ),
    ),
    "closed up to the first opening behind": (
        (OVER_THE_WEEKEND,),
        "mitte",
        "2026-11-20T12:00",
        "Geschlossen öffnet Mo., 23. November, 6:00 Uhr: Zu",
    ),
    "closed where no hours are known": (
        (make_post("a", "Zu", **CLOSED, locations=(), ends="2026-11-22T00:00"),),
        "ost",
        "2026-11-20T12:00",
        "Geschlossen bis einschließlich Sa., 21. November: Zu",
    ),
    "at night, by a post that keeps closed in the morning": (
        (make_post("a", "Zu", **CLOSED, starts="2026-11-21T00:00"),),
        "mitte",
        "2026-11-20T23:30",
        "Geschlossen bis auf Weiteres: Zu",
    ),
    "open, and closed from then on": (
        (make_post("a", "Zu", **CLOSED, starts="2026-11-20T15:00"),),
        "mitte",
        "2026-11-20T12:00",
        "Geöffnet bis 15:00 Uhr, dann geschlossen: Zu",
    ),
    "restricted": (
        (make_post("a", "Eng", ends="2026-12-21T00:00"),),
        "mitte",
        "2026-11-20T12:00",
        (
            "Eingeschränkt offen bis 23:00 Uhr, mit Einschränkungen bis einschließlich So.,"
            " 20. Dezember: Eng"
        ),
    ),
    "restricted until an all-clear": (
        (
            make_post("a", "Eng", type="disruption"),
            make_post("b", "Auf", effect=Effect.OPEN, starts="2026-11-24T10:00"),
        ),
        "mitte",
        "2026-11-20T12:00",
        (
            "Eingeschränkt offen bis 23:00 Uhr, mit Einschränkungen bis Di., 24. November,"
            " 10:00 Uhr: Eng"
        ),
    ),
    "full by a post": (
        (make_post("a", "Voll", type="availability", effect=Effect.FULL),),
        "mitte",
        "2026-11-20T12:00",
        "Ausgebucht bis auf Weiteres: Voll",
    ),
    "opens with conditions": (
        (
            make_post("a", "Zu", **CLOSED),
            make_post("b", "Auf", starts="2026-11-23T06:00"),
        ),
        "mitte",
        "2026-11-20T12:00",
        "Geschlossen öffnet Mo., 23. November, 6:00 Uhr, mit Einschränkungen: Zu",
    ),
}


@pytest.mark.parametrize(("posts", "place", "at", "expected"), CASES.values(), ids=CASES)
def test_sentences(posts: Sequence[Post], place: str, at: str, expected: str) -> None:
    """What a customer reads at a moment."""
    assert said(press(*posts, now=berlin(at)), place) == expected


def test_in_english() -> None:
    """The same in the other language; the German title is marked."""
    posts = (make_post("a", "Zu", **CLOSED, starts="2026-11-20T15:00"),)
    assert said(press(*posts, language="en")) == "Open until 3:00 pm, then closed: Zu (in German)"


@pytest.mark.parametrize(
    ("posts", "at", "strong", "text"),
    [
        ((), "2026-11-20T12:00", "bis 23:00 Uhr", ""),
        ((OVER_THE_WEEKEND,), "2026-11-20T12:00", "öffnet Mo., 23. November, 6:00 Uhr", ": Zu"),
        (
            (make_post("a", "Eng", ends="2026-12-21T00:00"),),
            "2026-11-20T12:00",
            "offen bis 23:00 Uhr",
            ", mit Einschränkungen bis einschließlich So., 20. Dezember: Eng",
        ),
        (
            (make_post("a", "Zu", **CLOSED, next_update="2026-12-03T06:00"),),
            "2026-11-20T12:00",
            "bis auf Weiteres",
            "; nächste Nachricht spätestens Do., 3. Dezember, 6:00 Uhr: Zu",
        ),
    ],
)
def test_only_the_first_words_are_strong(
    posts: Sequence[Post], at: str, strong: str, text: str
) -> None:
    """Until when; conditions, promises and titles are text."""
    now = berlin(at)
    tree = LexborHTMLParser(answer(press(*posts, now=now), Where("mitte", "sauna"), now))
    assert texts(tree, "strong") == [strong]
    assert words_of(tree).endswith(f"{strong}{text}")


def test_booked_out() -> None:
    """Booking data tells when the next place is free, not until when it is full."""
    slots = [
        Slot(start=berlin(at), duration=timedelta(hours=1), remaining=left, name="Rückenfit")
        for at, left in (("2026-11-20T18:00", 0), ("2026-12-15T18:00", 3))
    ]
    found = press(slots=slots)
    assert said(found, service="kurse") == (
        "Ausgebucht nächster freier Platz: Di., 15. Dezember, 18:00 Uhr, Rückenfit"
    )


def test_a_hostile_title_is_text() -> None:
    """Nothing of an author becomes markup."""
    found = press(make_post("a", "<img src=x> {ends} & Co", **CLOSED))
    html = answer(found, Where("mitte", "sauna"), FRIDAY)
    assert "&lt;img src=x&gt; {ends} &amp; Co" in html


def test_changes_to_come_are_in_the_page() -> None:
    """From when to when each is shown, in UTC; only the first is seen."""
    found = state(press(), Where("mitte"))
    attributes = [line.when for line in found.answers[:2]]
    assert attributes == [
        ' data-when="/2026-11-20T22:00:00Z"',
        ' data-when="2026-11-20T22:00:00Z/2026-11-23T05:00:00Z" hidden',
    ]
    assert found.ends == berlin("2026-12-05T00:00")


def test_a_page_about_many_places_knows_fewer_changes() -> None:
    """Then it says sooner that it may be out of date."""
    assert [changes_for(number) for number in (0, 3, 100, 1000)] == [CHANGES, CHANGES, 4, 3]
    found = state(press(), Where("mitte"), changes=3)
    assert len(found.answers) == 4
    assert found.ends == berlin("2026-11-24T06:00")


def test_only_what_is_not_open_as_its_place() -> None:
    """A service that is closed differs all the time, one that has conditions in the day."""
    closed = press(make_post("a", "Zu", **CLOSED))
    always = differing(closed, Where("mitte", "sauna")).answers
    assert [one.when for one in always] == [' data-when="/2026-12-04T23:00:00Z"']
    assert differing(closed, Where("mitte", "kurse")).answers == []
    restricted = differing(press(make_post("a", "Eng", type="disruption")), Where("mitte", "sauna"))
    assert restricted.answers[0].when == ' data-when="/2026-11-20T22:00:00Z"'


def published(*posts: Post, now: datetime = NOW) -> Publication:
    """Posts at two places."""
    return make_publication(posts, now=now)


def test_what_begins_soon_waits_as_it_will_be() -> None:
    """The card stands hidden in its place, without the word that it is announced."""
    soon = make_post("a", "Bald", **CLOSED, starts="2026-11-23T06:00")
    late = make_post("b", "Spät", **CLOSED, starts="2027-01-23T06:00")
    sheet = sheets_of(published(soon, late))["standorte/mitte/"]
    card = one(parsed(sheet), ".au-cards > li")
    assert card.attributes == {"data-when": "2026-11-23T05:00:00Z/", "hidden": None}
    assert words_of(one(card, ".au-badge")) == "Geschlossen"
    assert texts(shown(sheet), ".au-none") == ["Zurzeit gibt es hier keine Einschränkungen."]
    row = parsed(sheet).css(".au-rows > li[data-when]")[0]
    assert row.attributes["data-when"] == "/2026-11-23T05:00:00Z"


def test_no_line_is_empty_before_the_first_answer_begins() -> None:
    """Of a place without hours nothing is known yet, so its line and its list wait as well."""
    soon = make_post("a", "Umbau", **CLOSED, locations=("ost",), services=(), starts="2026-11-23")
    sauna = make_post("b", "Ofen", **CLOSED, starts="2026-11-24")
    sheets = sheets_of(press(soon, now=NOW).publication)
    for path, place in (("", "section[aria-labelledby=au-place-ost]"), ("standorte/ost/", "body")):
        line = one(parsed(sheets[path]), f"{place} .au-state__now")
        assert line.attributes["data-when"].startswith("2026-11-22T23:00:00Z/"), path
        assert "hidden" in line.attributes, path
        assert not shown(sheets[path]).css(f"{place} .au-state__now"), path
    waiting = one(
        parsed(sheets_of(press(sauna, now=FRIDAY).publication)["standorte/mitte/"]), "ul.au-answers"
    )
    assert waiting.attributes["data-when"].startswith("2026-11-23T23:00:00Z/")
    assert "hidden" in waiting.attributes


def test_what_nobody_may_see_yet_is_in_no_page() -> None:
    """Neither its title nor its time, hidden or not."""
    secret = make_post("a", "Geheim", **CLOSED, published="2026-11-22T09:00")
    for path, sheet in sheets_of(published(secret)).items():
        assert "Geheim" not in sheet.body, path
        assert "2026-11-22T08:00:00Z" not in sheet.body, path


def test_a_page_says_when_it_may_be_out_of_date() -> None:
    """Two weeks after the day of the build at the latest, with the way to a newer one."""
    sheet = sheets_of(published())["standorte/mitte/"]
    told = one(parsed(sheet), ".au-outdated")
    assert told.attributes["data-when"] == "2026-12-05T23:00:00Z/"
    assert words_of(told) == "Diese Seite kann inzwischen überholt sein. Neu laden"
    assert one(told, "a").attributes["href"] == "\x02/standorte/mitte/"


def test_a_service_tells_of_each_of_its_places() -> None:
    """Each with its own answer."""
    sheet = sheets_of(published(make_post("a", "Zu", **CLOSED)))["angebote/sauna/"]
    assert texts(shown(sheet), ".au-answers > li") == [
        "Mitte: Geschlossen bis auf Weiteres: Zu",
        "Ost: Geschlossen öffnet Mo., 23. November, 6:00 Uhr",
    ]


def test_free_places_are_a_click_away() -> None:
    """From the start page, the place and the service; the words of the link tell them apart."""
    one_free = Slot(start=berlin("2026-11-20T18:00"), duration=timedelta(hours=1), remaining=1)
    sheets = sheets_of(press(slots=[one_free]).publication)
    for path in ("", "standorte/mitte/", "angebote/kurse/"):
        (link,) = parsed(sheets[path]).css(".au-answers__dates")
        assert link.attributes["href"].endswith("freie-plaetze/mitte/kurse/"), path
        assert words_of(link) == "Alle Termine: Kurse, Mitte"
    entry = one(parsed(sheets["angebote/kurse/"]), ".au-answers:has(.au-answers__dates) > li")
    assert words_of(entry).startswith("Mitte: Nächster freier Platz: Fr., 20. November, 18:00 Uhr")
