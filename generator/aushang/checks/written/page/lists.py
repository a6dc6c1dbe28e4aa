"""Lists and tables of the main part that have no entry."""

import re
from collections.abc import Iterator

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

_ENTRIES = {"ul": "li", "ol": "li", "dl": "dt, dd", "tbody": "tr"}
_SELECTOR = ", ".join(_ENTRIES)
_BARE = re.compile(
    rb"<(?:[uo]l\b[^>]*+>\s*+(?!<li\b)|tbody\b[^>]*+>\s*+(?!<tr\b)"
    rb"|dl\b[^>]*+>\s*+(?!<(?:d[td]\b|div\b[^>]*+>\s*+<d[td]\b)))"
)
_LOOKS = frozenset({"class", "style", "role"})
_SAYS_SO = re.compile(
    r"\b(?:keine?[rnms]?|nichts|niemand|no|none|nothing|nobody|empty|leer)\b", re.IGNORECASE
)
_FAR = 64
"""Elements in front of a list among which its heading is looked for."""


def surely_filled(data: bytes, start: int) -> bool:
    """Whether each list of a plain page begins with an entry, from `start` on."""
    return not _BARE.search(data, start)


def list_flaws(tree: LexborHTMLParser) -> Iterator[Flaw]:
    """Lists without an entry that are not said to be empty; each with the heading above it."""
    root = content_root(tree)
    if root is None:
        return
    for node in root.css(_SELECTOR):
        name = node.tag or ""
        if node.css_first(_ENTRIES[name]) is None and _counts(node, root, tree):
            yield Flaw(EMPTY_LIST, _heading(node), name)


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
    holders = (node, node.parent) if node.tag == "tbody" else (node,)
    return any(holder and holder.attributes.keys() - _LOOKS for holder in holders)


def _is_said_to_be_empty(node: LexborNode) -> bool:
    table = node.parent if node.tag == "tbody" else None
    around = table if table is not None and table.tag == "table" else node
    return any(
        beside is not None and _SAYS_SO.search(words_of(beside)) for beside in _beside(around)
    )


def _beside(node: LexborNode) -> Iterator[LexborNode | None]:
    for step in ("prev", "next"):
        beside = getattr(node, step)
        while (
            beside is not None and beside.is_text_node and not (beside.text_content or "").strip()
        ):
            beside = getattr(beside, step)
        yield beside


def _heading(node: LexborNode) -> str:
    """The words of the heading that it stands below; empty if there is none near."""
    current: LexborNode | None = node
    for _ in range(_FAR):
        if current is None or current.tag == "main":
            break
        if current.tag in HEADINGS:
            return words_of(current)
        current = current.prev or current.parent
    return ""
