"""What a browser makes of the headers: others read what is meant for them, our pages work."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.test_shell import browser, watched
from tests.integration.sites import aushang
from tests.served import served
from tests.servers.programs import Server, nginx
from tests.servers.site import BASE, published

__all__ = ["browser"]  # the fixture

_READ = """async addresses => {
    const found = {};
    for (const address of addresses) {
        try {
            const answer = await fetch(address);
            found[address] = [answer.status, (await answer.text()).length > 0];
        } catch (error) {
            found[address] = error.name;
        }
    }
    return found;
}"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """The site behind nginx."""
    with TemporaryDirectory(prefix="aushang-browsed-") as name:
        folder = Path(name)
        site = published(folder)
        snippet = aushang(folder / "publication", "headers", "nginx").stdout
        with nginx(folder / "nginx", site, BASE, snippet) as running:
            yield running


def test_another_website_reads_what_is_meant_for_it(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    """API, feeds, calendars, badges, the script, what is not there; a page stays our own."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Somebody else</title>")
    names = (
        "api/v1/index.json", "api/v1/schema/post.json", "api/v1/status.json", "feeds/posts.rss",
        "feeds/posts.json", "feeds/calendar.ics", "embed/aushang.js", "badges/mitte.svg",
        "statuspage/api/v2/summary.json",
    )  # fmt: skip
    start = f"http://127.0.0.1:{server.port}{BASE}"
    with served(tmp_path) as other:
        page, _ = watched(browser)
        page.goto(other)
        gone = f"{start}api/v1/posts/nie.json"
        found = page.evaluate(_READ, [start, gone, *(start + name for name in names)])
        page.context.close()
    assert found.pop(start) == "TypeError"
    assert found.pop(gone) == [404, True]
    assert found == {start + name: [200, True] for name in names}


def test_no_other_website_frames_a_page(browser: Browser, server: Server, tmp_path: Path) -> None:
    """Nobody else's page can pass for the house's."""
    address = f"http://127.0.0.1:{server.port}{BASE}"
    (tmp_path / "index.html").write_text(f'<!doctype html><iframe src="{address}"></iframe>')
    with served(tmp_path) as other:
        page, _ = watched(browser)
        with page.expect_console_message(lambda told: "frame-ancestors 'self'" in told.text):
            page.goto(other)
        page.context.close()


def test_the_search_works_with_its_parts_kept_for_ever(browser: Browser, server: Server) -> None:
    """Its program, its worker and its index are of the media types that a browser wants."""
    page, troubles = watched(browser)
    page.goto(f"http://127.0.0.1:{server.port}{BASE}suche/?q=Sauna")
    expect(page.get_by_role("status")).to_contain_text("Treffer für „Sauna“.")
    page.context.close()
    assert troubles == []
