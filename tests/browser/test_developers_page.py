"""The page for apps in a real browser: a line for each file, and all that it holds within reach."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.test_shell import browser, watched
from tests.factories import make_publication
from tests.mkdocs_shell import shell
from tests.served import served

from aushang.model import addresses
from aushang.outputs import pages
from aushang.outputs.api.paths import ADDRESSES

__all__ = ["browser"]  # the fixture

SCREEN = {"width": 390, "height": 844}
OPEN = "[...document.querySelectorAll('details[open] > summary > h3')].map((one) => one.innerText)"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page."""
    folder, theme = tmp_path_factory.mktemp("site"), shell("")
    made = [(one.path, one.data) for one in pages.render(make_publication(), theme)]
    for name, data in [*made, *theme.assets()]:
        if name.startswith(("api/", "assets/")):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    with served(folder, "/") as start:
        yield start + addresses.DEVELOPERS


def height(page: Page) -> float:
    """How many telephones high the page is."""
    found: int = page.evaluate("document.documentElement.scrollHeight")
    return found / SCREEN["height"]


def _top(page: Page, selector: str) -> float:
    found: float = page.locator(selector).evaluate("one => one.getBoundingClientRect().top")
    return found


@pytest.mark.parametrize("java_script", [True, False])
def test_what_an_address_names_is_opened(
    browser: Browser, address: str, *, java_script: bool
) -> None:
    """A file with the line that names it in sight, an object within one; all else stays a line."""
    page, troubles = watched(browser, viewport=SCREEN, java_script_enabled=java_script)
    page.goto(address)
    closed = page.evaluate(OPEN)
    assert height(page) < 8
    page.goto(f"{address}#posts-pages-page")
    opened = page.evaluate(OPEN)
    lines = [_top(page, "details[open] > summary")]
    page.locator("details[open] a[href='#PostHeadline']").first.click()
    both = page.evaluate(OPEN)
    lines.append(_top(page, "#PostHeadline"))
    page.goto("about:blank")
    page.goto(f"{address}#Transition")
    lines.append(_top(page, "#Transition"))
    page.context.close()
    assert closed == []
    assert opened == ["api/v1/posts/pages/{page}.json"]
    assert both == ["api/v1/posts/index.json", *opened]
    assert [0 <= line < SCREEN["height"] / 4 for line in lines] == [True] * 3
    assert troubles == []


def test_all_of_it_is_on_paper_and_found(browser: Browser, address: str) -> None:
    """What is closed is printed; whoever searches on the page for a word is led into a file."""
    page, _ = watched(browser, viewport=SCREEN)
    page.goto(address)
    body = page.locator("#posts-id dl").first
    heights = [height(page)]
    assert not body.is_visible()
    page.emulate_media(media="print")
    heights.append(height(page))
    printed = page.locator(".au-files__body").evaluate_all(
        "all => all.filter((one) => one.checkVisibility({contentVisibilityAuto: true})).length"
    )
    files = page.locator(".au-files > details").count()
    page.emulate_media(media="screen")
    page.goto("about:blank")
    page.goto(f"{address}#:~:text=How%20many%20months%20a%20contract")
    page.get_by_text("How many months a contract").wait_for()
    page.context.close()
    assert printed == files == 1 + len(ADDRESSES)
    assert heights[1] > 4 * heights[0]
