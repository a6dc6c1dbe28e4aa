"""Pages read by their lines: what lines tell by themselves, by examples, and together."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aushang.checks.written import lines as reading
from aushang.checks.written.examples import read_lines
from aushang.checks.written.facts import Reference
from aushang.checks.written.lines import plain_page
from aushang.checks.written.page.vague import PHRASES, SURELY_TELLING, surely_tells
from aushang.checks.written.passages import BROKEN, Passage, Told, read_passage

ROW = '<li><time datetime="{}">{}</time> <a href="{}">{}</a></li>'
BLOCK = '<script type="application/ld+json">{}</script>'
FORMS = [
    ROW,
    BLOCK,
    "<p>{} &amp; {}</p>",
    "<p>{}</p> {} <b>{}</b>",
    '<h2 id="{}">{}</h2>',
    '<meta name="description" content="{}">',
    '<meta property="og:url" content="{}">',
    '<meta name="robots" content="{}">',
    '<meta http-equiv="refresh" content="0; url={}">',
    '<meta http-equiv="refresh" content="{}">',
    '<link rel="canonical" href="{}">',
    '<a id="{}" name="{}" href="{}">{}</a>',
    '<a href="{}" aria-label="{}">{}</a>',
    '<a href="{}"><span>{}</span></a><a href="{}">{}</a>',
    '<a href="{}">',
    '<div href="{}" id="{}">{}</div>',
    "<style>{}</style>",
    "<title>{}</title>",
    '<p title="{}">{}</p',
    '<img src="{}" alt="{}">',
    "{}",
    "  ",
    "<td id='{}'>",
]
WORDS = """
    Sauna hier x ../a/ #b a&b &lt; <i> TODO here noindex ü Übersicht http://a \x01 \x010. folgt mehr
    id=" \0
"""
VALUES = st.sampled_from(
    [*WORDS.split(), "", " ", "a > b", '{"url": "/a"}', ' href="x"', "Kurse am Montag", "x" * 600]
)
LINES = st.builds(
    lambda form, values: form.format(*values),
    st.sampled_from(FORMS),
    st.tuples(VALUES, VALUES, VALUES, VALUES),
).map(lambda line: line.encode("utf-8"))


def told(line: str) -> Told:
    """What a line tells."""
    passage = read_passage(line.encode())
    assert passage.told is not None
    return passage.told


def test_a_passage() -> None:
    """Names of tags, words up to an entity, and what the tags tell, each time."""
    passage = read_passage(b'a <h2 id="b">&nbsp;c</h2><br><p><a href="d/">Sauna</a> e</p>')
    assert passage.shape == b"w<h2></h2><br><p><a>w</a>w</p>"
    assert passage.told == Told(("b",), ("b",), (Reference("d/", "a"),))
    assert read_passage(b"<p>Wort</p>") == Passage(b"<p>w</p>", None)


@pytest.mark.parametrize("line", ['<p title="a', "<svg>", "<script>", "a\rb", "<title>"])
def test_what_does_not_stand_for_itself(line: str) -> None:
    """Tags and texts that go on in the next line."""
    assert read_passage(line.encode()) is BROKEN


@pytest.mark.parametrize(
    ("line", "is_vague"),
    [
        ('<a href="x">Sauna', False),
        ('<a href="x">Hie', True),
        ('<a href="x">', True),
        ('<a href="x"> <span class="y">', True),
        ('<a id="x">hier</a>', False),
        ('<a href="x" aria-label="Sauna">hier</a>', False),
    ],
)
def test_links_that_may_not_tell(line: str, is_vague: bool) -> None:  # noqa: FBT001  a table
    """Also those whose words stand in the next line."""
    assert told(line + '<b id="z">').is_vague is is_vague


@pytest.mark.parametrize("words", ["Sauna", "<span>\n\nSauna</span>", "\n<b>Sauna</b>"])
def test_links_over_lines(words: str) -> None:
    """Their words are looked for in the next line, and then on the whole page."""
    page = plain_page(f'<p>a</p>\n<a href="x">{words}</a>'.encode())
    assert page is not None
    assert page.surely_tells()


def test_a_page_whose_lines_do_not_stand_for_themselves() -> None:
    """It is read as a whole."""
    page = plain_page(b'<p\n title="a">b</p>\n<a href="c">Sauna</a>')
    assert page is not None
    assert page.shape == b"<p>w</p><a>w</a>"
    assert page.references == (Reference("c", "a"),)
    assert plain_page(b"<p>a</p>\n<svg></svg>") is None


def test_more_lines_than_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are forgotten, which makes no difference; long ones are not remembered at all."""
    monkeypatch.setattr(reading, "_MANY", 2)
    monkeypatch.setattr(reading, "_known", {})
    data = b"\n".join(b'<i id="%d">%b</i>' % (n, b"x" * 400 * n) for n in range(4))
    for _ in range(3):
        page = plain_page(data)
        assert page is not None
        assert page.anchors == {"0", "1", "2", "3"}
        assert len(reading._known) == 3


@given(st.lists(LINES, min_size=1, max_size=6))
@example([BLOCK.format('{"url": "/a"}').encode(), BLOCK.format('{"url": "/b"}').encode()])
@example([b'<p title="a>b" href="c">Wort', b"x</p>"])
@example([b'<a href="x">Sauna</a>', b'<a href="y">hier</a>', b'<a href="z">Sauna</a>'])
def test_lines_read_by_examples(lines: list[bytes]) -> None:
    """Each line tells what it tells if it is read by itself."""
    assert [*read_lines(lines)] == [*map(read_passage, lines)]


@given(st.lists(LINES, max_size=6))
@example([b"<p>Mehr folgt", b"in", "Kürze</p>".encode()])
def test_lines_together(lines: list[bytes]) -> None:
    """A page read by lines tells what it tells as one passage."""
    data = b"\n".join(lines)
    page, whole = plain_page(data), read_passage(data)
    if page is None:
        assert whole is BROKEN
        return
    of_whole = whole.told or Told()
    assert page.shape.replace(b"w", b"") == whole.shape.replace(b"w", b"")
    assert page.anchors == frozenset(of_whole.anchors)
    assert (*page.ids,) == of_whole.ids
    assert page.references == tuple(dict.fromkeys(of_whole.references))
    assert (*page.roles,) == of_whole.roles
    assert (*page.held,) == of_whole.held
    assert page.surely_tells() is not of_whole.is_vague
    assert page.is_unfilled >= of_whole.is_unfilled


@given(st.sampled_from(sorted(PHRASES)) | st.text("hierHIERwWtpsüÜmMabda .:/\u00ad0", max_size=9))
@example("Übersicht")
@example("HTTP://a")
@example("www.a.de/b")
def test_words_that_begin_tellingly(words: str) -> None:
    """What the pattern of bytes takes for telling is no beginning of a vague phrase."""
    for beginning in (words, words.title(), words.upper()):
        if re.match(SURELY_TELLING, beginning.encode()):
            assert surely_tells(beginning)
