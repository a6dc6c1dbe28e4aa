"""A real bilingual publication moves in from Hugo: 155 posts that nobody here wrote."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import pytest
from reader import make_reader
from selectolax.lexbor import LexborHTMLParser
from tests.corpora import corpus
from tests.integration.sites import Run, aushang

from aushang.content.hugo.entries import Entry, read_entries
from aushang.content.hugo.permalinks import aliases, permalink
from aushang.content.hugo.site import read_site

URL = "https://www.systemli.org/"
MOVE = ("--url", URL, "--email", "support@systemli.org")


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run, Run]:
    """The new folder with its built site, and what the move and the build said."""
    source = corpus("systemli")
    target = tmp_path_factory.mktemp("move") / "new"
    move = aushang(source.parent, "import", "hugo", str(source), "--to", str(target), *MOVE)
    # Four pictures without words stand in links: an old site's faults are taken note of.
    baseline = aushang(target, "baseline", now="2026-11-21T20:00")
    assert baseline.returncode == 0, baseline.stdout + baseline.stderr
    return target, move, aushang(target, "build", now="2026-11-21T20:00")


def test_everything_is_counted_and_the_result_is_published(moved: tuple[Path, Run, Run]) -> None:
    """78 posts, 77 of them in two languages, in one run without an error."""
    folder, move, build = moved
    assert (move.returncode, move.stderr) == (0, "")
    assert "78 posts with 77 translations, 14 services, 5 pages and 39 files moved" in move.stdout
    assert (build.returncode, build.stderr) == (0, "")
    assert " error " not in build.stdout
    for language, count in (("meldungen", 78), ("en/posts", 77)):
        assert len(list((folder / "site" / language).glob("*/index.html"))) == count


def test_every_old_address_is_alive(moved: tuple[Path, Run, Run]) -> None:
    """Where Hugo served a page or promised an alias, a page or a redirect stands now."""
    folder, _, _ = moved
    source = read_site(corpus("systemli"))
    prefixes = {language.tag: language.prefix for language in source.languages}
    old = set()
    for entry in read_entries(source):
        assert isinstance(entry, Entry)
        prefix = prefixes[entry.language]
        old |= {permalink(entry, prefix, source.permalinks), *aliases(entry, prefix)}
    assert len(old) > 400
    gone = [path for path in sorted(old) if not _file(folder / "site", path).is_file()]
    assert gone == []


def test_every_picture_is_there(moved: tuple[Path, Run, Run]) -> None:
    """The 39 files keep their address, and every picture of a page is one of them."""
    folder, _, _ = moved
    static = corpus("systemli") / "static"
    files = [file.relative_to(static) for file in static.rglob("*") if file.is_file()]
    assert len(files) == 39
    assert [file for file in files if not (folder / "site" / file).is_file()] == []
    shown = 0
    for page in (folder / "site").rglob("index.html"):
        for picture in LexborHTMLParser(page.read_bytes()).css("main img"):
            shown += 1
            target = (page.parent / unquote(picture.attributes["src"] or "")).resolve()
            assert target.is_file(), (page, target)
            assert picture.attributes["width"], (page, target)
    assert shown > 30


def test_no_shortcode_is_left(moved: tuple[Path, Run, Run]) -> None:
    """What Hugo would have replaced is nowhere to be seen."""
    folder, _, _ = moved
    left = [
        page
        for page in (folder / "site").rglob("*.html")
        if re.search(r"\{\{[<%]|hugo-(?:ref|dead|outside):", page.read_text(encoding="utf-8"))
    ]
    assert left == []


def test_what_could_not_follow_is_listed_with_file_and_line(moved: tuple[Path, Run, Run]) -> None:
    """Dead links, frames and far pictures of the old site are named; their words stay."""
    _, move, _ = moved
    listed = re.findall(r"(\S+\.md):(\d+): warning AU040 (.+)", move.stdout)
    assert len(listed) == move.stdout.count(" warning AU040 ") > 50
    german = "german/posts/2018-04-29-google-freies-android.md"
    pdf = "/assets/data/Android_Smartphone_google-frei_einrichten_-_systemli.org.pdf"
    assert any(
        file.endswith(german) and line == "18" and pdf in words for file, line, words in listed
    )


def test_each_post_has_its_json(moved: tuple[Path, Run, Run]) -> None:
    """Both languages in one file."""
    folder, _, _ = moved
    posts = [
        json.loads(file.read_text(encoding="utf-8"))["data"]
        for file in (folder / "site/api/v1/posts").glob("*.json")
        if file.stem != "index"
    ]
    assert len(posts) == 78
    assert sum(len(post["texts"]) == 2 for post in posts) == 77


def test_feeds_are_read_without_a_complaint(moved: tuple[Path, Run, Run]) -> None:
    """Feedparser finds no fault in any of them."""
    folder, _, _ = moved
    feeds = sorted((folder / "site").rglob("*.rss")) + sorted((folder / "site").rglob("*.atom"))
    assert len(feeds) > 100
    for file in feeds:
        read = feedparser.parse(file.read_bytes())
        assert not read.bozo, (file, read.get("bozo_exception"))


def test_a_feed_reader_takes_both_languages(moved: tuple[Path, Run, Run]) -> None:
    """`reader` stores the newest posts under their permanent ids."""
    folder, _, _ = moved
    site = folder / "site"
    with make_reader(":memory:", feed_root=str(site)) as reader:
        for name in ("feeds/posts.rss", "feeds/posts.atom", "en/feeds/updates.atom"):
            reader.add_feed(name)
            reader.update_feed(name)
            entries = list(reader.get_entries(feed=name))
            assert len(entries) >= 30
            assert all((entry.link or "").startswith(URL) for entry in entries)
            assert all(entry.id.startswith("tag:www.systemli.org,") for entry in entries)


def _file(site: Path, address: str) -> Path:
    path = unquote(urlsplit(address).path).lstrip("/")
    return site / (f"{path}index.html" if not path or path.endswith("/") else path)
