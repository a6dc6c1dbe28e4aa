"""The search in a real browser: found by German and English readers, alone with its own host."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.searched_site import build_sample
from tests.browser.test_shell import browser, loaded_axe, watched
from tests.served import served

__all__ = ["browser"]  # the fixture

BLOCK_SIZE = 18
"""So small that the sample's 44 posts stand in three blocks."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample publication with its search, as of one evening."""
    folder = build_sample(tmp_path_factory.mktemp("searched"), BLOCK_SIZE)
    with served(folder) as address:
        yield address


def search(page: Page, words: str) -> None:
    """Type into the search page's field, then Enter."""
    page.locator("#au-query").fill(words)
    page.keyboard.press("Enter")


def titles(page: Page) -> list[str]:
    """The titles of the results that are shown."""
    return page.locator("#au-found .au-rows__title").all_inner_texts()


def test_the_field_in_the_head_leads_to_results(browser: Browser, site: str) -> None:
    """From the start page with the keyboard alone; nothing is stored, nobody else is asked."""
    page, troubles = watched(browser, viewport={"width": 1280, "height": 900})
    page.goto(site)
    page.get_by_role("searchbox", name="Meldungen durchsuchen").focus()
    page.keyboard.type("Aufguss")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("3 Treffer für „Aufguss“.")
    assert urlsplit(page.url).query == "q=Aufguss"
    assert sorted(titles(page)) == [
        "Die Sauna in Mitte ist wieder offen",
        "Gibt es in der Sauna Zeiten nur für Frauen?",
        "Sauna",
    ]
    entry = page.locator("#au-found li", has_text="Die Sauna in Mitte ist wieder offen")
    assert entry.locator("time").get_attribute("datetime") == "2026-11-13"
    assert "Wiedereröffnung · Sauna · Berlin-Mitte" in entry.inner_text()
    assert entry.locator("mark").first.inner_text() == "Aufgüsse"
    entry.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Die Sauna in Mitte ist wieder offen")
    stored = "[document.cookie, localStorage.length, sessionStorage.length]"
    assert page.evaluate(stored) == ["", 0, 0]
    assert page.evaluate("indexedDB.databases()") == []
    page.context.close()
    assert troubles == []


def test_german_words_are_found_in_their_forms(browser: Browser, site: str) -> None:
    """Plural, umlauts and their spellings; the end of a compound finds nothing.

    A block without the word adds nothing of its own to what another one holds.
    """
    page, _ = watched(browser)
    page.goto(f"{site}suche/")
    status = page.get_by_role("status")
    for words, message in {
        "Preise": "3 Treffer für „Preise“.",
        "Preis": "3 Treffer für „Preis“.",
        "Neukoelln": "23 Treffer für „Neukoelln“.",
        "Neukölln": "23 Treffer für „Neukölln“.",
        "bruch": "Nichts gefunden für „bruch“. Weniger oder kürzere Wörter finden mehr.",
        "Datenschutz": "Ein Treffer für „Datenschutz“.",
    }.items():
        search(page, words)
        expect(status).to_have_text(message)
    page.context.close()


def test_english_readers_search_english_texts(browser: Browser, site: str) -> None:
    """In their words, from a page of theirs; a link to a search holds the filters too."""
    page, troubles = watched(browser)
    page.goto(f"{site}en/search/?q=closures&location=altona")
    expect(page.get_by_role("status")).to_contain_text("results for “closures”.")
    assert page.get_by_label("Location").input_value() == "altona"
    abouts = page.locator("#au-found .au-rows__about").all_inner_texts()
    assert abouts
    assert page.locator("#au-found a").first.get_attribute("href")
    search(page, "Schließung")
    expect(page.get_by_role("status")).to_contain_text("Nothing found for “Schließung”.")
    page.context.close()
    assert troubles == []


def test_results_can_be_narrowed_to_a_place(browser: Browser, site: str) -> None:
    """What concerns the place or all places stays; the count is announced again."""
    page, _ = watched(browser)
    page.goto(f"{site}suche/?q=Sauna")
    status = page.get_by_role("status")
    expect(status).to_contain_text("Treffer für „Sauna“")
    everywhere = status.inner_text()
    page.get_by_label("Standort").select_option("neukoelln")
    # On a busy machine it says meanwhile that the search is being loaded.
    expect(status.filter(has_not_text=everywhere)).to_contain_text("Treffer für „Sauna“")
    expect(page).to_have_url(re.compile("location=neukoelln"))
    abouts = page.locator("#au-found .au-rows__about").all_inner_texts()
    assert abouts
    assert not any("Altona" in about and "Neukölln" not in about for about in abouts)
    page.context.close()


def test_only_the_newest_blocks_are_loaded(browser: Browser, site: str) -> None:
    """Nothing before the reader turns to the field, two blocks then, the oldest when asked for."""
    page, _ = watched(browser)
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path))

    def blocks() -> set[str]:
        return {path.split("/")[3] for path in loaded if path.startswith("/pagefind/")}

    page.goto(f"{site}suche/")
    assert blocks() == set()
    search(page, "Aufzug")
    expect(page.get_by_role("status")).to_contain_text("Treffer")
    assert blocks() == {"blocks.json", "3", "2"}
    assert "/pagefind/de/2/wasm.de.pagefind" not in loaded
    before = page.get_by_role("status").inner_text()
    page.get_by_role("button", name="Auch in älteren Meldungen suchen").click()
    expect(page.get_by_role("button", name="Auch in älteren Meldungen suchen")).to_be_hidden()
    assert "1" in blocks()
    search(page, "Sauna")
    expect(page.get_by_role("status")).not_to_have_text(before)
    page.context.close()


def test_further_results_follow_the_first_ten(browser: Browser, site: str) -> None:
    """The keyboard goes on where the list did."""
    page, _ = watched(browser)
    page.goto(f"{site}suche/?q=Neukölln")
    expect(page.locator("#au-found li")).to_have_count(10)
    page.get_by_role("button", name="Weitere Treffer").press("Enter")
    expect(page.locator("#au-found li")).to_have_count(20)
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == titles(page)[10]
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_the_search_meets_wcag(browser: Browser, site: str, width: int, scheme: Any) -> None:
    """With results, and the field in the head of other pages; nothing scrolls sideways."""
    page, troubles = watched(browser, viewport={"width": width, "height": 900}, color_scheme=scheme)
    for path, found in (("suche/?q=Sauna", 10), ("en/locations/", 0)):
        page.goto(site + path)
        expect(page.locator("#au-found li")).to_have_count(found)
        assert loaded_axe(page)() == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.context.close()
    assert troubles == []


def test_without_a_script_the_archive_is_named(browser: Browser, site: str) -> None:
    """The form leads to a page that says what it needs, and where all notices stand."""
    page, _ = watched(browser, java_script_enabled=False)
    page.goto(site)
    page.get_by_role("searchbox").first.fill("Sauna")
    page.get_by_role("button", name="Suchen").first.click()
    page.wait_for_url("**/suche/?q=Sauna")
    sentence = page.locator("#au-without")
    assert sentence.inner_text() == (
        "Die Suche arbeitet im Browser und braucht dafür JavaScript. Alle Meldungen im Archiv"
    )
    sentence.get_by_role("link").click()
    expect(page).to_have_url(f"{site}archiv/")
    page.context.close()


def test_an_index_that_does_not_come_is_told(browser: Browser, site: str) -> None:
    """The reader gets a sentence and the way to the archive."""
    page, _ = watched(browser)
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto(f"{site}suche/?q=Sauna")
    expect(page.get_by_role("status")).to_have_text("Die Suche lässt sich gerade nicht laden.")
    expect(page.locator("#au-without")).to_be_visible()
    page.context.close()


def test_texts_run_no_script(browser: Browser, site: str) -> None:
    """A search term is words, whatever it looks like."""
    page, troubles = watched(browser)
    page.goto(f"{site}suche/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.get_by_role("status")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img, article img").count() == 0
    page.context.close()
    assert troubles == []
