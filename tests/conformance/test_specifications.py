"""The renderer behind GitHub-flavoured texts does what both specifications say."""

import json
from pathlib import Path
from typing import Any

import comrak
import pytest
from selectolax.lexbor import LexborHTMLParser

from aushang.content.markdown.gfm import GfmRenderer
from aushang.content.markdown.renderer import Markup

HERE = Path(__file__).parent
COMMONMARK = json.loads((HERE / "commonmark-0.31.2.json").read_text(encoding="utf-8"))
GFM = json.loads((HERE / "gfm-0.29.json").read_text(encoding="utf-8"))


class Nowhere:
    """No file is known, so every target stays as it is."""

    def address(self, target: str) -> str | None:
        """Nothing is ours."""

    def size(self, target: str) -> tuple[int, int] | None:
        """Nothing has a size."""


def bare(example: dict[str, Any], *, quirks: bool) -> str:
    """The output of comrak itself, with exactly the example's extensions."""
    extensions = comrak.ExtensionOptions()
    for name in example.get("extensions", ()):
        # The specification calls the two examples of task lists "disabled", after the attribute.
        setattr(extensions, {"disabled": "tasklist"}.get(name, name), True)
    rendering = comrak.RenderOptions()
    rendering.unsafe_ = True
    rendering.gfm_quirks = quirks
    return comrak.render_markdown(example["markdown"], extensions, comrak.ParseOptions(), rendering)


def canonical(html: str) -> str:
    """HTML as a parser understands it: the order of attributes and the slash of `<br />` go."""
    tree = LexborHTMLParser("<body>" + html)
    assert tree.body is not None
    for node in tree.body.traverse():
        for name, value in sorted(node.attributes.items()):
            del node.attrs[name]
            node.attrs[name] = value or ""
    return tree.body.inner_html or ""


def said(html: str) -> str:
    """What a reader reads, without spaces; pictures by their description."""
    tree = LexborHTMLParser("<body>" + html)
    assert tree.body is not None
    for picture in tree.body.css("img"):
        picture.replace_with(picture.attributes.get("alt") or picture.attributes.get("src") or "")
    return "".join(tree.body.text().split())


def number(example: dict[str, Any]) -> str:
    """The name of a case."""
    return f"{example['example']}-{example['section'].partition(' (')[0].replace(' ', '-')}"


@pytest.mark.parametrize("example", COMMONMARK, ids=number)
def test_commonmark_to_the_byte(example: dict[str, Any]) -> None:
    """All 652 examples of CommonMark 0.31.2, without exception."""
    assert bare(example, quirks=False) == example["html"]


@pytest.mark.parametrize("example", GFM, ids=number)
def test_gfm_with_its_extensions(example: dict[str, Any]) -> None:
    """All 672 examples of GFM 0.29: tables, task lists, strikethrough, autolinks, tag filter."""
    assert canonical(bare(example, quirks=True)) == canonical(example["html"])


@pytest.mark.parametrize("example", COMMONMARK, ids=number)
def test_whole_way_keeps_the_words(example: dict[str, Any]) -> None:
    """Sanitising and analysis lose no word, unless they say so.

    GFM reads some examples of CommonMark otherwise (bare addresses, `~`); so they are compared with
    what comrak says with the same extensions.
    """
    rendered = GfmRenderer().render(Markup(example["markdown"], "a.md"), Nowhere())
    all_on = {**example, "extensions": ["table", "strikethrough", "disabled", "autolink"]}
    expected = said(bare(all_on, quirks=True))
    got = said(rendered.title + rendered.body.html)
    removals = {"AU110", "AU111"} & {finding.code for finding in rendered.diagnostics}
    assert len(got) <= len(expected) if removals else got == expected
