"""The script for other websites as a guest: whatever page it stands on, neither harms the other."""

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.browser.test_clock import BUILT, TIMES, publication
from tests.browser.test_embed import (
    ELEMENTS,
    SHOWN,
    STATUS,
    SURFACES,
    World,
    answering,
    forward,
    opened,
    status,
    watched,
    world,
)
from tests.browser.test_shell import AXE, browser
from tests.browser.test_shell import watched as watched_today

from aushang.model.addresses import EMBED

__all__ = ["browser", "world"]  # the fixtures


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
