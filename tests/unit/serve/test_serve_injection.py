"""What the preview adds to pages, and when a page is another one."""

import json
import os
from http import HTTPStatus
from pathlib import Path

import pytest

from aushang.serve.board import News, Notice
from aushang.serve.injection import event, own_file, version, with_script
from aushang.serve.requests import Shown

NEWS = News(generation=3)
PAGE = """\
<link rel="stylesheet" href="../assets/base.css?v=1"><img src="../media/a%20b.png">
<a href="../other/">Mehr</a><img src="data:,x"><img src="//else.example/x.png"></body>"""


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """A site with a page that shows a picture and has a style sheet."""
    site = tmp_path / "site"
    for path, text in {
        "a/index.html": PAGE,
        "other/index.html": "other",
        "assets/base.css": "a {}",
        "media/a b.png": "png",
        "404.html": "gone",
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    return Shown(site, "/news/")


def changed(file: Path, text: str) -> None:
    """Write a file as the engine does: what is new has a time of its own."""
    file.write_text(text)
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1_000_000))


def test_the_script_stands_at_the_end_of_the_body() -> None:
    """It knows which version it stands on; nothing is inline, as the policy wants it."""
    page = with_script(b"<p>a</p></body></html>", version="1f", news=NEWS, follows=False)
    assert page == (
        b'<p>a</p><script src="/.aushang/preview.js" data-version="1f" data-generation="3">'
        b"</script></body></html>"
    )


def test_a_page_without_an_end_gets_it_too() -> None:
    """HTML need not close its body; `--follow` is told as well."""
    page = with_script(b"<p>a", version="1f", news=NEWS, follows=True)
    assert page == (
        b'<p>a<script src="/.aushang/preview.js" data-version="1f" data-generation="3" '
        b"data-follows></script>"
    )


def test_an_unchanged_page_has_the_same_version(shown: Shown) -> None:
    """Whatever happens to others: what it links to, and what is new elsewhere."""
    before = version("/news/a/", shown)
    changed(shown.folder / "other/index.html", "new")
    changed(shown.folder / "404.html", "new")
    assert version("/news/a/", shown) == before


@pytest.mark.parametrize("path", ["a/index.html", "assets/base.css", "media/a b.png"])
def test_a_page_is_another_one_when_what_it_shows_is(shown: Shown, path: str) -> None:
    """Its own text, its style sheet, its pictures."""
    before = version("/news/a/", shown)
    changed(shown.folder / path, f"{PAGE} new")
    assert version("/news/a/", shown) != before


def test_a_page_that_comes_or_goes_is_another_one(shown: Shown) -> None:
    """The reader of the 404 page sees the new post at once."""
    before = version("/news/b/", shown)
    (shown.folder / "b").mkdir()
    (shown.folder / "b/index.html").write_text("b")
    assert version("/news/b/", shown) != before


@pytest.mark.parametrize("address", ["", "nonsense", "/news/http://[", "/%00", "/" + "a" * 5000])
def test_any_address_has_a_version(shown: Shown, address: str) -> None:
    """It comes from the browser, so it may be anything."""
    assert len(version(address, shown)) == 18


def test_an_event_is_one_line_of_json() -> None:
    """Line ends in a finding would end the event early."""
    notice = Notice(place="a\nb", severity="error", code="AU101", message="ü</script>\r\n\ndata: x")
    told = event(News(generation=1, notices=(notice,)), is_stale=True).decode()
    head, data = told.removesuffix("\n\n").split("\n")
    assert head == "event: news"
    news = json.loads(data.removeprefix("data: "))
    assert news["is_stale"] is True
    assert news["notices"][0]["message"] == notice.message


def test_the_preview_has_two_files_of_its_own() -> None:
    """And gives away no other."""
    script, sheet = own_file("/.aushang/preview.js"), own_file("/.aushang/preview.css")
    assert script is not None
    assert sheet is not None
    assert (script.status, script.media_type) == (HTTPStatus.OK, "text/javascript; charset=utf-8")
    assert sheet.media_type == "text/css; charset=utf-8"
    assert own_file("/.aushang/../server.py") is None
    assert own_file("/.aushang/") is None
