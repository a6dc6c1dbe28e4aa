"""Whether the main part of a page shows a reader anything besides its title."""

import re
from functools import lru_cache
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.checks.written.page.nodes import (
    AROUND,
    HEADINGS,
    ancestors,
    content_root,
    is_entry,
    main_part,
)

_HOLDERS = ("p", "li", "dt", "dd", "td", "th", "pre", "blockquote", "figcaption")
_SHOWN_WITHOUT_TEXT = ("img", "video", "audio", "form", "object", "iframe")
_AROUND = AROUND | {"template"}
_HEADINGS = ", ".join(HEADINGS)
_SOMETHING = ", ".join((*_HOLDERS, *_SHOWN_WITHOUT_TEXT))
_SILENT = "nav, header, footer, template, script, style, h1, h2, h3, h4, h5, h6, a.headerlink"

# For the quick way: elements that leave each other where they stand if all close in order.
_HOLDING = frozenset(name.encode() for name in _HOLDERS) - {b"td", b"th"}
_BESIDE = frozenset({b"nav", b"header", b"footer"})
_TITLES = frozenset({b"h1", b"h2", b"h3", b"h4", b"h5", b"h6"})
_NESTED = (
    _HOLDING
    | _BESIDE
    | frozenset(
        b"main article section aside details summary div span strong em b i a time small dl ul ol"
        b" button h1 h2 h3 h4 h5 h6 figure".split()
    )
)
_TAG = re.compile(rb"</?[a-z][a-z0-9]*+")
# A holder that begins with a word.
_WORD = re.compile(
    rb"<(?:%b)>(?:<(?:b|em|i|small|span|strong|time)>)*w" % b"|".join(sorted(_HOLDING))
)
_TRIES = 8
_REMEMBERED = 1024


def is_blank(tree: LexborHTMLParser) -> bool:
    """Whether the main part shows nothing but its title. Takes parts of the tree away."""
    main = main_part(tree)
    if main is None or any(_is_shown(node, main) for node in main.css(_SOMETHING)):
        return main is None
    if _has_entries(tree, main):
        return False
    # Text that stands in no paragraph at all: take away what is no content, see what is left.
    for node in main.css(_SILENT):
        node.decompose()
    return not main.text(deep=True).strip()


def _has_entries(tree: LexborHTMLParser, main: LexborNode) -> bool:
    """Whether it lists other pages by their headings alone.

    The first heading is the page's own, even where it is a link: to the page itself. Where it
    stands in the article, what follows the article is no part of the page's content.
    """
    root = content_root(tree)
    headings = root.css(_HEADINGS) if root else []
    if root is None or not headings:
        return False
    own = headings[0].mem_id
    is_in_main = any(node.mem_id == own for node in main.css(_HEADINGS))
    scope = main if is_in_main else root
    return any(
        node.mem_id != own and _is_apart(node) and is_entry(node) for node in scope.css(_HEADINGS)
    )


def _is_apart(node: LexborNode) -> bool:
    """Whether it stands in no menu; the header of a card is a part of the card."""
    around = [
        above.tag for above in ancestors(node) if above.tag in _AROUND or above.tag == "article"
    ]
    return not _AROUND.intersection(around) or around[:2] == ["header", "article"]


def _is_shown(node: LexborNode, main: LexborNode) -> bool:
    if node.tag not in _SHOWN_WITHOUT_TEXT and not node.text(deep=True).strip():
        return False
    above = node.parent
    while above is not None and above.mem_id != main.mem_id:
        if above.tag in _AROUND:
            return False
        above = above.parent
    return True


@lru_cache(_REMEMBERED)
def surely_says_something(shape: bytes) -> bool:
    """Whether a plain page has a paragraph or the like that begins with a word, in its article.

    The word stands in no link and no heading. No is no answer: then the tree has to tell. A shape
    is the names of a page's tags, and `w` for words (`<p>w</p>`).
    """
    start = shape.find(b"<main>")
    # A table could have pushed the main part out of itself.
    if start < 0 or shape.find(b"<table>", 0, start) >= 0:
        return False
    article = shape.find(b"<article>", start)
    if article < 0:
        return False
    # What stands in a header does not count: nearly all posts begin with one.
    begin = max(article, shape.find(b"</header>", article))
    return any(
        _is_in_article(tuple(_TAG.findall(shape, start, word.end())))
        for word in islice(_WORD.finditer(shape, begin), _TRIES)
    )


@lru_cache(_REMEMBERED)
def _is_in_article(tags: tuple[bytes, ...]) -> bool:
    """Whether what follows these tags (`<p`, `</p`) stands in a holder in the first article.

    Pages of a kind begin alike, so few ways are walked: 0.01 ms a page instead of 0.04.
    """
    opened: list[bytes] = []
    if not all(_follow(tag[1:], opened) for tag in tags) or b"article" not in opened:
        return False
    inner = opened[opened.index(b"article") + 1 :]
    is_apart = b"a" not in opened and _BESIDE.isdisjoint(inner) and _TITLES.isdisjoint(inner)
    return is_apart and not _HOLDING.isdisjoint(inner)


def _follow(name: bytes, opened: list[bytes]) -> bool:
    """Open or close an element; whether all is still in order and the first article open."""
    if name in _NESTED:
        opened.append(name)
        return True
    if not opened or b"/" + opened.pop() != name:
        return False
    return name != b"/article" or b"article" in opened
