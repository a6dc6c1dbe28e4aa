"""A text read tag by tag gives the body that its tree gives."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.markdown_rendering import Files

from aushang.content.markdown import treeless
from aushang.content.markdown.gfm import GfmRenderer
from aushang.content.markdown.limits import tidied
from aushang.content.markdown.places import Places
from aushang.content.markdown.renderer import Markup, Rendered

CONFORMANCE = Path(__file__).parents[1] / "conformance"
EXAMPLES = [
    one["markdown"]
    for name in ("commonmark-0.31.2", "gfm-0.29")
    for one in json.loads((CONFORMANCE / f"{name}.json").read_text(encoding="utf-8"))
]
RENDERER = GfmRenderer()
PIECES = [
    "[a](bild.png)", "![b](bild.png)", "![](bild.png 'a\"b')", "![c](https://x.example/c.png)",
    "www.b.example", "x@y.example", "http://[", "javascript:x", '[x](# "t<")', "[y](#a)",
    "[z](<a b> 't')", "[![i](bild.png)](https://y.example/?a=1&b=2)", "[r]", "\n\n[r]: /u\n",
    "**", "*", "_", "~~", "`", "\\", "\\\n", "  \n", "\n", "\n\n", "\r\n", "\t", "    ", "> ",
    "- ", "1. ", "3) ", "|", "| a |", "\n|--|--|\n", "\n|a|b|\n|:--|--:|\n|c|d|\n", "\n---\n",
    "# ", "\n# a\n", "\n## ", "\n## Ü\n", "\n### b\n", "\n===\n", "```\n", "```py\n", "~~~ a b\n",
    "&amp;", "&nbsp;", "&quot;", "&lt;b&gt;", '"', "'", "&", "<", ">", "<br>", "<!-- more -->",
    "\xa0", "\u200b", "\x00", "\x0c", "ü", "a", "1", " wort ", "[^1]", "\n\n[^1]: n", "- [x] ",
    "\n> [!NOTE]\n> ",
]  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.text(max_size=60))


def both(text: str, title: str = "", prefix: str = "") -> tuple[Rendered | None, Rendered | None]:
    """What is read off the tags, if it can be, and off the tree; nothing for author's HTML."""
    markup = Markup(tidied(text), "a.md", title=title, id_prefix=prefix)
    if RENDERER.has_html(markup.text):
        return None, None
    html = RENDERER._html(markup.text)
    tags = treeless.read(html, Places(markup), Files())
    return tags, RENDERER._judged(html, Places(markup), Files(), has_html=False)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["", "a", "x"]), st.sampled_from(["", "update-1-"]))
@example("# www.b.example**\\\n", "", "")
@example("[a](u?a=1&b='c')", "", "")
@example("# a\n\nb", "a", "")
@example("## a\n\n[b](#a)", "", "u-")
@example("[![a](b.png)](c.md)", "", "")
@example("|a|\n|-|\n\n|a|\n|-|", "", "")
def test_a_text_read_by_its_tags(text: str, title: str, prefix: str) -> None:
    """HTML, words, excerpt, headings, sections, links and title are those of the tree."""
    tags, tree = both(text, title, prefix)
    assume(tags is not None)
    assert tags == tree


@pytest.mark.parametrize("prefix", ["", "update-1-"])
def test_examples_of_both_specifications(prefix: str) -> None:
    """CommonMark and GFM say the same either way, and most of them need no tree."""
    pairs = [both(text, "foo", prefix) for text in EXAMPLES]
    plain = [(tags, tree) for tags, tree in pairs if tags is not None]
    assert [tags for tags, _ in plain] == [tree for _, tree in plain]
    assert len(plain) > 0.9 * sum(tree is not None for _, tree in pairs)


@pytest.mark.parametrize(
    "text",
    ["a[^1]\n\n[^1]: b", "> [!NOTE]\n> a", "- [x] a", "![a](https://x.example/a.png)",
     "[a](ftp://x.example/)", "<!-- more -->", "# [a](b.md)"],
)  # fmt: skip
def test_what_needs_a_tree_gets_one(text: str) -> None:
    """Notes, alerts, boxes, foreign pictures, odd addresses and marks are left to the tree."""
    tags, tree = both(text)
    assert tags is None
    assert tree is not None
