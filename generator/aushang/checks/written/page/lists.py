"""Lists and tables of the main part that have no entry."""

import re
from collections.abc import Iterator
from typing import Literal, cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.checks.written.facts import Flaw
from aushang.checks.written.page.nodes import (
    AROUND,
    HEADINGS,
    ancestors,
    content_root,
    has_scripts,
    is_hidden,
    may_be_empty,
    words_of,
)

EMPTY_LIST = "AU106"

_LISTS = ("ul", "ol", "dl", "tbody")
_NO_ENTRIES = frozenset({"script", "style", "template"})
_SELECTOR = ", ".join(_LISTS)
_BARE = re.compile(rb"<(?:[uo]l>(?!<li>)|tbody>(?!<tr>)|dl>(?!<d[td]>|<div><d[td]>))")
_LOOKS = frozenset({"class", "style", "role"})
_SAYS_SO = re.compile(
    r"\b(?:keine?[rnms]?|nichts|niemand|no|none|nothing|nobody|empty|leer)\b", re.IGNORECASE
)


def surely_filled(shape: bytes, start: int) -> bool:
    """Whether each list of a plain page begins with an entry, from `start` on in its shape."""
    return not _BARE.search(shape, start)


def list_flaws(tree: LexborHTMLParser) -> Iterator[Flaw]:
    """Lists without an entry that words announce; each with these words.

    What nobody announces nobody misses: an empty list alone is not seen.
    """
    root = content_root(tree)
    if root is None:
        return
    for node in root.css(_SELECTOR):
        if not _has_entries(node):
            words = _announcement(node)
            if words and _counts(node, root, tree):
                yield Flaw(EMPTY_LIST, words, node.tag or "")


def _has_entries(node: LexborNode) -> bool:
    """Whether any element stands in it; a `<div>` groups those of a `<dl>` and is none itself."""
    return any(
        _has_entries(child) if node.tag == "dl" and child.tag == "div" else True
        for child in node.iter()
        if child.is_element_node and child.tag not in _NO_ENTRIES
    )


def _announcement(node: LexborNode) -> str:
    """The head of a table; else the words before a list if they end with a colon, or nothing."""
    table = _table(node)
    head = table.css_first("thead") if table is not None else None
    if head is not None and (said := words_of(head)):
        return said
    before = _next_to(table or node, "prev")
    said = words_of(before) if before is not None and before.tag not in HEADINGS else ""
    return said if said.endswith(":") else ""


def _counts(node: LexborNode, root: LexborNode, tree: LexborHTMLParser) -> bool:
    if words_of(node):
        return False
    for above in ancestors(node):
        if above.mem_id == root.mem_id:
            break
        if above.tag in AROUND or above.tag == "aside":
            return False
    if may_be_empty(node) or is_hidden(node) or _is_said_to_be_empty(node):
        return False
    return not (has_scripts(tree) and _can_be_found(node))


def _can_be_found(node: LexborNode) -> bool:
    """Whether a script can know it by more than its looks."""
    return any(
        holder is not None and holder.attributes.keys() - _LOOKS for holder in (node, _table(node))
    )


def _is_said_to_be_empty(node: LexborNode) -> bool:
    around = _table(node) or node
    beside = (_next_to(around, "prev"), _next_to(around, "next"))
    return any(one is not None and _SAYS_SO.search(words_of(one)) for one in beside)


def _table(node: LexborNode) -> LexborNode | None:
    """The table that a body of rows belongs to."""
    above = node.parent if node.tag == "tbody" else None
    return above if above is not None and above.tag == "table" else None


def _next_to(node: LexborNode, side: Literal["prev", "next"]) -> LexborNode | None:
    """What stands before or behind a list, besides white space and comments."""
    beside = getattr(node, side)
    while beside is not None and not beside.is_element_node and not words_of(beside):
        beside = getattr(beside, side)
    return cast("LexborNode | None", beside)
