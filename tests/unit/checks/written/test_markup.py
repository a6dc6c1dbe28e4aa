"""One parse of a page yields its anchors, all it refers to, and whether it shows anything."""

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Form
from aushang.checks.written.markup import page_facts

REFERENCES = [
    ('<a href="x/">x</a>', [("x/", "a")]),
    ("<a href>x</a>", [("", "a")]),
    ('<a rel=nofollow href="x/">x</a>', [("x/", "a")]),
    ('<pre><a href="x/">x</a></pre>', [("x/", "a")]),
    ('<map><area href="x/"></map>', [("x/", "area")]),
    ('<link rel=stylesheet href="a.css">', [("a.css", "link")]),
    ('<link rel=preload imagesrcset="a.png 1x">', [("a.png", "link")]),
    ('<img src="a.png" srcset="b.png 2x, c.png 3x">', [(f"{n}.png", "img") for n in "abc"]),
    (
        '<picture><source srcset="a.webp 1x"><img src="a.png"></picture>',
        [("a.webp", "source"), ("a.png", "img")],
    ),
    ('<video src="a.mp4" poster="a.jpg"></video>', [("a.mp4", "video"), ("a.jpg", "video")]),
    (
        '<audio src="a.mp3"><track src="a.vtt"></audio>',
        [("a.mp3", "audio"), ("a.vtt", "track")],
    ),
    ('<iframe src="x/"></iframe>', [("x/", "iframe")]),
    ('<script src="a.js"></script>', [("a.js", "script")]),
    ('<object data="a.pdf"></object>', [("a.pdf", "object")]),
    ('<embed src="a.pdf">', [("a.pdf", "embed")]),
    ('<form action="suche/"></form>', [("suche/", "form")]),
    ('<button formaction="x/"></button>', [("x/", "button")]),
    ('<input type=image src="a.png">', [("a.png", "input")]),
    ('<meta property="og:image" content="a.png">', [("a.png", "meta")]),
    ('<meta name="description" content="a.png">', []),
    ('<meta http-equiv="refresh" content="0; url=x/">', [("x/", "refresh")]),
    ('<meta http-equiv="Refresh" content="0;URL=\'x/\'">', [("x/", "refresh")]),
    ('<meta http-equiv="refresh" content="30">', []),
    ('<meta http-equiv="refresh" content="300; url=x/">', [("x/", "reload")]),
    ('<link rel="shortcut icon" href="a.ico">', [("a.ico", "link")]),
    ('<link rel=canonical href="x/">', [("x/", "link rel=canonical")]),
    ('<link href="x/">', [("x/", "link without a meaning")]),
    ('<a href="x/" ping="a b">x</a>', [("x/", "a"), ("a", "ping"), ("b", "ping")]),
    ('<p style="background: url(a.png)">x</p>', [("a.png", "url()")]),
    (
        '<style>@import "a.css"; p { background: url(b.png) }</style>',
        [("a.css", "@import"), ("b.png", "url()")],
    ),
    ('<script type="application/ld+json">{"url": "/x/"}</script>', [("/x/", "JSON-LD")]),
    ('<script type="application/json">{"url": "/x/"}</script>', []),
    ('<svg><image href="a.png" xlink:href="b.png"/></svg>', [("a.png", "image")]),
    ('<svg><use xlink:href="a.svg#b"/></svg>', [("a.svg#b", "use")]),
    ('<iframe srcdoc="<img src=a.png>"></iframe>', [("a.png", "img")]),
    ('<iframe srcdoc="<iframe srcdoc=x src=y>"></iframe>', [("y", "iframe")]),
    ('<meta name="twitter:image" content="a.png">', [("a.png", "meta")]),
    ('<blockquote cite="x/"><p>x</p></blockquote>', []),
    ('<a href="a&amp;b/">x</a>', [("a&b/", "a")]),
    ('<a href="x/">1</a><a href="x/">2</a>', [("x/", "a")]),
    ('<!-- <a href="x/"> -->', []),
]


@pytest.mark.parametrize(("markup", "expected"), REFERENCES)
def test_references(markup: str, expected: list[tuple[str, str]]) -> None:
    """Whatever a browser follows or fetches is a reference, once, under the name of its element."""
    facts = page_facts(f"<main><p>Text</p>{markup}</main>".encode())
    assert [tuple(reference) for reference in facts.references] == expected


def test_anchors_are_ids_and_old_names_wherever_they_stand() -> None:
    """Ids count in the theme's own parts too; `name` counts on links only."""
    facts = page_facts(
        "<header id=kopf></header><main><p id='über'>x<a name=alt></a></p>"
        "<input name=feld></main>".encode()
    )
    assert facts.anchors == {"kopf", "über", "alt"}
    assert facts.form is Form.HTML


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<p id="a">x</p><p id="b">x</p>', []),
        ('<p id="a">x</p><p id="a">x</p>', ["a"]),
        ('<p id="a">x</p><i id="a">x</i>', ["a"]),
        ("<p id=a>x</p><p id='a'>x</p><p id=b>x</p>", ["a"]),
        ('<p id="">x</p><p id="">x</p>', []),
        ('<p data-id="a">x</p><p id="a">x</p>', []),
        ('<svg><g id="a"/></svg><svg><g id="a"/></svg>', []),
    ],
)
def test_repeated_ids(markup: str, expected: list[str]) -> None:
    """An id that two elements have is a flaw of the page; drawings may be shown twice."""
    flaws = page_facts(f"<main><p>Text</p>{markup}</main>".encode()).flaws
    assert [flaw.value for flaw in flaws if flaw.code == "AU205"] == expected


def test_base_is_kept_as_written() -> None:
    """The first `<base>` with an address counts."""
    facts = page_facts(b"<head><base target=x><base href='/a/'><base href='/b/'></head>")
    assert facts.base == "/a/"


@pytest.mark.parametrize(
    "main",
    [
        "",
        "<h1>Titel</h1>",
        "<h1>Titel</h1><p> </p><ul><li></li></ul><hr><!-- Text -->",
        "<h1>Titel<a class=headerlink href=#t>¶</a></h1>",
        "<nav><ul><li><a href=x>Menü</a></li></ul></nav><h1>Titel</h1>",
        "<h1>Titel</h1><footer><p>Impressum</p></footer>",
        "<h1>Titel</h1><script>tu('was')</script><style>p{}</style>",
        "<h1>Titel</h1><table><tr><td></td></tr></table>",
    ],
)
def test_blank_pages(main: str) -> None:
    """A title, menus, comments and empty wrappers show a reader nothing."""
    assert page_facts(f"<nav><p>Menü</p></nav><main>{main}</main>".encode()).is_blank


@pytest.mark.parametrize(
    "main",
    [
        "<h1>Titel</h1><p>Zurzeit keine Störungen.</p>",
        "<h1>Titel</h1>Text ohne Absatz",
        "<h1>Titel</h1><div>Text ohne Absatz</div>",
        "<h1>Titel</h1><p><img src=a.png alt=''></p>",
        "<h1>Titel</h1><ul><li>eins</li></ul>",
        "<h1>Titel</h1><table><tr><td>1</td></tr></table>",
        "<h1>Titel</h1><form><button>Los</button></form>",
        "<article><h1>Titel</h1><p>Text</p></article>",
    ],
)
def test_pages_that_show_something(main: str) -> None:
    """Text, pictures, lists, tables and forms are content."""
    assert not page_facts(f"<main>{main}</main>".encode()).is_blank


def test_bytes_that_are_no_html_never_raise() -> None:
    """A page is read whatever it holds."""
    assert page_facts(b"\xff\xfe<\x00main><a href='\xff'>").form is Form.HTML


@pytest.mark.parametrize(
    "piece",
    [
        "<p>a:</p><ul>",
        "<nav>",
        "<div><h3>a</h3>",
        '<div><a href="x">hier</a>',
        "<dl>",
        "<div><img>",
    ],
)
def test_deep_nesting_takes_no_long_time(piece: str) -> None:
    """Each step into the depth costs the same: four times as deep is not sixteen times as long.

    The parser's own time is left out: it looks through all that is open for each `<p>`. What else
    the machine does meanwhile can spoil one measurement, not three.
    """
    head = "<main><article><h1>a</h1><p><a href='x'>y</a></p>"

    def seconds(depth: int) -> float:
        page = (head + piece * depth).encode()
        began = time.process_time()
        LexborHTMLParser(page)
        parsed = time.process_time()
        page_facts(page)
        return time.process_time() - parsed - (parsed - began)

    assert any(seconds(8000) < 12 * max(seconds(2000), 0.02) for _ in range(3))
