"""The sample publication in a real browser: one page of each kind, for every eye and width."""

import gzip
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.test_shell import browser, loaded_axe
from tests.browser.test_shell import watched as watched_today
from tests.factories import berlin
from tests.served import served

from aushang.content.load import load
from aushang.content.markdown.gfm import GfmRenderer
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.shell import MaterialShell
from aushang.outputs import pages

__all__ = ["browser"]  # the fixture

CHECKOUT = Path(__file__).parents[2]
POOL = "meldungen/2026-10-16-becken-neukoelln-geschlossen/"
AS_OF = berlin("2026-11-21T21:00")
LARGEST_FIRST_LOAD = 90_000
PATHS = [
    "",
    "en/",
    POOL,
    "standorte/mitte/",
    "en/locations/altona/",
    "angebote/",
    "angebote/sauna/",
    "themen/schliessung/",
    "archiv/",
    "archiv/2026/11/",
    "fragen/",
    "en/questions/",
    "freie-plaetze/mitte/kurse/",
    "en/free-places/altona/sauna/",
    "abonnieren/",
    "api/",
    "kontakt/",
    "impressum/",
    "404.html",
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample publication as of one evening, served on this machine."""
    folder = tmp_path_factory.mktemp("sample")
    configuration = load_configuration(CHECKOUT / "mkdocs.yml")
    publication = load(
        configuration.content,
        root=configuration.root,
        site=configuration.site,
        now=AS_OF,
        markdown=GfmRenderer(),
    ).publication
    theme = MaterialShell(configuration)
    files = [(artifact.path, artifact.data) for artifact in pages.render(publication, theme)]
    media = [(each.site_path, each.file.read_bytes()) for each in publication.media]
    for name, data in [*files, *media, *theme.assets()]:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    with served(folder) as address:
        yield address


def watched(browser: Browser, **options: Any) -> tuple[Page, list[str]]:
    """A page on that evening: parts of it are for other times."""
    page, troubles = watched_today(browser, **options)
    page.clock.set_fixed_time(AS_OF)
    return page, troubles


LONGEST = "api/"
OPENED = "document.querySelectorAll('main details').forEach((one) => (one.open = true))"
# Takes out the parts in which every kind of element stood in one before.
WITHOUT_REPETITION = """() => {
    const parts = "main details, main section:not(:has(details))";
    const seen = new Set();
    for (const section of document.querySelectorAll(parts)) {
        const kinds = [...section.querySelectorAll("*")].map(
            (one) => `${one.parentElement.localName} ${one.localName}.${one.className}`);
        if (kinds.every((kind) => seen.has(kind))) section.remove();
        kinds.forEach((kind) => seen.add(kind));
    }
}"""


@pytest.fixture(scope="module")
def examined(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page for all that axe looks at: a new window costs more than what axe does."""
    page, troubles = watched(browser, reduced_motion="reduce")  # colours change at once
    yield page, troubles
    page.context.close()


@pytest.mark.parametrize("path", PATHS)
def test_every_kind_of_page_meets_wcag(
    examined: tuple[Page, list[str]], sample: str, path: str
) -> None:
    """Axe finds nothing, narrow and wide, light and dark; no page complains or asks another host.

    It looks at all of the longest page once, which has the same few kinds of sections again and
    again, then at one of each kind.
    """
    page, troubles = examined
    troubles.clear()
    page.goto(sample + path)
    found, axe = {}, loaded_axe(page)
    for width, scheme in product((390, 1280), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(OPENED)
        found[width, scheme] = axe()
        if path == LONGEST:
            page.evaluate(WITHOUT_REPETITION)
    assert found == {looked: [] for looked in found}
    assert troubles == []


@pytest.mark.parametrize("zoom", [100, 200])
def test_no_kind_of_page_scrolls_sideways(
    browser: Browser,
    sample: str,
    zoom: int,
) -> None:
    """At 320 px, and with text of twice the size at 640 px, everything is in reach."""
    page, _ = watched(browser, viewport={"width": 320 * zoom // 100, "height": 800})
    too_wide = []
    for path in PATHS:
        page.goto(sample + path)
        page.evaluate(OPENED)
        page.evaluate("size => document.documentElement.style.fontSize = size", f"{zoom}%")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(path)
    page.context.close()
    assert too_wide == []


def test_the_keyboard_reaches_every_current_notice(
    browser: Browser,
    sample: str,
) -> None:
    """One Tab after the other passes each card's link on the start page, with a ring around it."""
    page, _ = watched(browser)
    page.goto(sample)
    wanted = page.eval_on_selector_all(
        ".au-card__title a",
        "all => all.filter(one => one.checkVisibility()).map(one => one.href)",
    )
    reached = []
    while len(reached) < len(wanted):
        page.keyboard.press("Tab")
        address, outline = page.evaluate(
            """() => [document.activeElement.href ?? "",
            getComputedStyle(document.activeElement).outlineStyle]"""
        )
        assert page.evaluate("document.activeElement !== document.body"), "the end of the page"
        if page.evaluate("document.activeElement.matches('.au-card__title a')"):
            reached.append(address)
            assert outline == "solid"
    page.context.close()
    assert reached == wanted


def test_the_person_to_ask_is_in_sight(
    browser: Browser,
    sample: str,
) -> None:
    """On a wide screen the contact stands beside the beginning of a notice."""
    page, _ = watched(browser, viewport={"width": 1280, "height": 800})
    page.goto(sample + POOL)
    box = page.locator(".au-contact").bounding_box()
    page.context.close()
    assert box is not None
    assert box["y"] + box["height"] < 800


def test_the_first_load_is_small(browser: Browser, sample: str) -> None:
    """The start page of three places with all that it loads is below 90 KB compressed."""
    page, _ = watched(browser)
    bodies = []
    page.on("response", lambda answer: bodies.append(answer.body()))
    page.goto(sample, wait_until="networkidle")
    places = page.locator(".au-place[data-place]").count()
    page.context.close()
    assert places == 3
    assert len(bodies) >= 4  # the page, the style sheet, two scripts
    assert sum(len(gzip.compress(body)) for body in bodies) < LARGEST_FIRST_LOAD
