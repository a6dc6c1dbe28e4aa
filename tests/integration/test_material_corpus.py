"""A real blog of Material's plugin is published as it is: twelve posts that nobody here wrote."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import feedparser
import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.browser.test_shell import browser, watched
from tests.corpora import corpus
from tests.integration.sites import NOW, Run, aushang, tree
from tests.integration.source_links import is_shown_as, leads_to, used_targets
from tests.served import served

__all__ = ["browser"]  # the fixture

SETTINGS = Path(__file__).parent / "material-blog.yml"
IGNORE = """\
plugins:
  aushang:
    ignore:
      AU112: the badge is the subject of the post
      AU201: the manual is published elsewhere
      AU206: its author's page has no encryption
"""
FINDING = re.compile(r"(\S+\.md):(\d+):(\d+): error (AU\d+) (?:link|picture) “(.+)” leads nowhere")
POSTS = 12


@pytest.fixture(scope="module")
def blog() -> Path:
    """The folder that somebody else wrote."""
    return corpus("material-blog")


@pytest.fixture(scope="module")
def refused(blog: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The build that is told nothing about the manual that is missing."""
    folder = tmp_path_factory.mktemp("refused")
    _configure(folder, blog)
    run = aushang(folder, "build", COLUMNS="400")
    assert not (folder / "site").exists()
    return run


@pytest.fixture(scope="module")
def published(blog: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a build that lets the dead links pass."""
    before = tree(blog)
    folder = tmp_path_factory.mktemp("published")
    _configure(folder, blog, IGNORE)
    run = aushang(folder, "build")
    assert (run.returncode, run.stderr) == (0, "")
    assert "12 posts in " in run.stdout
    assert tree(blog) == before
    return folder / "site"


@pytest.fixture(scope="module")
def root(published: Path) -> Iterator[str]:
    """The site's address on this machine."""
    with served(published) as address:
        yield address


def _configure(folder: Path, blog: Path, more: str = "") -> None:
    text = f"INHERIT: {SETTINGS}\ndocs_dir: {blog.resolve()}\n{more}"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def _pages(site: Path) -> list[tuple[Path, LexborNode]]:
    """The main parts of the posts' pages."""
    found = []
    for file in sorted((site / "posts").glob("*/index.html")):
        main = LexborHTMLParser(file.read_bytes()).css_first("main")
        assert main is not None
        found.append((file, main))
    return found


def test_each_missing_link_is_told_where_it_stands(blog: Path, refused: Run) -> None:
    """Looked up in the source: at that line and column a link begins that leads to that target."""
    assert refused.returncode == 1
    found = FINDING.findall(refused.stdout)
    assert len(found) == refused.stdout.count(" error AU201 ") > 100
    for file, line, column, _, target in found:
        source = (blog / "posts" / Path(file).name).read_text(encoding="utf-8")
        rest = "\n".join(source.split("\n")[int(line) - 1 :])[int(column) - 1 :]
        assert leads_to(rest, target, source), (file, line, column, target, rest[:60])


def test_no_missing_link_is_left_out(blog: Path, refused: Run) -> None:
    """Every address that a post uses and that is no file of the blog is among the findings."""
    told = {(Path(file).name, target) for file, _, _, _, target in FINDING.findall(refused.stdout)}
    missing = {
        (post.name, target)
        for post in (blog / "posts").glob("*.md")
        for target in used_targets(post.read_text(encoding="utf-8"))
        if not urlsplit(target).scheme and not _is_here(post, urlsplit(target).path)
    }
    assert len(missing) > 80
    named = {
        (name, next((one for file, one in told if file == name and is_shown_as(target, one)), ""))
        for name, target in missing
    }
    assert named == told


def _is_here(post: Path, path: str) -> bool:
    return not path or (not path.startswith("..") and (post.parent / unquote(path)).exists())


def test_a_picture_of_another_host_is_told(refused: Run) -> None:
    """The badge that one post is about; its words stay as a link."""
    (line,) = [line for line in refused.stdout.splitlines() if " error AU112 " in line]
    assert (
        "posts/adding-a-badge-to-your-project.md:23:2: error AU112 “https://img.shields.io/" in line
    )


def test_every_post_is_a_page_with_its_json(published: Path) -> None:
    """Twelve of them, and categories have pages and feeds."""
    assert len(_pages(published)) == POSTS
    posts = [
        json.loads(file.read_text(encoding="utf-8"))["data"]
        for file in (published / "api/v1/posts").glob("*.json")
        if file.stem != "index"
    ]
    assert len(posts) == POSTS
    assert {post["type"] for post in posts} == {"news"}
    categories = {folder.name for folder in (published / "services").iterdir() if folder.is_dir()}
    assert categories == {"blog", "build", "general", "performance", "search"}
    assert all((published / f"feeds/services/{name}/posts.rss").is_file() for name in categories)


def test_feeds_are_read_without_a_complaint(published: Path) -> None:
    """Feedparser finds no fault in any of them."""
    feeds = sorted(published.rglob("*.rss")) + sorted(published.rglob("*.atom"))
    assert len(feeds) > 20
    for file in feeds:
        read = feedparser.parse(file.read_bytes())
        assert not read.bozo, (file, read.get("bozo_exception"))


def test_every_picture_is_there_with_its_size(blog: Path, published: Path) -> None:
    """All that posts show, and no others."""
    shown = set()
    for file, main in _pages(published):
        for picture in main.css("img"):
            target = (
                file.parent / unquote(urlsplit(picture.attributes["src"] or "").path)
            ).resolve()
            assert target.is_file(), (file, target)
            assert picture.attributes["width"], (file, target)
            assert picture.attributes["height"], (file, target)
            shown.add(target.relative_to(published.resolve() / "media").as_posix())
    there = {file.relative_to(blog).as_posix() for file in blog.rglob("*.png")}
    assert there >= shown
    assert len(shown) > 8
    written = {
        file.relative_to(published / "media").as_posix() for file in published.rglob("*.png")
    }
    assert written == shown


@pytest.mark.parametrize(
    ("selector", "page"),
    [
        (".admonition.warning > .admonition-title", "insiders-now-free-for-everyone"),
        ("details.info > summary", "mkdocs-2-0"),
        (".tabbed-set > input[type=radio]", "excluding-content-from-search"),
        (".tabbed-labels > label", "search-better-faster-smaller"),
        (".mdx-columns li.task-list-item [role=img]", "insiders-now-free-for-everyone"),
        (".twemoji > svg > path", "transforming"),
        ("figure > figcaption", "search-better-faster-smaller"),
        (".mdx-heart svg", "transforming"),
        (".highlight code span", "search-better-faster-smaller"),
        ("sup a.footnote-ref", "search-better-faster-smaller"),
        (".footnote li", "search-better-faster-smaller"),
    ],
)
def test_the_extensions_are_rendered(published: Path, selector: str, page: str) -> None:
    """Admonitions, tabs, columns, icons as drawings, attribute lists, footnotes, code."""
    (main,) = [main for file, main in _pages(published) if page in file.parent.name]
    assert main.css(selector)


def test_no_markup_is_left_in_the_words(published: Path) -> None:
    """No attribute list, icon, admonition, tab or fence is there to be read."""
    left = re.compile(
        r"\{:? ?[.#][\w-]|:(?:material|octicons|simple)-|^(?:!!!|\?\?\?|===|```)", re.MULTILINE
    )
    for file, main in _pages(published):
        for code in main.css("pre, code"):
            code.decompose()
        assert left.search(main.text()) is None, file


def test_a_link_let_through_is_as_the_author_wrote_it(published: Path) -> None:
    """Nothing is bent to look alive."""
    page = LexborHTMLParser((published / "posts/blog-support-just-landed/index.html").read_bytes())
    assert page.css('main a[href="../../plugins/blog.md"]')
    assert page.css('main a[href="../../setup/setting-up-a-blog.md"]')


def test_material_s_addresses_lead_to_the_new_ones(published: Path) -> None:
    """Those that its plugin gives unless it is configured."""
    for old in (
        "2021/09/13/search-better-faster-smaller",
        "2026/02/18/mkdocs-2.0",
        "category/build",
    ):
        assert (published / old / "index.html").is_file()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_a_browser_shows_every_post(
    browser: Browser, published: Path, root: str, width: int, scheme: Any
) -> None:
    """No message, no request to others, nothing wider than the screen; the scheme's pictures."""
    page, troubles = watched(browser, viewport={"width": width, "height": 800}, color_scheme=scheme)
    for file in [published / "index.html", *(file for file, _ in _pages(published))]:
        page.goto(root + file.parent.relative_to(published).as_posix() + "/")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), file
    page.goto(root + "posts/zensical/")
    shown = "all => all.filter(one => one.checkVisibility()).map(one => one.src.split('/').pop())"
    suffix = "-dark.png#gh-dark" if scheme == "dark" else ".png#gh-light"
    assert page.eval_on_selector_all("main img", shown) == [
        f"screenshot{suffix}-mode-only",
        f"screenshot-search{suffix}-mode-only",
    ]
    page.context.close()
    assert troubles == []


def test_mkdocs_writes_the_same_site(blog: Path, published: Path, tmp_path: Path) -> None:
    """Byte for byte, through the plugin."""
    _configure(tmp_path, blog, IGNORE)
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "AUSHANG_NOW": NOW, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert run.returncode == 0, run.stderr
    assert tree(tmp_path / "site") == tree(published)
