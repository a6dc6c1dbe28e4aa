"""Where links, pictures and headings stand in a file."""

import pytest
from tests.markdown_rendering import places, rendered

from aushang.content.markdown.places import mark_tags, unmark


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ü ä [a](u) und ![b](v)", [("a", "u", 1, 5), ("img", "v", 1, 16)]),
        ("> Zitat\n> > [a](u)", [("a", "u", 2, 5)]),
        ("- eins\n  - zwei ![b](v)", [("img", "v", 2, 10)]),
        ("| a | b |\n|---|---|\n| ü | [a](u) |", [("a", "u", 3, 7)]),
        ("| \\| ü [a](u) |\n|---|", [("a", "u", 1, 8)]),
        ("[![b](v)](u)", [("a", "u", 1, 1), ("img", "v", 1, 2)]),
        ("\t\n1. x\n\n   [a](u)", [("a", "u", 4, 4)]),
        ("😀 <https://x.example> w@x.example", [
            ("a", "https://x.example", 1, 3), ("a", "mailto:w@x.example", 1, 23)]),
        ("[r]: /u\n\nText [r] und [R][]", [("a", "/u", 3, 6), ("a", "/u", 3, 14)]),
        ("a[^1]\n\n[^1]: Fuß\n    [a](u)", [("a", "u", 4, 5)]),
        ("> [!NOTE]\n> Text [a](u)", [("a", "u", 2, 8)]),
        ("Titel [a](u)\n===\n\n## Zwei [b](v)", [("a", "v", 4, 9)]),
        ("lazy\n> eins\nzwei [a](u)", [("a", "u", 3, 6)]),
        ("Zeile\r\nzwei [a](u)\rdrei [b](v)", [("a", "u", 2, 6), ("a", "v", 3, 6)]),
    ],
)  # fmt: skip
def test_inline_places(text: str, expected: list[tuple[str, str, int, int]]) -> None:
    """Line and column are right inside quotes, lists, tables, notes and alerts, in characters."""
    assert places(text) == expected


def test_author_html_has_places() -> None:
    """HTML that the author wrote is found as exactly as Markdown, on both sides of each other."""
    text = 'x <b>fett</b> [a](u) <a href="v">v</a> ![b](w)\n\n<div>\n<img src="i" alt="">\n</div>'
    assert places(text) == [
        ("a", "u", 1, 15), ("a", "v", 1, 22), ("img", "w", 1, 40), ("img", "i", 4, 1),
    ]  # fmt: skip


def test_definition_above_its_paragraph() -> None:
    """The lines of definitions at the start of a paragraph count (comrak forgets them)."""
    assert places("[r]: /u\n[r] und [a](u)") == [("a", "/u", 2, 1), ("a", "u", 2, 9)]


def test_table_head_below_text() -> None:
    """A table's head right below a line of text keeps its column (comrak loses one)."""
    assert places("Text\n[a](u) | b\n---|---") == [("a", "u", 2, 1)]


def test_text_inside_yaml() -> None:
    """A text that begins in the middle of a file counts from there, on each of its lines."""
    found = places("[a](u)\n[b](v)", first_line=12, first_column=11)
    assert found == [("a", "u", 12, 11), ("a", "v", 13, 11)]


def test_headings_have_places() -> None:
    """Headings of both forms stand where their line begins."""
    headings = rendered("Text\n\n## Eins\n\n> Zwei\n> ---\n").body.headings
    assert [(h.text, h.position.line, h.position.column) for h in headings] == [
        ("Eins", 3, 1),
        ("Zwei", 5, 3),
    ]


def test_marks_that_change_the_meaning_are_left_out() -> None:
    """Where marks in tags would break a label, the text is rendered without them."""
    body = rendered("[<b>fett</b>]\n\n[<b>fett</b>]: /u").body
    assert body.html == '<p><a href="/u"><b>fett</b></a></p>'


def test_marks_come_out_again() -> None:
    """Taking the marks out gives back the very text, code and all."""
    text = "a <b>b</b> `<i >` <br/>\n<div\nclass='<p>'>\n"
    marked, shifts = mark_tags(text)
    assert unmark(marked) == text
    assert sorted(shifts) == [1, 2, 3]


def test_code_shows_what_was_written() -> None:
    """No mark is left in code, titles or running text."""
    body = rendered('`<b >x` <i title="<b >">y</i>\n\n```\n<div >\n```').body
    assert body.html == (
        '<p><code>&lt;b &gt;x</code> <i title="&lt;b &gt;">y</i></p>\n'
        "<pre><code>&lt;div &gt;\n</code></pre>"
    )
