"""Three hundred questions on a telephone: a short page, and each one still at its address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.test_shell import browser, watched
from tests.integration.sites import aushang, write, write_site
from tests.served import served

__all__ = ["browser"]  # the fixture

COUNT = 300
SERVICES = ("", "sauna", "kurse", "becken")
WORDS = "Wie lange im Voraus kann ich Angebot {number} buchen, wenn ich erst seit kurzem dabei bin?"
SCREEN = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the questions of a site with three services."""
    root = write_site(tmp_path_factory.mktemp("asked"))
    for one in SERVICES[2:]:
        write(root / f"content/services/{one}.yml", f"name: {one.title()}\n")
    for number in range(COUNT):
        _ask(root, number, SERVICES[number % len(SERVICES)])
    assert aushang(root, "build", "--quiet").returncode == 0
    with served(root / "site", base="/news/") as address:
        yield f"{address}fragen/"


def _ask(root: Path, number: int, service: str) -> None:
    about = f"services: [{service}]\n" if service else ""
    text = f"---\nquestion: {WORDS.format(number=number)}\nanswered: 2026-11-20\n{about}"
    write(
        root / f"content/questions/frage-{number:03}.md",
        f"{text}contact: jana-weiss\n---\n\nHöchstens {number} Wochen.\n",
    )


def screens(page: Page) -> float:
    """How often one has to scroll."""
    height: int = page.evaluate("document.documentElement.scrollHeight")
    return height / SCREEN["height"]


@pytest.mark.parametrize("java_script", [True, False])
def test_a_reader_sees_each_group_and_opens_one(
    browser: Browser, site: str, *, java_script: bool
) -> None:
    """Six questions of each, then all of one; without a script as well."""
    page, troubles = watched(browser, viewport=SCREEN, java_script_enabled=java_script)
    page.goto(site)
    assert screens(page) < 5
    assert page.locator("h2:visible").count() == len(SERVICES)
    assert page.locator(".au-questions > li:visible").count() == 6 * len(SERVICES)
    page.locator("section[aria-labelledby='au--service--kurse'] .au-questions__all a").click()
    assert page.locator(".au-questions > li:visible").count() == 75 + 6 * (len(SERVICES) - 1)
    assert page.locator("[id='au--service--kurse']").bounding_box()["y"] < SCREEN["height"]
    page.go_back()
    assert screens(page) < 5
    page.context.close()
    assert troubles == []


def test_each_question_is_still_found_at_its_address(browser: Browser, site: str) -> None:
    """Also one that is not among the first of its group; on paper all are there."""
    page, _ = watched(browser, viewport=SCREEN)
    page.goto(f"{site}#frage-298")
    entry = page.locator("#frage-298")
    assert entry.is_visible()
    assert 0 <= entry.bounding_box()["y"] < SCREEN["height"]
    entry.get_by_role("link").click()
    assert page.locator("#frage-298").inner_text() == WORDS.format(number=298)
    page.goto(site)
    page.emulate_media(media="print")
    assert page.locator(".au-questions > li:visible").count() == COUNT
    page.context.close()
