"""The beginning of a text, for lists: up to `<!-- more -->`, else the first paragraph."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.content.markdown.places import SIGN
from aushang.content.markdown.plain import is_visible

_COMMENT = re.compile(r"<!--\s*more\s*-->")
_MARK = f"<wbr title={SIGN}>"

# A text that begins with words, in a paragraph without attributes: it has nothing that points, and
# parsing it again gives the same.
_SIMPLE = re.compile(r"<p>(?=[^<&]*\w)(?:[^<]++|</?(?:em|strong|del|code)>)*</p>")
_WRITTEN = f'<wbr title="{SIGN}">'


def with_mark(html: str) -> str:
    """The comment as an element that sanitising leaves alone; inside of words it is nothing."""
    return _COMMENT.sub(_MARK, html) if "<!--" in html else html


def without_mark(html: str) -> str:
    """The finished text without the mark."""
    return html.replace(_WRITTEN, "").replace(_MARK, "") if SIGN in html else html


def excerpt(html: str, body: LexborNode) -> str:
    """The beginning of the finished `html`, whose tree is `body`.

    It stands on other pages, so nothing in it has an id and nothing in it points at one.
    """
    marked = html.find(_WRITTEN)
    if marked >= 0:
        return detached(without_mark(html[:marked]))
    return simple_paragraph(html) or detached(_first_paragraph(body))


def simple_paragraph(html: str) -> str:
    """The paragraph of mere words that a finished text begins with, if it does."""
    simple = _SIMPLE.match(html)
    return simple[0] if simple else ""


def detached(html: str) -> str:
    """A part of a finished text without notes, ids and links to its own page."""
    tree = LexborHTMLParser("<body>" + html)
    if tree.body is None:
        return ""
    for node in tree.body.css("a[role=doc-noteref], [id], a[href^='#']"):
        if node.attributes.get("role") == "doc-noteref":
            around = node.parent
            (around if around is not None and around.tag == "sup" else node).decompose()
            continue
        if "id" in node.attributes:
            del node.attrs["id"]
        if node.tag == "a" and (node.attributes.get("href") or "#").startswith("#"):
            node.unwrap()
    return (tree.body.inner_html or "").strip()


def _first_paragraph(body: LexborNode) -> str:
    for node in body.css("p"):
        is_title = "-title" in (node.attributes.get("class") or "")
        if not is_title and (is_visible(node.text()) or node.css_first("img") is not None):
            return node.html or ""
    return ""
