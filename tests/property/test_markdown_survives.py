"""Whatever a text holds: it is rendered, harmless, and every place lies inside of it."""

import re
from html import unescape

import nh3
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from aushang.content.markdown.gfm import GfmRenderer
from aushang.content.markdown.places import POSITION, Places
from aushang.content.markdown.policy import GFM
from aushang.content.markdown.renderer import Markup
from aushang.content.markdown.sanitise import sanitised, sanitiser
from aushang.content.markdown.tokens import VOID, tokens

RENDERER = GfmRenderer()
PIECES = st.sampled_from(
    ["[a](u)", "![b](v.png)", "<https://x.example>", "www.b.example", "x@y.example", "ü", "**", "`",
     "\n", "\n\n", "> ", "- ", "\t", "1. ", "|", "\n|--|--|\n", "[r]", "\n\n[r]: /u\n", "[^1]",
     "\n\n[^1]: ", "\n## ", "\n===\n", "~~", "\\", "&amp;", "<b>", "</b>", "<div>", "</div>",
     "<script>", "<a href='", "'>", "<!-- more -->", "<!--", "-->", "\n> [!NOTE]\n> ", "- [x] ",
     "```\n", " wort ", "javascript:x", "<table><tr><td>", "<svg>", "<p onclick=x>", "\r\n", "\x00"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))
# Without HTML: what is then left out of the cleaning must need none.
HARMLESS = st.lists(
    PIECES.filter(lambda piece: not re.search(r"<[a-z/!]|[\"']|script", piece)), max_size=25
).map("".join)


class Everything:
    """Every target is a file with a size."""

    def address(self, target: str) -> str | None:
        """Only what has no scheme is ours."""
        return None if ":" in target else "\x02/" + target

    def size(self, target: str) -> tuple[int, int] | None:
        """All pictures are squares."""
        return (1, 1) if target else None


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_text_is_rendered(text: str) -> None:
    """Nothing raises; positions are inside the text; the same text gives the same body."""
    found = RENDERER.render(Markup(text, "a.md"), Everything())
    lines = re.split(r"\r\n|\r|\n", text)
    marks = [*found.body.links, *found.body.headings, *found.body.sections]
    for position in [mark.position for mark in marks] + [d.location for d in found.diagnostics]:
        assert 1 <= position.line <= len(lines)
        assert 1 <= position.column <= len(lines[position.line - 1]) + 1
    assert POSITION in text or POSITION not in found.body.html
    assert "\x01" not in found.body.html + found.body.text + found.body.excerpt
    assert found == RENDERER.render(Markup(text, "a.md"), Everything())


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_body_is_harmless(text: str) -> None:
    """The finished body holds no element, handler or address that is not on the list."""
    body = RENDERER.render(Markup(text, "a.md"), Everything()).body
    for html in (body.html, body.excerpt):
        tree = LexborHTMLParser("<body>" + html)
        assert tree.body is not None
        for node in list(tree.body.traverse())[1:]:
            assert node.tag in GFM.elements
            attributes = node.attributes
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
            address = (attributes.get("href") or attributes.get("src") or "").strip().lower()
            assert not address.startswith(("javascript:", "data:", "vbscript:"))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_tokens_say_what_the_tree_says(text: str) -> None:
    """Split at its brackets, a body has the words and elements that a parser finds in it."""
    html = RENDERER.render(Markup(text, "a.md"), Everything()).body.html
    tree = LexborHTMLParser("<body>" + html)
    assert tree.body is not None
    signs = tokens(tree.body.inner_html or "")
    begun = [name for name, _, _ in signs if name and name[0] != "/"]
    assert begun == [node.tag for node in tree.body.traverse()][1:]
    assert "".join(words for _, _, words in signs) == tree.body.text()
    ended = [name[1:] for name, _, _ in signs if name[:1] == "/"]
    assert sorted(ended) == sorted(name for name in begun if name not in VOID)


@settings(max_examples=400, deadline=None)
@given(HARMLESS)
def test_what_is_not_cleaned_needs_no_cleaning(text: str) -> None:
    """Where the cleaner is left out, it would have removed nothing."""
    markup = Markup(text, "a.md")
    html = RENDERER._html(text)
    using = sanitiser(GFM)
    tree, findings = sanitised(html, has_author_html=False, using=using, places=Places(markup))
    cleaned = LexborHTMLParser("<body>" + using.clean(html))
    assert tree.body is not None
    assert cleaned.body is not None
    if not findings:
        assert _canonical(tree) == _canonical(cleaned)


# A byte order mark is no word, and a parser may take it away.
_SIGNS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff")


@given(st.text(_SIGNS, min_size=1, max_size=40))
def test_text_comes_through(text: str) -> None:
    """Escaped text comes out as the words that went in."""
    escaped = nh3.clean_text(text)
    body = RENDERER.render(Markup(f"<div>{escaped}</div>", "a.md"), Everything()).body
    assert "".join(body.text.split()) == "".join(unescape(escaped).split())


def _canonical(tree: LexborHTMLParser) -> str:
    assert tree.body is not None
    for node in tree.body.traverse():
        for name, value in sorted(node.attributes.items()):
            del node.attrs[name]
            node.attrs[name] = value or ""
    return tree.body.inner_html or ""
