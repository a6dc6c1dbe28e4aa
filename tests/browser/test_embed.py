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
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route
from tests.browser.test_clock import BUILT, TIMES, publication
from tests.browser.test_shell import AXE, browser
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


def test_what_is_no_status_leaves_the_page_as_it_is(browser: Browser, world: World) -> None:
    """The link inside the element stays, and nothing is thrown."""
    page, troubles = watched(browser)
    address = world.page('<aushang-status location="x"><a href="/">Hier</a></aushang-status>')
    shown = []
    for body in ("", "{}", '{"data":{"locations":[null]}}', "<html>", "[1]"):
        page.unroute_all()
        page.route(STATUS, answering(body))
        page.goto(address)
        page.locator("aushang-status").get_by_text("lässt sich nicht laden").wait_for()
        shown.append(page.locator("aushang-status").inner_text())
    page.context.close()
    assert shown == ["Hier"] * 5
    assert troubles == []


@pytest.mark.parametrize("src", ["https://[x", "mailto:x@example.org", "data:,{}", "about:blank"])
def test_an_address_that_is_none_is_told(browser: Browser, world: World, src: str) -> None:
    """The page goes on with its link, the others with their state; a right one is taken up."""
    page, troubles = watched(browser)
    body = (
        f'<aushang-status src="{src}" location="mitte">Hier</aushang-status>'
        '<aushang-status location="mitte"></aushang-status>'
    )
    opened(page, world.page(body), 1)
    first = page.evaluate(SHOWN)
    one = page.locator("aushang-status").first
    one.evaluate("(one, src) => one.setAttribute('src', src)", f"{world.site}api/v1/status.json")
    one.get_by_text("Mitte").first.wait_for()
    mended = page.evaluate(SHOWN)
    one.evaluate("one => { one.setAttribute('src', 'https://[y'); one.remove(); }")
    page.context.close()
    assert first[0] == "Hier"
    assert mended == [first[1], first[1]]
    assert [each.split(" JS")[0] for each in troubles] == [
        "<aushang-status>: no address of a status.json: write it as src"
    ]


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


def test_what_stands_on_a_light_page_can_be_read(browser: Browser, world: World) -> None:
    """A reader's dark scheme is the box's; without one, links have the colour of the page's own."""
    page, _ = watched(browser, color_scheme="dark")
    page.route(STATUS, lambda route: route.abort())
    body = (
        '<aushang-status location="mitte"><a href="/x">Hier</a></aushang-status><a href="/y">Y</a>'
    )
    page.goto(world.page(body))
    page.locator("aushang-status").get_by_text("lässt sich nicht laden").wait_for()
    colours = page.locator("a").evaluate_all("all => all.map((one) => getComputedStyle(one).color)")
    page.context.close()
    assert len(colours) == 3
    assert set(colours) == {"rgb(0, 0, 238)"}


def test_texts_of_others_do_not_run(browser: Browser, world: World) -> None:
    """Markup is text, an address that is no http is no link, and an unknown word is careful."""
    hostile = '<img src=x onerror="window.bad=1"><script>window.bad=1</script>'
    data = json.loads(status(publication(BUILT)))
    for notice in data["data"]["notices"]:
        address = "javascript:window.bad=1"
        notice["texts"] = {"de": {"title": hostile, "url": address}, "__proto__": {"title": "x"}}
    place, broken = data["data"]["locations"]
    place["name"] = {"de": hostile}
    place["urls"] = {"de": "data:text/html,<script>window.bad=1</script>"}
    place["state"]["effect"] = "constructor"
    place["services"] = [{"id": "<b>", "state": None, "transitions": None}, {"id": "sauna"}]
    broken["urls"] = {"de": "//["}
    body = json.dumps(data)
    page, troubles = watched(browser)
    page.route(STATUS, answering(body))
    opened(page, world.page('<aushang-status location="mitte"></aushang-status><aushang-status>'))
    shown = page.evaluate(SHOWN)
    found = page.evaluate(
        """() => [window.bad, ...[...document.querySelectorAll("aushang-status")].map((one) =>
        one.shadowRoot.querySelectorAll("img, script, b, a:not([href^=http])").length)]"""
    )
    page.context.close()
    assert troubles == []
    assert found == [None, 0, 0]
    assert shown[0][0].startswith(f"{hostile}: Eingeschränkt")
    assert hostile in shown[0]
    assert shown[1][1].startswith("Ost: Geöffnet")


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


def test_a_strict_policy_of_the_other_site_is_enough(browser: Browser, world: World) -> None:
    """Our script and our status: two lines, no style. Nothing complains, and it has its looks."""
    policy = f"default-src 'none'; script-src {world.site}; connect-src {world.site}; img-src data:"
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    page, troubles = watched(browser)
    opened(page, world.page('<aushang-status location="mitte"></aushang-status>', head))
    colour = page.locator("aushang-status .badge").first.evaluate(
        "one => getComputedStyle(one).color"
    )
    page.context.close()
    assert colour == "rgb(147, 35, 27)"
    assert troubles == []


def test_the_letters_are_right_on_a_page_of_another_encoding(
    browser: Browser, world: World
) -> None:
    """An old website in Latin-1, and a host that does not tell the script's charset."""
    file = world.folder / "latin.html"
    file.write_text(
        f'<!doctype html><html lang="de"><meta charset="iso-8859-1"><title>Café</title>'
        f'<script async src="{world.site}{EMBED}"></script><aushang-status location="ost">',
        encoding="latin-1",
    )
    page, _ = watched(browser)
    opened(page, world.other + file.name)
    encoding, shown = page.evaluate("document.characterSet"), page.evaluate(SHOWN)[0][0]
    page.context.close()
    assert encoding == "windows-1252"
    assert shown.startswith("Ost: Geöffnet bis So., 22.\xa0November, 8:00\xa0Uhr")


def test_without_a_script_the_link_stands_there(browser: Browser, world: World) -> None:
    """What stands inside the element is all that there is."""
    page, _ = watched_today(browser, java_script_enabled=False)
    page.goto(world.page(ELEMENTS))
    shown = page.locator("aushang-status").first.inner_text()
    page.context.close()
    assert shown == "Hier"


def test_the_focus_stays_where_it_is(browser: Browser, world: World) -> None:
    """A change of the state takes no link away from under a reader's hands."""
    page, _ = watched(browser)
    opened(page, world.page('<aushang-status location="ost"></aushang-status>'))
    page.keyboard.press("Tab")
    focused = "document.activeElement.shadowRoot.activeElement.href"
    before = page.evaluate(focused)
    forward(page, int((TIMES[2] - BUILT).total_seconds() * 1000))
    after, shown = page.evaluate(focused), page.evaluate(SHOWN)[0][0]
    page.context.close()
    assert before == after == "https://aktuell.kraftraum.example/standorte/ost/"
    assert shown == "Ost: Geschlossen öffnet 12:00\xa0Uhr"


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_elements_and_badges_meet_wcag(
    browser: Browser, world: World, width: int, scheme: Any
) -> None:
    """In light and dark, as the reader or the page chose, on paper light; badges are pictures."""
    page, troubles = watched(
        browser,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    fixed = '<aushang-status location="mitte" scheme="{}"></aushang-status>'
    pictures = "".join(
        f'<p><img src="{world.site}{name}.svg" alt="Stand in Mitte"></p>'
        for name in ("badges/mitte", "badges/ost/kurse", "en/badges/mitte/sauna")
    )
    head = (
        '<meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark">'
    )
    body = ELEMENTS + fixed.format("light") + fixed.format("dark") + pictures
    opened(page, world.page(body, head), 6)
    page.clock.run_for(100)
    page.clock.resume()  # axe waits for timers of the page
    result = Axe().run(page, options=AXE).response
    found = [(one["id"], node["html"]) for one in result["violations"] for node in one["nodes"]]
    sizes = page.eval_on_selector_all("img", "all => all.map((one) => one.naturalHeight)")
    surfaces = page.eval_on_selector_all("aushang-status", SURFACES)
    page.emulate_media(media="print")
    printed = page.eval_on_selector_all("aushang-status", SURFACES)
    page.emulate_media(media="screen")
    is_too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.context.close()
    light, dark = "rgb(255, 253, 248)", "rgb(33, 29, 24)"
    assert found == []
    assert sizes == [24, 24, 24]
    assert surfaces == [*[dark if scheme == "dark" else light] * 4, light, dark]
    assert printed == [light] * 6
    assert not is_too_wide
    assert troubles == []
