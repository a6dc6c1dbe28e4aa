"""The shell in a real browser: for every eye, hand and width, and alone with its own host."""

from collections.abc import Callable, Iterator
from itertools import product
from os import geteuid
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.browser.shell_sheets import ENGLISH, FRAMES, MATERIAL, SHEETS, START, TYPOGRAPHY
from tests.chromium import chromium
from tests.integration.processes import PATIENCE
from tests.mkdocs_shell import shell
from tests.served import served

from aushang.model import addresses

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Of what it finds good, axe need not tell: a third of its time.
AXE = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
BASE = "/neu/"
PATHS = [sheet.path for sheet in SHEETS]

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of hand-built pages, served on this machine."""
    folder = tmp_path_factory.mktemp("site")
    theme = shell("      dialect: material\n")
    files = [(addresses.file_of(sheet.path), theme.page(sheet, FRAMES[sheet.language]))
             for sheet in SHEETS]  # fmt: skip
    for name, data in [*files, *theme.assets()]:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    with served(folder, BASE) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without it these tests fail rather than stay silent."""
    program = chromium()
    assert program, "install the package chromium: the browser tests need it"
    arguments = ["--no-sandbox"] if geteuid() == 0 else []
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=arguments)
        yield found
        found.close()


def watched(browser: Browser, **options: Any) -> tuple[Page, list[str]]:
    """A page, and what it complains of or asks other hosts for."""
    page = browser.new_context(**options).new_page()
    page.set_default_timeout(PATIENCE * 1000)
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request",
        lambda request: (
            troubles.append(request.url)
            if not request.url.startswith(("http://127.0.0.1:", "data:"))
            else None
        ),
    )
    page.on(
        "response",
        lambda response: troubles.append(response.url) if response.status >= 400 else None,
    )
    return page, troubles


def loaded_axe(page: Page) -> Callable[[], list[tuple[str, str]]]:
    """What tells, as often as it is asked, what axe finds on the page: the rule and the element.

    Until the page is left: axe is loaded into it once, which is a good part of its time.
    """
    page.evaluate(AXE_SCRIPT)

    def found() -> list[tuple[str, str]]:
        rules = page.evaluate("options => axe.run(options)", AXE)["violations"]
        return [(rule["id"], node["html"]) for rule in rules for node in rule["nodes"]]

    return found


def test_pages_meet_wcag(browser: Browser, root: str) -> None:
    """Axe finds nothing on any page, narrow and wide, light and dark, and nothing goes astray."""
    page, troubles = watched(browser, reduced_motion="reduce")  # colours change at once
    found = {}
    for path in PATHS:
        page.goto(root + path)
        axe = loaded_axe(page)
        for width, scheme in product((390, 1280), ("light", "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found[path, width, scheme] = axe()
    page.context.close()
    assert found == {looked: [] for looked in found}
    assert troubles == []


def test_open_menu_meets_wcag(browser: Browser, root: str) -> None:
    """What only shows when the menu is open is held to the same rules."""
    page, _ = watched(browser, viewport={"width": 390, "height": 800})
    page.goto(root + TYPOGRAPHY.path)
    page.get_by_role("button", name="Menü").click()
    found = loaded_axe(page)()
    page.context.close()
    assert found == []


def test_nothing_is_stored(browser: Browser, root: str) -> None:
    """No cookie, no web storage, no database, no worker: § 25 TDDDG asks for consent to each."""
    page, _ = watched(browser)
    stored = {}
    for path in PATHS:
        page.goto(root + path)
        kept = page.evaluate(
            """async () => [localStorage.length, sessionStorage.length,
            (await indexedDB.databases()).length, (await caches.keys()).length,
            (await navigator.serviceWorker.getRegistrations()).length]"""
        )
        stored[path] = [*kept, *page.context.cookies()]
    page.context.close()
    assert stored == {path: [0, 0, 0, 0, 0] for path in PATHS}


def test_no_sideways_scrolling(browser: Browser, root: str) -> None:
    """At 320 px, and with text twice as large, all stays in one column (WCAG 1.4.10, 1.4.4)."""
    page, _ = watched(browser)
    widths = {}
    for path in PATHS:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(root + path)
        plain = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size({"width": 640, "height": 640})
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        large = page.evaluate("document.documentElement.scrollWidth")
        widths[path] = (plain, large)
    page.context.close()
    assert widths == dict.fromkeys(PATHS, (320, 640))


@pytest.mark.parametrize("is_scripted", [True, False])
def test_keyboard_opens_the_menu(browser: Browser, root: str, is_scripted: bool) -> None:  # noqa: FBT001
    """Three keys lead to the menu, Enter opens it and Escape closes it, without a script."""
    page, _ = watched(
        browser, viewport={"width": 390, "height": 800}, java_script_enabled=is_scripted
    )
    page.goto(root + TYPOGRAPHY.path)
    entry = page.get_by_role("link", name="Standorte")
    assert not entry.is_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    entry.wait_for(state="visible")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.text_content() == "Aktuell"
    page.keyboard.press("Escape")
    entry.wait_for(state="hidden")
    page.context.close()


def test_wide_windows_show_the_menu(browser: Browser, root: str) -> None:
    """Where there is room nothing is hidden behind a button."""
    page, _ = watched(browser, viewport={"width": 1280, "height": 800})
    page.goto(root + START.path)
    assert page.get_by_role("navigation", name="Hauptmenü").get_by_role("link").count() == 6
    assert not page.get_by_role("button", name="Menü").is_visible()
    assert page.get_by_role("link", name="English").is_visible()
    page.context.close()


def test_skip_link_leads_past_the_menu(browser: Browser, root: str) -> None:
    """The first key shows the skip link, Enter moves the focus to the text."""
    page, _ = watched(browser)
    page.goto(root + TYPOGRAPHY.path)
    page.keyboard.press("Tab")
    assert page.locator(":focus").text_content() == "Zum Inhalt springen"
    assert page.locator(":focus").is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").text_content() == "Sauna"
    page.context.close()


def test_focus_can_be_seen(browser: Browser, root: str) -> None:
    """Everything that the keyboard reaches shows a ring (WCAG 2.4.7)."""
    page, _ = watched(browser, viewport={"width": 1280, "height": 900})
    page.goto(root + MATERIAL.path)
    hidden = []
    for _ in range(20):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const one = document.activeElement;
            const ringed = one.type === "radio" ? document.querySelector(`[for=${one.id}]`) : one;
            return [one.outerHTML.slice(0, 80), getComputedStyle(ringed).outlineStyle]; }"""
        )
        hidden += [seen[0]] if seen[1] == "none" and "<body" not in seen[0] else []
    page.context.close()
    assert hidden == []


def test_content_tabs_follow_the_arrow_keys(browser: Browser, root: str) -> None:
    """Material's content tabs are radio buttons: the arrow keys move between them."""
    page, _ = watched(browser)
    page.goto(root + MATERIAL.path)
    assert page.get_by_text("Torstraße 12").is_visible()
    page.get_by_role("radio", name="Berlin").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_text("Zschochersche Straße 48").is_visible()
    assert not page.get_by_text("Torstraße 12").is_visible()
    page.context.close()


def test_language_switch_leads_to_the_same_page(browser: Browser, root: str) -> None:
    """From the German text to the English one and back, each named in its own language."""
    page, _ = watched(browser, viewport={"width": 1280, "height": 800})
    page.goto(root + TYPOGRAPHY.path)
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(root + ENGLISH.path)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Deutsch").click()
    expect(page).to_have_url(root + TYPOGRAPHY.path)
    page.context.close()


def test_linked_data_passes_the_policy(browser: Browser, root: str) -> None:
    """JSON-LD is a data block: the strict policy does not stop it, and it parses."""
    page, troubles = watched(browser)
    page.goto(root + TYPOGRAPHY.path)
    text = page.evaluate("document.querySelector('script').textContent")
    headline = page.evaluate("text => JSON.parse(text).headline", text)
    page.context.close()
    assert headline == "</script>"
    assert troubles == []


def test_less_motion(browser: Browser, root: str) -> None:
    """Nothing moves for readers who want less motion."""
    page, _ = watched(browser, reduced_motion="reduce")
    page.goto(root + START.path)
    times = page.evaluate(
        "[...document.querySelectorAll('*')].map(one => getComputedStyle(one).transitionDuration)"
    )
    page.context.close()
    assert set(times) == {"0s"}


def test_print_leaves_the_menu_out(browser: Browser, root: str) -> None:
    """On paper there is the text and no menu."""
    page, _ = watched(browser)
    page.goto(root + TYPOGRAPHY.path)
    page.emulate_media(media="print")
    assert not page.locator(".au-menu").is_visible()
    assert not page.locator(".au-contents").is_visible()
    assert page.locator("h1").is_visible()
    page.context.close()
