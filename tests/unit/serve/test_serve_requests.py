"""What an address of the site is answered with."""

from http import HTTPStatus
from pathlib import Path

import pytest

from aushang.serve.requests import HTML, Answer, Shown, answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small published site, beside a file that is nobody's business."""
    site = tmp_path / "site"
    for path, text in {
        "index.html": "home",
        "404.html": "gone",
        "meldungen/käse/index.html": "cheese",
        "feeds/posts.rss": "<rss/>",
        "empty/a.txt": "",
        ".aushang": "ours",
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    (tmp_path / "secret").write_text("secret")
    (site / "link").symlink_to(tmp_path / "secret")
    return site


def test_a_folder_is_answered_with_its_page(folder: Path) -> None:
    """The start page and pages below, with percent-encoding and a query."""
    assert answer("/", Shown(folder, "/")).data == b"home"
    assert answer("/meldungen/k%C3%A4se/?a=b", Shown(folder, "/")).data == b"cheese"


def test_a_page_that_is_shown_first_stands_in_place_of_the_folders(folder: Path) -> None:
    """Under its address and under its file's name; no other page is touched by it."""
    shown = Shown(folder, "/news/", first={"meldungen/käse/index.html": b"new"})
    for address in ("/news/meldungen/k%C3%A4se/", "/news/meldungen/käse/index.html?a=b"):
        found = answer(address, shown)
        assert (found.status, found.media_type, found.data) == (HTTPStatus.OK, HTML, b"new")
    assert answer("/news/", shown).data == b"home"
    assert answer("/news/meldungen/k%C3%A4se", shown).location == "/news/meldungen/k%C3%A4se/"


def test_a_folder_without_its_slash_is_redirected(folder: Path) -> None:
    """Relative addresses on the page would else be wrong by one level."""
    found = answer("/meldungen/k%C3%A4se", Shown(folder, "/"))
    assert found == Answer(HTTPStatus.FOUND, location="/meldungen/k%C3%A4se/")


def test_a_redirect_never_leads_to_another_host(folder: Path) -> None:
    """`//meldungen` would be read as the host “meldungen”."""
    assert answer("//meldungen/käse", Shown(folder, "/")).location in {"", "/meldungen/käse/"}


def test_the_index_of_the_search_comes_from_its_own_folder(folder: Path, tmp_path: Path) -> None:
    """What it was made of is nobody's business."""
    index = tmp_path / ".site.search"
    (index / "pagefind/de/1").mkdir(parents=True)
    (index / "pagefind/de/blocks.json").write_text("{}")
    (index / "pagefind/de/1/.key").write_text("abc")
    shown = Shown(folder, "/news/", index)
    assert answer("/news/pagefind/de/blocks.json", shown).data == b"{}"
    assert answer("/news/", shown).data == b"home"
    for address in ("/news/pagefind/de/1/.key", "/news/pagefind/../../secret", "/news/pagefind/x"):
        assert answer(address, shown).status == HTTPStatus.NOT_FOUND
    without = Shown(folder, "/news/")
    assert answer("/news/pagefind/de/blocks.json", without).status == HTTPStatus.NOT_FOUND


def test_the_site_lives_under_its_base_path(folder: Path) -> None:
    """Outside of it there is only the way in."""
    assert answer("/news/feeds/posts.rss", Shown(folder, "/news/")).status == HTTPStatus.OK
    assert answer("/", Shown(folder, "/news/")).location == "/news/"
    assert answer("/news", Shown(folder, "/news/")).location == "/news/"
    assert answer("/feeds/posts.rss", Shown(folder, "/news/")).status == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/nothing/",
        "/index.html/",
        "/empty/",
        "/.aushang",
        "/../secret",
        "/%2e%2e/secret",
        "/meldungen/..%2f..%2f..%2fsecret",
        "/meldungen/..\\..\\secret",
        "//etc/passwd",
        "/link",
        "/a%00b",
        "/" + "a" * 5000,
        "http://[",
        "*",
    ],
)
def test_everything_else_is_the_sites_own_404_page(folder: Path, address: str) -> None:
    """Missing files, dot files, ways out of the folder, links and nonsense are all the same."""
    found = answer(address, Shown(folder, "/"))
    assert (found.status, found.media_type, found.data) == (HTTPStatus.NOT_FOUND, HTML, b"gone")


def test_before_there_is_a_site_the_answer_says_so(tmp_path: Path) -> None:
    """There is no 404 page yet."""
    found = answer("/", Shown(tmp_path / "site", "/"))
    assert (found.status, found.media_type) == (HTTPStatus.SERVICE_UNAVAILABLE, HTML)
    assert (
        b"There is no site to show yet. This page shows it as soon as there is one." in found.data
    )
