"""Small questions about an element of a page, for readings that need its tree."""

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

MAY_BE_EMPTY = "data-may-be-empty"
"""The attribute that lets an empty section or list be; its value is the reason."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
AROUND = frozenset({"nav", "header", "footer"})
_MAIN = ("main", "article", "body")
_AWAY = "a[href]:not([href^='#'])"

_DEEP = 64
"""Levels. Nobody nests deeper, and a page that does must not hold up the others."""
_UNSEEN = re.compile("[\\s\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
_SIGNS = re.compile("[\\s\u00ad\u200b\u200c\u200d\u2060\ufeff#\u00a7\u00b6\u221e\u2693\U0001f517]+")


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """The elements around `node`, from the inside to the outside."""
    return islice(_all_ancestors(node), _DEEP)


def _all_ancestors(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None and above.is_element_node:
        yield above
        above = above.parent


def after(node: LexborNode) -> LexborNode | None:
    """What follows in the document behind the end of `node`."""
    current: LexborNode | None = node
    while current is not None:
        if current.next is not None:
            return current.next
        current = current.parent
    return None


def is_hidden(node: LexborNode) -> bool:
    """Whether nobody reads it: `hidden`, or kept from those who listen to the page."""
    return any(map(_hides, (node, *ancestors(node))))


def _hides(node: LexborNode) -> bool:
    if node.tag in {"template", "noscript"}:
        return True
    attributes = node.attributes
    return "hidden" in attributes or attributes.get("aria-hidden") == "true"


def may_be_empty(node: LexborNode) -> bool:
    """Whether the page says of it, with a reason, that it may be empty."""
    return any((one.attributes.get(MAY_BE_EMPTY) or "").strip() for one in (node, *ancestors(node)))


def has_scripts(tree: LexborHTMLParser) -> bool:
    """Whether a script may fill in what is empty; blocks of data are none."""
    return any(
        "json" not in (script.attributes.get("type") or "").lower() for script in tree.css("script")
    )


def words_of(node: LexborNode) -> str:
    """The text of an element, with single spaces and without characters that nobody sees."""
    return spaced(node.text(deep=True))


def spaced(text: str) -> str:
    """A text with single spaces and without characters that nobody sees."""
    return _UNSEEN.sub(" ", text).strip()


def is_read(text: str) -> bool:
    """Whether a reader sees more of it than a sign that marks a heading's address."""
    return bool(_SIGNS.sub("", text))


def content_root(tree: LexborHTMLParser) -> LexborNode | None:
    """The main part; the only article where there is none; else the body."""
    main = tree.css_first("main")
    if main is not None:
        return main
    articles = tree.css("article")
    return articles[0] if len(articles) == 1 else tree.body


def main_part(tree: LexborHTMLParser) -> LexborNode | None:
    """The article of the main part, or all of that where it has several; None without a body."""
    main = next((found for name in _MAIN if (found := tree.css_first(name))), None)
    if main is None or main.tag == "article":
        return main
    articles = main.css("article")
    # Articles within the first one, such as the cards of a list, are parts of it.
    if articles and len(articles[0].css("article")) == len(articles):
        return articles[0]
    return main


def is_entry(heading: LexborNode) -> bool:
    """Whether it is an entry of a list of pages: all of it leads to another one, or its card does.

    A card is an article with one heading and a link over all of it, which has a label only.
    """
    link = heading.css_first(_AWAY)
    if link is not None:
        return not is_read(words_of(heading).replace(words_of(link), "", 1))
    card = next((above for above in ancestors(heading) if above.tag == "article"), None)
    if card is None or len(card.css(", ".join(HEADINGS))) > 1:
        return False
    return any(not is_read(words_of(node)) for node in card.css(f"{_AWAY}[aria-label]"))
