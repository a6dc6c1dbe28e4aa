"""A browser's clock against builds: what a page shows at a time is what a build of then shows.

Both are read as a customer reads them, as visible text. Only the time of the build differs.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.booked_dates import make_availability, make_slot
from tests.browser.test_shell import browser, loaded_axe, watched
from tests.factories import (
    berlin,
    make_location,
    make_post,
    make_publication,
    make_service,
)
from tests.mkdocs_shell import shell
from tests.served import served

from aushang.model import Availability, Effect, Hours, Publication
from aushang.outputs import pages

__all__ = ["browser"]  # the fixture

BUILT = berlin("2026-11-21T12:00")  # a Saturday
TIMES = [
    BUILT,
    berlin("2026-11-21T18:00"),  # an offer for all begins
    berlin("2026-11-22T08:00"),  # work in Ost
    berlin("2026-11-22T10:00"),  # a piece of news is two weeks old; a promise runs out
    berlin("2026-11-22T12:00"),  # the work is done
    berlin("2026-11-23T06:00"),  # the sauna opens, with conditions
    berlin("2026-11-23T17:30"),  # a course that was free has begun
    berlin("2026-11-23T23:00"),  # closed for the night
    berlin("2026-11-24T06:00"),
    berlin("2026-11-25T09:00"),  # the offer for all is over
    berlin("2026-11-27T22:00"),
    berlin("2026-12-01T00:00"),  # nothing changes
    berlin("2026-12-02T06:00"),  # Ost closes until further word
]
PATHS = [
    "",
    "standorte/mitte/",
    "standorte/",
    "angebote/sauna/",
    "angebote/kurse/",
    "freie-plaetze/mitte/kurse/",
    "en/",
]
POSTS = [f"meldungen/{post}/" for post in ("zu", "auf", "arbeit", "ost-zu")]
OST = "Geöffnet bis So., 22.\xa0November, 8:00\xa0Uhr, dann geschlossen: Arbeiten in Ost"
VISIBLE = """() => {
    for (const part of document.querySelectorAll(".au-asof, #au-changes"))
        part.style.display = "none";
    return document.querySelector("#__main").innerText;
}"""


def publication(now: datetime) -> Publication:
    """Two places with posts of which each holds at another time, and some courses."""
    closed, restricted = Effect.CLOSED, Effect.RESTRICTED
    posts = [
        make_post(
            "zu",
            "Sauna zu",
            type="closure",
            effect=closed,
            published="2026-11-16T09:00",
            next_update="2026-11-22T10:00",
        ),
        make_post("auf", "Sauna auf", starts="2026-11-23T06:00", ends="2026-12-20T20:00"),
        make_post(
            "arbeit",
            "Arbeiten in Ost",
            type="maintenance",
            locations=("ost",),
            services=(),
            starts="2026-11-22T08:00",
            ends="2026-11-22T12:00",
            effect=closed,
        ),
        make_post("alt", "Alt", type="news", effect=None, published="2026-11-08T10:00"),
        make_post(
            "alle",
            "Für alle",
            type="news",
            effect=None,
            locations=(),
            services=(),
            starts="2026-11-21T18:00",
            ends="2026-11-25T09:00",
        ),
        make_post(
            "ost-zu",
            "Ost schließt",
            type="closure",
            effect=closed,
            locations=("ost",),
            services=(),
            starts="2026-12-02T06:00",
        ),
        make_post(
            "kurse-eng",
            "Kurse nur zu zehnt",
            type="disruption",
            effect=restricted,
            services=("kurse",),
            ends="2026-11-30T00:00",
        ),
    ]
    hours = tuple(Hours(day, time(6), time(23)) for day in range(5))
    always = tuple(Hours(day, time(), time()) for day in range(7))
    return make_publication(
        posts,
        now=now,
        services={"sauna": make_service(), "kurse": make_service("kurse", "Kurse", "Classes")},
        locations={
            "mitte": make_location("mitte", hours=hours, services=("sauna", "kurse")),
            "ost": make_location("ost", "Ost", hours=always, services=("kurse",)),
        },
        availability=(courses(),),
    )


def courses() -> Availability:
    """Full this evening and tomorrow, then one that is free each day."""
    told = [("2026-11-21T17:00", 0), ("2026-11-22T17:00", 0), ("2026-11-23T17:00", 2)]
    told += [("2026-11-24T17:00", 0), ("2026-11-25T17:00", 1)]
    slots = (make_slot(start, left, maximum=10, name="Rückenfit") for start, left in told)
    return make_availability(*slots, service="kurse", as_of=BUILT, good_for=timedelta(days=3))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of builds of each of the times, in folders by their numbers."""
    folder = tmp_path_factory.mktemp("clock")
    for number, now in enumerate(TIMES):
        write(publication(now), folder / str(number))
    with served(folder) as address:
        yield address


def write(what: Publication, folder: Path) -> None:
    """Its pages with the theme around them."""
    theme = shell()
    files = [(artifact.path, artifact.data) for artifact in pages.render(what, theme)]
    for name, data in [*files, *theme.assets()]:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def visible(page: Page) -> list[str]:
    """The lines that a customer reads."""
    text = page.evaluate(VISIBLE)
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def built(browser: Browser, root: str) -> Iterator[Callable[[int, str], list[str]]]:
    """What a page that was built at a time shows at that time."""
    page, _ = watched(browser)

    @cache
    def shown(number: int, path: str) -> list[str]:
        page.clock.set_fixed_time(TIMES[number])
        page.goto(f"{root}{number}/{path}")
        return visible(page)

    yield shown
    page.context.close()


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A window for all pages of Saturday: a new one costs more than to open three pages."""
    page, troubles = watched(browser)
    yield page, troubles
    page.context.close()


@pytest.mark.parametrize("path", [*PATHS, *POSTS])
def test_a_page_shows_what_a_build_of_that_time_shows(
    opened: tuple[Page, list[str]],
    root: str,
    built: Callable[[int, str], list[str]],
    path: str,
) -> None:
    """Opened at each time, a page of Saturday reads as one that was built then."""
    differing = {}
    page, troubles = opened
    troubles.clear()
    for number, now in enumerate(TIMES[1:], start=1):
        page.clock.set_fixed_time(now)
        page.goto(f"{root}0/{path}")
        shown, wanted = visible(page), built(number, path)
        if shown != wanted:
            differing[str(now)] = (shown, wanted)
    assert differing == {}
    assert troubles == []


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("", "Sauna auf"),
        (
            "meldungen/arbeit/",
            "Diese Meldung ist abgelaufen. Was zurzeit gilt, steht auf der Startseite.",
        ),
    ],
)
def test_a_page_that_stays_open_follows_the_clock(
    browser: Browser, root: str, built: Callable[[int, str], list[str]], path: str, word: str
) -> None:
    """Timers bring each change by themselves, and one polite word tells of it."""
    page, troubles = watched(browser)
    page.clock.install(time=TIMES[0] - timedelta(minutes=1))
    page.clock.pause_at(TIMES[0])
    page.goto(f"{root}0/{path}")
    before, said = TIMES[0], []
    for number, now in enumerate(TIMES[1:], start=1):
        page.clock.fast_forward(int((now - before).total_seconds() * 1000))
        before = now
        said.append(page.locator("#au-changes").text_content())
        assert visible(page) == built(number, path), now
    page.context.close()
    assert troubles == []
    assert any(word in (one or "").replace("\xa0", " ") for one in said), said


def test_without_a_script_the_build_counts(browser: Browser, root: str) -> None:
    """Nothing is empty, and nothing of another time is shown."""
    page, _ = watched(browser, java_script_enabled=False)
    page.goto(f"{root}0/")
    shown = page.locator(".au-state__now .au-answer:visible").all_inner_texts()
    titles = page.locator(".au-card__title:visible").all_inner_texts()
    is_offered = page.locator(".au-mine:visible").count()
    page.context.close()
    assert shown == ["Geschlossen öffnet Mo., 23.\xa0November, 6:00\xa0Uhr", OST]
    assert titles == ["Sauna zu", "Kurse nur zu zehnt", "Alt"]
    assert not is_offered


def test_a_post_that_ended_meanwhile_is_no_notice_for_the_door(browser: Browser, root: str) -> None:
    """It offers none, and what is printed is the page, which says that it is over."""
    page, troubles = watched(browser)
    for now, is_offered in ((BUILT, True), (TIMES[4], False)):
        page.clock.set_fixed_time(now)
        page.goto(f"{root}0/meldungen/arbeit/#au-door")
        page.reload()
        page.emulate_media(media="screen")
        assert page.locator(".au-print").is_visible() is is_offered
        assert page.locator(".au-door").is_visible() is is_offered
        page.emulate_media(media="print")
        assert page.locator(".au-door").is_visible() is is_offered
        assert page.locator("h1").is_visible() is not is_offered
        assert page.locator(".au-over").is_visible() is not is_offered
    page.context.close()
    assert troubles == []


def test_only_what_has_a_time_ahead_loads_the_script(browser: Browser, root: str) -> None:
    """A post that is over asks for nothing, and neither does the archive."""
    page, _ = watched(browser)
    loaded = {}
    for path in ("0/meldungen/arbeit/", "4/meldungen/arbeit/", "4/meldungen/ost-zu/", "0/archiv/"):
        page.goto(f"{root}{path}")
        loaded[path] = page.locator("script[src*=clock]").count()
    page.context.close()
    assert loaded == {
        "0/meldungen/arbeit/": 1,
        "4/meldungen/arbeit/": 0,
        "4/meldungen/ost-zu/": 1,
        "0/archiv/": 0,
    }


def test_a_page_that_is_too_old_says_so(browser: Browser, root: str) -> None:
    """Behind the last change that it knows of it offers a newer page, and tells no state."""
    page, _ = watched(browser)
    page.clock.set_fixed_time(BUILT + timedelta(days=30))
    page.goto(f"{root}0/")
    assert page.locator(".au-outdated").is_visible()
    assert page.locator(".au-state__now .au-badge:visible").count() == 0
    page.locator(".au-outdated a").click()
    page.wait_for_load_state()
    assert page.url == f"{root}0/"
    page.context.close()


def test_a_clock_that_is_behind_the_build_is_wrong(browser: Browser, root: str) -> None:
    """Then the time of the build counts."""
    page, _ = watched(browser)
    page.clock.set_fixed_time(BUILT - timedelta(days=30))
    page.goto(f"{root}4/")
    shown = visible(page)
    page.clock.set_fixed_time(TIMES[4])
    page.goto(f"{root}4/")
    assert shown == visible(page)
    page.context.close()


def test_my_place_stands_first_as_long_as_i_wish(browser: Browser, root: str) -> None:
    """Chosen with the keyboard, kept without a cookie, and gone without a trace."""
    page, troubles = watched(browser)
    page.clock.set_fixed_time(BUILT)
    page.goto(f"{root}0/")
    assert page.evaluate("localStorage.length") == 0
    button = page.get_by_role("button", name="Mein Standort Ost")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator(".au-place").first.get_attribute("data-place") == "ost"
    assert page.locator(":focus").inner_text().startswith("Auswahl aufheben")
    assert page.locator("#au-changes").text_content() == "Ost steht jetzt zuerst."
    page.reload()
    assert page.locator(".au-place").first.get_attribute("data-place") == "ost"
    page.get_by_role("button", name="Auswahl aufheben Ost").click()
    assert page.locator(".au-place[data-place]").first.get_attribute("data-place") == "mitte"
    assert page.evaluate("[localStorage.length, document.cookie]") == [0, ""]
    page.context.close()
    assert troubles == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_what_the_clock_brings_meets_wcag(
    browser: Browser, root: str, width: int, scheme: Any
) -> None:
    """With another state, a place of my own and the word that the page is old."""
    page, troubles = watched(browser, viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = []
    for now in (TIMES[5], BUILT + timedelta(days=30)):
        page.clock.set_fixed_time(now)
        page.goto(f"{root}0/")
        page.locator(".au-mine").last.click()
        found += loaded_axe(page)()
        page.locator(".au-mine").last.click()
    page.context.close()
    assert found == []
    assert troubles == []
