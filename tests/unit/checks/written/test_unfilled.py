"""Placeholders on written pages: found without a tree where there is none, and only there."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.checks.test_placeholders import FOUND, LET_BE

from aushang.checks.placeholders import placeholders
from aushang.checks.written.unfilled import may_have_placeholder, unfilled


def page(body: str) -> bytes:
    """A page with that in its main part."""
    return (
        "<!doctype html><html><head><title>Kurse</title></head>"
        f"<body><main><p>{body}</p></main></body></html>"
    ).encode()


@pytest.mark.parametrize(("text", "placeholder"), FOUND)
def test_found(text: str, placeholder: str) -> None:
    """What is found in a text is found on its page."""
    (flaw, *_) = unfilled(page(html.escape(text, quote=False)))
    assert (flaw.code, flaw.value) == ("AU109", placeholder)


@pytest.mark.parametrize("text", ["coming soon", "folgt in Kürze", "Text folgt", "im Aufbau"])
def test_found_over_tags(text: str) -> None:
    """Words may stand in elements of their own."""
    body = "Diese Seite ist " + " ".join(f"<b>{word}</b>" for word in text.split())
    assert len(unfilled(page(body))) == 1


@pytest.mark.parametrize("text", LET_BE)
def test_let_be(text: str) -> None:
    """And what is let be, is let be there."""
    assert unfilled(page(html.escape(text, quote=False))) == ()


@pytest.mark.parametrize(
    "body",
    [
        "<code>TODO</code>",
        "<pre>{{ name }}</pre>",
        "<kbd>$NAME</kbd> <samp>[Name]</samp>",
        "Die Spalte <q>TODO</q>",
        "<script>var x = '{{ name }}'; // TODO</script>",
        "<style>/* TODO */</style>",
        "<template>Lorem ipsum</template>",
        "<!-- TODO -->",
        '<a title="TODO" data-x="{{ x }}">Kurse</a>',
        "<textarea>Your text here</textarea>",
    ],
)
def test_what_no_reader_reads_as_text(body: str) -> None:
    """Code, quotations, comments, attributes."""
    assert unfilled(page(body)) == ()


def test_each_once_in_order() -> None:
    """Also over tags, and in the title of the window."""
    data = page("[Name], <b>Lorem</b> <i>ipsum</i>, [Name], TODO").replace(b"Kurse", b"TBD")
    assert [flaw.value for flaw in unfilled(data)] == ["TBD", "[Name]", "Lorem ipsum", "TODO"]


def test_an_ordinary_page_needs_no_tree() -> None:
    """Also one with data for search engines, code and prices."""
    body = (
        "Ab Montag öffnen wir um 6 Uhr, und um 7 folgt der Kurs. 30 $ &amp; 5 € [1]"
        '<script type="application/ld+json">{"@graph": [{"name": "Kurse"}]}</script>'
    )
    assert not may_have_placeholder(page(body))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe TODO \x00", b"<p>TODO", b"<" * 9000 + b"TODO"])
def test_any_bytes(data: bytes) -> None:
    """Nothing raises."""
    assert isinstance(unfilled(data), tuple)


WORDS = st.sampled_from([text for text, _ in FOUND] + LET_BE)


@given(st.lists(WORDS | st.text("abc [](){}<>$%.xXTODO\n", max_size=20), max_size=4))
def test_a_page_is_never_let_pass_for_its_bytes(parts: list[str]) -> None:
    """Where bytes alone say that there is none, the text of the page holds none."""
    text = " – ".join(parts)
    if list(placeholders(text)):
        assert may_have_placeholder(page(html.escape(text, quote=False)))
