"""The live preview in a real browser: pages that reload by themselves and say what is wrong."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.test_shell import AXE, browser, watched
from tests.integration.processes import Running, free_port, running
from tests.integration.sites import CONFIGURATION, write, write_post, write_site

__all__ = ["browser"]  # the fixture

TITLE = "Die Sauna ist wieder offen"
PAGE = "meldungen/sauna-offen/"
LONG = "\n\n".join(f"Absatz {number}." for number in range(200))
BROKEN = "## Kurse\n\n## Sauna\n\nWarm."
HOSTILE = "<img src=x onerror=document.title='taken'>"


def text_of(page: Page, words: str) -> Locator:
    """The words in the post's text; its notice for the door has them as well."""
    return page.locator(".au-prose").get_by_text(words)


def serve(site: Path, port: int, *options: str) -> Any:
    """A preview of a publication, to be entered; it is ready when it says where it is."""
    program = "from aushang.cli import main; main()"
    return running(site, "-c", program, "serve", "--port", str(port), *options, port=port)


def is_ready(preview: Running) -> None:
    """Wait for the first site."""
    preview.wait(lambda: "Showing the site" in preview.told())


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small publication that all tests edit; `restored` puts it right after each."""
    return write_site(tmp_path_factory.mktemp("preview") / "news")


@pytest.fixture(scope="module")
def root(publication: Path) -> Iterator[str]:
    """The address of a preview of it."""
    with serve(publication, free_port()) as preview:
        is_ready(preview)
        yield f"http://127.0.0.1:{preview.port}/news/"


@pytest.fixture
def site(publication: Path) -> Iterator[Path]:
    """The publication, which is whole again when the test is over."""
    yield publication
    write_site(publication)


@pytest.fixture
def opened(browser: Browser, root: str) -> Iterator[Callable[..., Page]]:
    """Opens pages of the preview, and holds that none complains."""
    pages = []

    def open_page(path: str, **options: Any) -> Page:
        page, troubles = watched(browser, **options)
        pages.append((page, troubles))
        page.goto(root + path)
        return page

    yield open_page
    for page, troubles in pages:
        page.context.close()
        assert troubles == []


def panel(page: Page) -> Any:
    """What the preview says over the page."""
    return page.locator("aushang-preview")


def test_the_page_shows_an_edit_by_itself_and_keeps_its_place(
    opened: Callable[..., Page], site: Path
) -> None:
    """Nobody has to reload, or to find the paragraph again."""
    write_post(site, "sauna-offen", TITLE, LONG)
    page = opened(PAGE)
    expect(text_of(page, "Absatz 199.")).to_be_attached()
    page.evaluate("scrollTo(0, 1500)")
    write_post(site, "sauna-offen", TITLE, LONG.replace("Absatz 199.", "Ab Dienstag."))
    expect(text_of(page, "Ab Dienstag.")).to_be_attached()
    expect(page.locator("html")).to_have_js_property("scrollTop", 1500)


def test_the_lists_follow_the_page_which_is_loaded_once(
    opened: Callable[..., Page], site: Path
) -> None:
    """What is shown first is what is built then, so that nobody's page jumps twice."""
    page, lists = opened(PAGE), opened("")
    write_post(site, "sauna-offen", "Die Sauna hat einen neuen Ofen", "Ab Montag.")
    heading = "Die Sauna hat einen neuen Ofen"
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.evaluate("window.mark = 1")
    expect(lists.get_by_role("link", name=heading).first).to_be_visible()
    # News of the whole site came over the same stream to both.
    expect(lists.get_by_role("link", name="Show the edited page")).to_be_visible()
    assert page.evaluate("window.mark") == 1
    expect(panel(page)).to_be_hidden()


def test_a_page_that_did_not_change_is_left_alone_and_offers_the_edited_one(
    opened: Callable[..., Page], site: Path
) -> None:
    """Whoever fills in a search is not interrupted; one click leads to what was edited."""
    page = opened("meldungen/neue-matten/")
    page.evaluate("window.mark = 1")
    write_post(site, "sauna-offen", TITLE, "Ab Mittwoch.")
    link = page.get_by_role("link", name="Show the edited page")
    expect(link).to_be_visible()
    assert page.evaluate("window.mark") == 1
    link.click()
    expect(text_of(page, "Ab Mittwoch.")).to_be_visible()
    expect(panel(page)).to_be_hidden()


def test_findings_stand_over_the_last_good_page_until_they_are_mended(
    opened: Callable[..., Page], site: Path
) -> None:
    """With file, line and column, and what to do."""
    write_post(site, "sauna-offen", TITLE, "Ab Donnerstag.")
    page = opened(PAGE)
    expect(text_of(page, "Ab Donnerstag.")).to_be_visible()
    write_post(site, "sauna-offen", TITLE, BROKEN)
    said = page.get_by_role("alert")
    expect(said).to_have_text("1 error in 1 file. This is the last good page.")
    expect(panel(page)).to_contain_text("content/posts/sauna-offen.md:11:1: error AU101")
    expect(panel(page)).to_contain_text("section “Kurse” has no content")
    expect(panel(page)).to_contain_text("help: write a sentence, or remove the heading")
    expect(text_of(page, "Ab Donnerstag.")).to_be_visible()
    write_post(site, "sauna-offen", TITLE, "Ab Freitag.")
    expect(text_of(page, "Ab Freitag.")).to_be_visible()
    expect(panel(page)).to_be_hidden()


def test_a_post_that_does_not_parse_is_a_finding(opened: Callable[..., Page], site: Path) -> None:
    """The preview goes on, and a page that is opened meanwhile says so too."""
    write(site / "content/posts/sauna-offen.md", "---\ntitle: [\n---\n")
    page = opened(PAGE)
    expect(panel(page)).to_contain_text("content/posts/sauna-offen.md:")
    write_post(site, "sauna-offen", TITLE, "Wieder gut.")
    expect(text_of(page, "Wieder gut.")).to_be_visible()
    expect(panel(page)).to_be_hidden()


def test_what_a_finding_quotes_is_text(opened: Callable[..., Page], site: Path) -> None:
    """Content is hostile: no byte of it becomes markup or is run."""
    page = opened(PAGE)
    post = site / "content/posts/sauna-offen.md"
    write(post, post.read_text("utf-8").replace("[sauna]", f'["{HOSTILE}"]'))
    expect(panel(page)).to_contain_text(HOSTILE)
    assert panel(page).locator("img").count() == 0
    assert "taken" not in page.title()


def test_a_slip_in_the_configuration_is_told_in_the_browser(
    opened: Callable[..., Page], site: Path
) -> None:
    """It is an error of another kind in the terminal; in the browser it is one as all others."""
    page = opened(PAGE)
    write(site / "mkdocs.yml", CONFIGURATION.replace("site_name: Kraftraum", ""))
    expect(page.get_by_role("alert")).to_have_text(
        "mkdocs.yml has no `site_name`. Add site_name: the name of your place "
        "This is the last good page."
    )
    write(site / "mkdocs.yml", CONFIGURATION)
    expect(panel(page)).to_be_hidden()


def test_escape_closes_the_panel_until_something_else_is_wrong(
    opened: Callable[..., Page], site: Path
) -> None:
    """What was read needs not stand over the page; it stays away when the page is loaded anew."""
    page = opened(PAGE)
    write_post(site, "sauna-offen", TITLE, BROKEN)
    expect(page.get_by_role("button", name="Close")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    with page.expect_request("**/.aushang/events?**"):
        page.reload()
    expect(page.get_by_role("alert")).to_have_count(0)
    write_post(site, "sauna-offen", TITLE, f"Neu.\n\n{BROKEN}")
    expect(page.get_by_role("button", name="Close")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(panel(page)).to_be_hidden()


def test_the_panel_meets_wcag_for_every_eye_and_width(
    opened: Callable[..., Page], site: Path
) -> None:
    """Axe finds nothing, narrow and wide, light and dark, and nothing sticks out."""
    write_post(site, "sauna-offen", TITLE, "\n\n".join(f"## Teil {each}" for each in range(40)))
    page = opened(PAGE)
    expect(page.get_by_role("list", name="Findings")).to_be_visible()
    for scheme, width in product(("light", "dark"), (390, 1280)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        found = Axe().run(
            page,
            context="aushang-preview",
            # Else axe copies style sheets of shadow trees, which the site's policy does not allow.
            options={**AXE, "preload": False},
        )
        assert [rule["id"] for rule in found.response["violations"]] == []
        box = page.get_by_role("region", name="Preview").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] > 0


def test_a_page_outlives_the_preview(browser: Browser, tmp_path: Path) -> None:
    """Opened before there is a site, it shows it; left open without a preview, it comes back."""
    site, port = write_site(tmp_path / "news"), free_port()
    write_post(site, "sauna-offen", TITLE, BROKEN)
    page, _ = watched(browser)
    with serve(site, port) as preview:
        is_ready(preview)
        page.goto(f"http://127.0.0.1:{port}/news/{PAGE}")
        expect(page.get_by_text("There is no site to show yet.")).to_be_visible()
        expect(panel(page)).to_contain_text("section “Kurse” has no content")
        write_post(site, "sauna-offen", TITLE, "Ab Montag.")
        expect(text_of(page, "Ab Montag.")).to_be_visible()
    expect(page.locator(".pill[role=status]")).to_have_text(
        "The preview does not answer. Is aushang serve running?"
    )
    write_post(site, "sauna-offen", TITLE, "Ab Sonnabend.")
    with serve(site, port, "--follow") as preview:
        expect(text_of(page, "Ab Sonnabend.")).to_be_visible()
        expect(panel(page)).to_be_hidden()
        is_ready(preview)
        write_post(site, "neue-matten", "Neue Matten", "Sie sind da.")
        expect(text_of(page, "Sie sind da.")).to_be_visible()
        assert page.url.endswith("/meldungen/neue-matten/")
        page.context.close()
