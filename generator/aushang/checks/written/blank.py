"""Whether the main part of a page shows a reader anything besides its title."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_MAIN = ("main article", "main", "article", "body")
_HOLDERS = ("p", "li", "dt", "dd", "td", "th", "pre", "blockquote", "figcaption")
_SHOWN_WITHOUT_TEXT = ("img", "video", "audio", "form", "object", "iframe")
_AROUND = frozenset({"nav", "header", "footer", "template"})
_SOMETHING = ", ".join((*_HOLDERS, *_SHOWN_WITHOUT_TEXT))
_SILENT = "nav, header, footer, template, script, style, h1, h2, h3, h4, h5, h6, a.headerlink"

# For the quick way: elements that leave each other where they stand if all close in order.
_FAR = 200
_HOLDING = frozenset(name.encode() for name in _HOLDERS) - {b"td", b"th"}
_BESIDE = frozenset({b"nav", b"header", b"footer"})
_NESTED = (
    _HOLDING
    | _BESIDE
    | frozenset(
        b"main article section aside div span strong em b i a time small dl ul ol button"
        b" h1 h2 h3 h4 h5 h6 figure".split()
    )
)
_NAME = re.compile(rb"/?[a-z][a-z0-9]*")
_WORD = re.compile(rb"[A-Za-z0-9]")


def is_blank(tree: LexborHTMLParser) -> bool:
    """Whether the main part shows nothing but its title. Takes parts of the tree away."""
    main = next((found for name in _MAIN if (found := tree.css_first(name))), None)
    if main is None or any(_is_shown(node, main) for node in main.css(_SOMETHING)):
        return main is None
    # Text that stands in no paragraph at all: take away what is no content, see what is left.
    for node in main.css(_SILENT):
        node.decompose()
    return not main.text(deep=True).strip()


def _is_shown(node: LexborNode, main: LexborNode) -> bool:
    if node.tag not in _SHOWN_WITHOUT_TEXT and not node.text(deep=True).strip():
        return False
    above = node.parent
    while above is not None and above.mem_id != main.mem_id:
        if above.tag in _AROUND:
            return False
        above = above.parent
    return True


def surely_shows_something(data: bytes) -> bool:
    """Whether a plain page has a word in a paragraph or the like, early in its main article.

    No is no answer: then the tree has to tell.
    """
    start = data.find(b"<main")
    # A table could have pushed the main part out of itself.
    if start < 0 or data.find(b"<table", 0, start) >= 0:
        return False
    opened: list[bytes] = []
    for piece in data[start + 1 :].split(b"<", _FAR)[:_FAR]:
        tag, _, text = piece.rpartition(b">")
        name = _NAME.match(tag)
        if name is None or not _follow(name[0], opened):
            return False
        # Up to `&`: what it stands for may be a space.
        if b"article" in opened and _WORD.search(text.partition(b"&")[0]):
            inner = opened[opened.index(b"article") + 1 :]
            if not _HOLDING.isdisjoint(inner) and _BESIDE.isdisjoint(inner):
                return True
    return False


def _follow(name: bytes, opened: list[bytes]) -> bool:
    """Open or close an element; whether all is still in order and the first article open."""
    if name in _NESTED:
        opened.append(name)
        return True
    if not opened or b"/" + opened.pop() != name:
        return False
    return name != b"/article" or b"article" in opened
