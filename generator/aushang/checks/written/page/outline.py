"""Headings of the main part: sections without content, and levels that are skipped."""

from collections.abc import Iterator
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.checks.written.facts import Flaw
from aushang.checks.written.page.nodes import (
    AROUND,
    HEADINGS,
    after,
    ancestors,
    content_root,
    has_scripts,
    is_entry,
    is_hidden,
    is_read,
    may_be_empty,
    words_of,
)

HOLLOW, SKIPPED = "AU104", "AU705"

_SELECTOR = ", ".join(HEADINGS)
_SHOWN = frozenset(
    {"img", "svg", "math", "video", "audio", "canvas", "iframe", "object", "embed"}
    | {"form", "input", "select", "textarea", "meter", "progress"}
)
_SILENT = frozenset({"script", "style", "template"})
_FILLED_BY_SCRIPT = frozenset({"div", "section", "ul", "ol", "dl", "table", "tbody", "p", "output"})


def outline_flaws(tree: LexborHTMLParser) -> Iterator[Flaw]:
    """What is wrong with the headings of the main part."""
    root = content_root(tree)
    headings = root.css(_SELECTOR) if root is not None else []
    if root is None or not headings:
        return
    yield from _hollow(tree, root, headings)
    if root.tag != "body":
        yield from _skipped(headings)


def _skipped(headings: list[LexborNode]) -> Iterator[Flaw]:
    for above, node in pairwise(headings):
        if _level(node) > _level(above) + 1:
            yield Flaw(SKIPPED, words_of(node), f"{_level(above)} {_level(node)}")


def _hollow(tree: LexborHTMLParser, root: LexborNode, headings: list[LexborNode]) -> Iterator[Flaw]:
    """The sections without content. What comes below the first title alone is the whole page."""
    end = _end_of(root)
    shows = [_shows(node, end) for node in headings]
    if all(shows):
        return
    is_filled_by_script = has_scripts(tree)
    for number, node in enumerate(headings):
        if _is_full(number, headings, shows) or (number == 0 and node.tag == "h1"):
            continue
        title = words_of(node)
        if not title or _is_let_be(node, root):
            continue
        if not (is_filled_by_script and _shows(node, end, may_be_filled=True)):
            yield Flaw(HOLLOW, title, str(_level(node)))


def _is_full(number: int, headings: list[LexborNode], shows: list[bool]) -> bool:
    level = _level(headings[number])
    for later in range(number, len(headings)):
        if later > number and _level(headings[later]) <= level:
            return False
        if shows[later]:
            return True
    return False


def _is_let_be(heading: LexborNode, root: LexborNode) -> bool:
    """Whether it is no heading of a section, or one that may be empty."""
    for above in ancestors(heading):
        if above.mem_id == root.mem_id:
            break
        if above.tag in {"nav", "footer", "a", "summary", "hgroup"}:
            return True
    return is_entry(heading) or may_be_empty(heading) or is_hidden(heading)


def _shows(heading: LexborNode, end: int | None, *, may_be_filled: bool = False) -> bool:
    """Whether anything stands between the heading and the next one, or `end`.

    Menus, headers and footers count only beside the heading, within the same element.
    """
    current = after(heading)
    while current is not None and current.mem_id != end and current.tag not in HEADINGS:
        tag = current.tag
        if tag in _SILENT:
            current = after(current)
        elif tag in AROUND and not _is_beside(heading, current):
            if current.css_first(_SELECTOR) is not None:
                return False
            current = after(current)
        elif _is_shown(current) or (may_be_filled and _waits(current)):
            return True
        else:
            current = current.child or after(current)
    return False


def _is_beside(heading: LexborNode, node: LexborNode) -> bool:
    """Whether a node behind a heading stands in the element that holds the heading."""
    holder = heading.parent.mem_id if heading.parent else None
    return any(above.mem_id == holder for above in ancestors(node))


def _end_of(root: LexborNode) -> int | None:
    beyond = after(root)
    return None if beyond is None else beyond.mem_id


def _is_shown(node: LexborNode) -> bool:
    if node.is_text_node:
        return is_read(node.text_content or "")
    return node.tag in _SHOWN


def _waits(node: LexborNode) -> bool:
    """Whether it is an empty element that a script can find."""
    return node.tag in _FILLED_BY_SCRIPT and bool(node.id) and not words_of(node)


def _level(heading: LexborNode) -> int:
    return int((heading.tag or "h6")[1])
