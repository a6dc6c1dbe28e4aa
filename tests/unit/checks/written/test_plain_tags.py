"""Which markup is plain, what its tags tell, and when a plain page surely shows something."""

import pytest

from aushang.checks.written.blank import surely_says_something
from aushang.checks.written.facts import Reference
from aushang.checks.written.passages import read_passage
from aushang.checks.written.plain import plain_markup
from aushang.checks.written.tags import Role

PLAIN = [
    '<a href="x/">x</a>',
    "<a href>x</a>",
    '<img alt="a &amp; b" src="a.png"/>',
    '<table><tr><td class="x">1</td></tr></table>',
    '<script type="application/ld+json">{"a": "b > c"}</script>',
    '<p title="Öffnung">ä & ö > ü</p>',
    '<!doctype html>\n<html lang="de"><head><title>a</title></head><body dir="ltr"></body></html>',
]
NOT_PLAIN = [
    "<a href=x/>x</a>",
    "<a href='x/'>x</a>",
    '<A HREF="x/">x</A>',
    '<a href="x/?a=1&amp;b=2">x</a>',
    '<a href="x/" href="y/">x</a>',
    '<a href="x/"',
    '<p title="a<b">',
    '<p title="a>b">',
    "<!-- x -->",
    '<td id="x">',
    '<base href="/">',
    "<template></template>",
    "<svg></svg>",
    "<select></select>",
    '<script>"<a>"</script>',
    "<title>a<b</title>",
    "<style>p{}",
    "<p>a\rb</p>",
    "<p>a\0b</p>",
    "1 < 2",
]


@pytest.mark.parametrize("markup", PLAIN)
def test_what_is_plain(markup: str) -> None:
    """Quoted attributes, known elements, texts of any kind."""
    assert plain_markup(markup.encode()) is not None


@pytest.mark.parametrize("markup", NOT_PLAIN)
def test_what_is_not(markup: str) -> None:
    """Whatever takes a parser to be understood, or may be moved, joined or dropped by it."""
    assert plain_markup(markup.encode()) is None


def test_what_tags_tell() -> None:
    """Ids, names of links and references, in order; each reference once."""
    page = plain_markup(
        b'<h2 id="a">A</h2><a name="b" href="x/">1</a><img src="y.png"><a name="b" href="x/">2</a>'
    )
    assert page is not None
    assert [anchor for tag in page.tags for anchor in tag.anchors] == ["a", "b", "b"]
    assert page.references == (Reference("x/", "a"), Reference("y.png", "img"))


def test_long_tags_are_read_like_short_ones() -> None:
    """Only short tags are remembered; that makes no difference to what is found."""
    url = "x" * 1000
    page = plain_markup(f'<a href="{url}" title="{url}">x</a>'.encode())
    assert page is not None
    assert page.references == (Reference(url, "a"),)


@pytest.mark.parametrize(
    ("source", "anchors", "references"),
    [
        ('a class="x" href="{}" lang="en"', [], [("{}", "a")]),
        ('link rel="alternate" hreflang="de" href="{}"', [], [("{}", "link rel=alternate")]),
        ('h2 id="{}"', ["{}"], []),
        ('a id="{}" href="x/"', ["{}"], [("x/", "a")]),
        ('a id="x" href="{}"', ["x"], [("{}", "a")]),
        ('a href="{}" ping="p/ q/"', [], [("{}", "a"), ("p/", "ping"), ("q/", "ping")]),
        ('meta property="og:image" content="{}"', [], [("{}", "meta")]),
    ],
)
def test_tags_that_differ_in_one_value(
    source: str, anchors: list[str], references: list[tuple[str, str]]
) -> None:
    """They are read alike, whatever the value; also if it is the sign that stands for any."""
    for value in ("x/", "ü", " #a", "\x01", "\x01\x01", "/x?y=1"):
        page = plain_markup(f"<{source.format(value)}>".encode())
        assert page is not None
        told = [anchor for tag in page.tags for anchor in tag.anchors]
        assert told == [name.format(value) for name in anchors]
        assert [*page.references] == [(url.format(value), of) for url, of in references]


def test_roles() -> None:
    """What there is, and what style sheets and blocks of data hold."""
    page = plain_markup(
        b'<title>a</title><meta name="robots" content="noindex"><main><table></table>'
        b'<table class="x"></table><img src="x"><img src="x" alt=""><area><input type="image">'
        b"</main><style>b</style>"
        b'<script>c</script><script type="application/ld+json">1 > 2</script>'
    )
    assert page is not None
    assert [tag.role.name for tag in page.tags if tag.role] == [
        "TITLE",
        "UNLISTING",
        "MAIN",
        "TABLE",
        "TABLE",
        "UNDESCRIBED",
        "UNDESCRIBED",
        "STYLE",
        "SCRIPT",
        "LINKED_DATA",
    ]
    assert page.held == [(Role.STYLE, "b"), (Role.LINKED_DATA, "1 > 2")]
    assert page.words.startswith(b"<>a<><>")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<main><article><p>Wort</p></article></main>", True),
        ("<main><div><article><header><p>x</p></header><li>1</li></article></div></main>", True),
        ("<main><article><h1>Wort</h1></article></main>", False),
        ("<main><article><footer><p>Wort</p></footer></article></main>", False),
        ("<main><article><p>&nbsp;</p></article></main>", False),
        ("<main><article></article><p>Wort</p></main>", False),
        ("<main><p>Wort</p></main>", False),
        ("<main><article></div><p>Wort</p></article></main>", False),
        ("<table><main><article><p>Wort</p></article></main></table>", False),
        ("<article><p>Wort</p></article>", False),
    ],
)
def test_a_word_in_the_main_article(page: str, expected: bool) -> None:  # noqa: FBT001  a table
    """Only a word in a paragraph or the like, in an article whose tags are in order, is proof."""
    assert surely_says_something(read_passage(page.encode()).shape) is expected
