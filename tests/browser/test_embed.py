"""The script for other websites, in a browser, on pages of another origin.

What an element shows at a time from the status of one build is what it shows of a build of then.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route
from tests.browser.test_clock import BUILT, TIMES, publication
from tests.browser.test_shell import browser
from tests.browser.test_shell import watched as watched_today
from tests.served import served

import aushang_theme
from aushang.mkdocs.assets import embed_script
from aushang.model import Publication
from aushang.model.addresses import EMBED
from aushang.outputs import badges
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.status import status_unit
from aushang.outputs.feed_words import feed_words
from aushang.outputs.pages import Press

__all__ = ["browser"]  # the fixture

STATUS = "**/api/v1/status.json"
CORS = {"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}
MINUTE = 60_000
CLOSED = "Mitte: Geschlossen öffnet Mo., 23.\xa0November, 6:00\xa0Uhr"
SAUNA = "Sauna: Geschlossen öffnet Mo., 23.\xa0November, 6:00\xa0Uhr"
ELEMENTS = (
    '<aushang-status location="mitte">Hier</aushang-status>'
    '<aushang-status location="ost" service="kurse" lang="en"></aushang-status>'
    "<aushang-status></aushang-status>"
    '<aushang-status service="sauna"></aushang-status>'
)
# As a reader has them: what is shown, without the time as of which it is.
SHOWN = """() => [...document.querySelectorAll("aushang-status")].map((one) => {
    const box = one.shadowRoot.querySelector(".box");
    if (!box) return one.innerText;
    return [...box.querySelectorAll("p:not([part=foot]), li")].map((line) => line.innerText);
})"""
SAID = """() => [...document.querySelectorAll("aushang-status")]
    .map((one) => one.shadowRoot.querySelector("[role=status]").textContent)"""

READ = """src => document.querySelectorAll("aushang-status")
    .forEach((one) => one.setAttribute("src", src))"""
SURFACES = """all => all.map((one) =>
    getComputedStyle(one.shadowRoot.querySelector(".box")).backgroundColor)"""


@dataclass(frozen=True, slots=True)
class World:
    """A site with its status and badges, and another website; both are addresses."""

    site: str
    other: str
    folder: Path

    def page(self, body: str, head: str = "", lang: str = ' lang="de"') -> str:
        """The address of a page of the other website, with the script's tag in its head."""
        html = (
            f'<!doctype html><html{lang}><head><meta charset="utf-8"><title>Verein</title>{head}'
            f'<link rel="icon" href="data:,"><script async src="{self.site}{EMBED}"></script>'
            f"</head><body><main><h1>Verein</h1>{body}</main></body></html>"
        )
        file = self.folder / f"{len(list(self.folder.iterdir()))}.html"
        file.write_text(html, encoding="utf-8")
        return self.other + file.name


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Both on this machine, with different ports: different origins."""
    site, other = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("other")
    built = publication(BUILT)
    files = {EMBED: embed_script(Path(aushang_theme.__file__).parent)}
    files["api/v1/status.json"] = status(built).encode()
    for language in built.site.languages:
        for unit in badges.units(Press(built, language)):
            files |= {made.path: made.data for made in unit.make()}
    for name, data in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    with (
        served(site, headers={"Access-Control-Allow-Origin": "*"}) as address,
        served(other) as elsewhere,
    ):
        yield World(address, elsewhere, other)


def status(built: Publication) -> str:
    """The file as a build writes it."""
    (made,) = status_unit(Directory(built, feed_words(built.site))).make()
    return made.data.decode()


def answering(body: str) -> Callable[[Route], None]:
    """What answers with this instead of the site's file."""
    return lambda route: route.fulfill(body=body, headers=CORS)


def watched(browser: Browser, **options: Any) -> tuple[Page, list[str]]:
    """A page on the day of the build, whose clock stands still until it is moved."""
    page, troubles = watched_today(browser, **options)
    page.clock.install(time=BUILT - timedelta(minutes=1))
    page.clock.pause_at(BUILT)
    return page, troubles


def opened(page: Page, address: str, count: int = 1) -> None:
    """Goes there, and waits for the states of so many elements."""
    page.goto(address)
    page.wait_for_function(
        """count => [...document.querySelectorAll("aushang-status")]
        .filter((one) => one.shadowRoot?.querySelector(".box")).length >= count""",
        arg=count,
    )


def forward(page: Page, milliseconds: int) -> None:
    """Lets time pass, and what is asked then be answered."""
    page.clock.fast_forward(milliseconds)
    page.wait_for_function(
        "[...document.querySelectorAll('aushang-status')].every(({ board }) => !board.isAsking)"
    )


def test_states_and_notices_of_a_place(browser: Browser, world: World) -> None:
    """Its state, the services that differ, what holds and what is announced, with links home."""
    page, troubles = watched(browser)
    opened(page, world.page(ELEMENTS), 4)
    shown = page.evaluate(SHOWN)
    links = page.eval_on_selector(
        "aushang-status",
        """one => [...one.shadowRoot.querySelectorAll("a")]
        .map(({ href }) => new URL(href).pathname)""",
    )
    foot = page.locator("aushang-status [part=foot]").first.inner_text()
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    page.context.close()
    assert troubles == []
    assert stored == [0, 0, ""]
    assert foot == "Stand: 12:00\xa0Uhr (MEZ) · Alle Meldungen"
    assert links[:3] == ["/standorte/mitte/", "/angebote/sauna/", "/meldungen/zu/"]
    assert shown == [
        [
            CLOSED,
            SAUNA,
            "Sauna zu (nächste Nachricht bis So., 22.\xa0November, 10:00\xa0Uhr)",
            "Kurse nur zu zehnt",
            "Alt",
            "Angekündigt",
            "ab 18:00\xa0Uhr: Für alle",
            "ab Mo., 23.\xa0November, 6:00\xa0Uhr: Sauna auf",
        ],
        [
            "Classes, Ost: Open until Sun 22\xa0November, 8:00\xa0am, then closed",
            "Announced",
            "from 6:00\xa0pm: Für alle",
            "from Sun 22\xa0November, 8:00\xa0am: Arbeiten in Ost",
            "from Wed 2\xa0December, 6:00\xa0am: Ost schließt",
        ],
        [
            CLOSED,
            "Ost: Geöffnet bis So., 22.\xa0November, 8:00\xa0Uhr, dann geschlossen",
            "Sauna zu (nächste Nachricht bis So., 22.\xa0November, 10:00\xa0Uhr)",
            "Kurse nur zu zehnt",
            "Alt",
            "Angekündigt",
            "ab 18:00\xa0Uhr: Für alle",
            "ab So., 22.\xa0November, 8:00\xa0Uhr: Arbeiten in Ost",
            "ab Mo., 23.\xa0November, 6:00\xa0Uhr: Sauna auf",
            "ab Mi., 2.\xa0Dezember, 6:00\xa0Uhr: Ost schließt",
        ],
        [
            "Sauna, Mitte: Geschlossen öffnet Mo., 23.\xa0November, 6:00\xa0Uhr",
            "Sauna zu (nächste Nachricht bis So., 22.\xa0November, 10:00\xa0Uhr)",
            "Alt",
            "Angekündigt",
            "ab 18:00\xa0Uhr: Für alle",
            "ab Mo., 23.\xa0November, 6:00\xa0Uhr: Sauna auf",
        ],
    ]


def test_the_clock_goes_on_without_a_build(browser: Browser, world: World) -> None:
    """A page that stays open shows at each time what the status of a build of then says."""
    page, troubles = watched(browser)
    other, _ = watched(browser)
    address, differing = world.page(ELEMENTS), {}
    opened(page, address, 4)
    opened(other, address, 4)
    before = BUILT
    for number, now in enumerate(TIMES[1:]):
        forward(page, int((now - before).total_seconds() * 1000))
        before = now
        built_then = f"{world.site}api/v1/status.json?{number}"
        other.route(built_then, answering(status(publication(now))))
        other.clock.set_fixed_time(now)
        other.evaluate(READ, built_then)
        other.wait_for_function("document.querySelector('aushang-status').board.data")
        shown, wanted = page.evaluate(SHOWN), other.evaluate(SHOWN)
        if shown != wanted:
            differing[str(now)] = (shown, wanted)
    page.context.close()
    other.context.close()
    assert differing == {}
    assert troubles == []


def test_only_what_is_new_is_told(browser: Browser, world: World) -> None:
    """Nothing when the page is opened, and then one polite word on each change, not all of it."""
    page, _ = watched(browser)
    opened(page, world.page(ELEMENTS), 4)
    said = [page.evaluate(SAID)]
    for now, before in zip(TIMES[1:4], TIMES, strict=False):
        forward(page, int((now - before).total_seconds() * 1000))
        said.append(page.evaluate(SAID))
    region = page.locator("aushang-status [role=status]").first
    assert region.get_attribute("aria-live") == "polite"
    page.context.close()
    closed = "Ost: Geschlossen öffnet 12:00\xa0Uhr. Arbeiten in Ost"
    english = "Classes, Ost: Closed opens noon. Arbeiten in Ost"
    assert said[0] == ["", "", "", ""]
    assert said[1] == ["Für alle"] * 4
    assert said[2] == ["Für alle", english, closed, "Für alle"]
    assert said[3] == said[2]


def test_what_went_wrong_is_said(browser: Browser, world: World) -> None:
    """First what stands inside the element; later what was known last, until it is refreshed."""
    page, _ = watched(browser)
    is_down = True

    def answer(route: Route) -> None:
        if is_down:
            route.abort()
        else:
            route.continue_()

    page.route(STATUS, answer)
    page.goto(world.page(ELEMENTS))
    page.locator("aushang-status").first.get_by_text("lässt sich nicht laden").wait_for()
    first = page.locator("aushang-status p").first.inner_text()
    inside = page.locator("aushang-status").first.inner_text()
    link = page.locator("aushang-status a").first.get_attribute("href")
    english = page.evaluate("document.querySelectorAll('aushang-status')[1].shadowRoot.textContent")
    is_down = False
    forward(page, 2 * MINUTE)
    fresh = page.evaluate(SHOWN)[0]
    is_down = True
    forward(page, 2 * MINUTE)
    stale, foot = page.evaluate(SHOWN)[0], page.locator("aushang-status [part=foot]").first
    told = [foot.inner_text(), page.evaluate(SAID)[0]]
    forward(page, 24 * 60 * MINUTE * 20)
    old = page.evaluate(SHOWN)[0]
    page.context.close()
    sentence = "Der Stand lässt sich gerade nicht auffrischen und kann überholt sein."
    assert inside == "Hier"
    assert first == f"Was gerade gilt, lässt sich nicht laden. {world.site[7:-1]}"
    assert link == world.site
    assert english == f"What applies now cannot be loaded. {world.site[7:-1]}"
    assert fresh[:2] == [CLOSED, SAUNA]
    assert stale == [*fresh, sentence]
    assert told == ["Stand: 12:02\xa0Uhr (MEZ) · Alle Meldungen", sentence]
    assert old == ["Sauna zu", "Sauna auf", sentence]


def test_another_address_is_no_news(browser: Browser, world: World) -> None:
    """What another status.json says is shown, and told by nobody as if it had changed."""
    data = json.loads(status(publication(BUILT)))
    for one in data["data"]["locations"]:
        one.update(state={"effect": "full", "post": None, "until": None}, transitions=[])
    page, troubles = watched(browser)
    page.route("**/other.json", answering(json.dumps(data)))
    other = '<aushang-status location="ost" src="/other.json"></aushang-status>'
    opened(page, world.page('<aushang-status location="ost"></aushang-status>' + other), 2)
    one = page.locator("aushang-status").first
    one.evaluate("one => one.setAttribute('src', '/other.json')")
    one.get_by_text("Ausgebucht").first.wait_for()
    said = page.evaluate(SAID)
    page.context.close()
    assert said == ["", ""]
    assert troubles == []


def test_what_is_left_out_is_counted(browser: Browser, world: World) -> None:
    """Five notices that hold are shown, and as many that are announced; of how many, if known."""
    data = json.loads(status(publication(BUILT)))
    held, *_, ahead = sorted(data["data"]["notices"], key=lambda one: one["current_from"])
    data["data"]["notices"] = [
        *({**held, "id": f"held-{number}", "locations": []} for number in range(7)),
        *({**ahead, "id": f"ahead-{number}", "locations": []} for number in range(6)),
    ]
    page, troubles = watched(browser)
    shown = []
    for more in (0, 1):
        data["data"]["more_notices"] = more
        page.unroute_all()
        page.route(STATUS, answering(json.dumps(data)))
        opened(page, world.page('<aushang-status location="mitte"></aushang-status>'))
        counts = [page.locator(f"[part={part}] li").count() for part in ("notices", "announced")]
        shown.append((counts, page.locator("[part=foot] a").inner_text()))
    page.context.close()
    assert shown == [([5, 5], "Alle Meldungen, 3 weitere"), ([5, 5], "Alle Meldungen")]
    assert troubles == []


def test_one_request_for_all_of_a_page(browser: Browser, world: World) -> None:
    """Also where the script stands twice, elements go and come, and only while it is seen."""
    page, troubles = watched(browser)
    asked: list[dict[str, str]] = []
    page.on(
        "request",
        lambda one: asked.append(one.headers) if "status.json" in one.url else None,
    )
    twice = f'<script async src="{world.site}{EMBED}"></script>'
    opened(page, world.page(ELEMENTS + twice), 4)
    counts = [len(asked)]
    page.evaluate(
        """() => { const [one, two] = document.querySelectorAll("aushang-status");
        two.remove(); one.remove(); document.body.append(one); }"""
    )
    assert page.evaluate(SHOWN)[-1][0] == CLOSED
    forward(page, 5_000)
    counts.append(len(asked))
    forward(page, MINUTE)
    counts.append(len(asked))
    hide = "Object.defineProperty(document, 'hidden', { configurable: true, value: %s });"
    turn = "document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate(hide % "true" + turn)
    forward(page, 60 * MINUTE)
    counts.append(len(asked))
    page.evaluate(hide % "false" + turn)
    forward(page, 1_000)
    counts.append(len(asked))
    page.evaluate("document.querySelectorAll('aushang-status').forEach((one) => one.remove())")
    forward(page, 60 * MINUTE)
    counts.append(len(asked))
    page.context.close()
    assert counts == [1, 1, 2, 2, 3, 3]
    assert [one for one in asked if one.get("cookie") or one.get("referer")] == []
    assert troubles == []


def test_attributes_can_change(browser: Browser, world: World) -> None:
    """Another place, service or language is shown at once, and told by nobody as news."""
    page, troubles = watched(browser)
    opened(page, world.page('<aushang-status location="ost">Hier</aushang-status>', lang=""))
    one, first = page.locator("aushang-status"), []
    for name, value in (("lang", "en-US"), ("service", "kurse"), ("lang", "fr"), ("location", "x")):
        first.append(page.evaluate(SHOWN)[0][0])
        one.evaluate("(one, [name, value]) => one.setAttribute(name, value)", [name, value])
    shown, said = page.evaluate(SHOWN), page.evaluate(SAID)
    page.context.close()
    assert first == [
        "Ost: Geöffnet bis So., 22.\xa0November, 8:00\xa0Uhr, dann geschlossen",
        "Ost: Open until Sun 22\xa0November, 8:00\xa0am, then closed",
        "Classes, Ost: Open until Sun 22\xa0November, 8:00\xa0am, then closed",
        "Kurse, Ost: Geöffnet bis So., 22.\xa0November, 8:00\xa0Uhr, dann geschlossen",
    ]
    assert shown == ["Hier"]
    assert said == [""]
    assert [one.split(" JS")[0] for one in troubles] == [
        "<aushang-status>: no such location or service"
    ]
