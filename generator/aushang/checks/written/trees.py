"""What a tree tells of a page or a drawing: its references, its anchors, the ids that repeat."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.elements import FOLLOWED, FOLLOWED_IN_DRAWINGS, element_references
from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.inlined import tree_inlined

_SELECTOR = ",".join(
    (*FOLLOWED, *(f"svg {name}" for name in FOLLOWED_IN_DRAWINGS), "meta[content]", "[style]")
)
_ID = re.compile(rb"(?i:\bid)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_FETCHING = (b"href", b"src", b"style", b"url(")
_OTHER_THAN_SHAPES = re.compile(rb"<(?!/?(?:svg|title|g|path|rect|circle|text)[\s>/])")
_OTHER_ENTITIES = re.compile(rb"&(?!(?:amp|lt|gt|#34|#39);)")
_STYLE_SHEET = re.compile(rb"<\?xml-stylesheet\s[^>]*?href=(?:\"([^\"]*)\"|'([^']*)')")


def tree_references(tree: LexborHTMLParser, *, is_framed: bool = False) -> Iterator[Reference]:
    """Everything that browsers follow or fetch, also in documents that frames hold as text.

    Frames within those are left alone: nobody writes them, and each would be a tree of its own.
    """
    for node in tree.css(_SELECTOR):
        yield from element_references(node.tag or "", node.attributes)
    yield from tree_inlined(tree)
    for node in () if is_framed else tree.css("iframe[srcdoc]"):
        # Such a document has the address of the page around it (HTML, 7.4.2.3.3).
        held = LexborHTMLParser(node.attributes.get("srcdoc") or "")
        yield from tree_references(held, is_framed=True)


def repeated_ids(tree: LexborHTMLParser, data: bytes) -> Iterator[str]:
    """The ids that more than one element has, in the order of the page. `data` are its bytes.

    Drawings are left out: one that is shown twice means the same each time.
    """
    ids = Counter(node.id for node in tree.css("[id]") if node.id)
    repeated = [name for name, count in ids.items() if count > 1]
    if repeated:
        ids.subtract(node.id for node in tree.css("svg [id]") if node.id)
        # A parser makes two of `<a id="x">` that is not closed in time (HTML, 13.2.6.4.7).
        written = Counter(_written_ids(data))
        return (name for name in repeated if ids[name] > 1 and written[name] > 1)
    return iter(())


def _written_ids(data: bytes) -> Iterator[str]:
    for double, single, bare in _ID.findall(data):
        yield unescape((double or single or bare).decode("utf-8", "replace"))


def drawing_facts(data: bytes) -> Facts:
    """What an SVG file refers to. A browser's parser reads it as it reads drawings in a page.

    A chain has thousands of badges, whose bytes tell that they refer to nothing: 5 µs, not 100.
    """
    if _is_plain(data):
        return Facts(form=Form.SVG)
    sheets = (
        Reference((double or single).decode("utf-8", "replace"), "link")
        for double, single in _STYLE_SHEET.findall(data)
    )
    tree = LexborHTMLParser(data.decode("utf-8", "replace"))
    found = dict.fromkeys((*sheets, *tree_references(tree)))
    return Facts(form=Form.SVG, references=tuple(found))


def _is_plain(data: bytes) -> bool:
    """Whether it surely is shapes and words, of which no attribute names anything to fetch."""
    lowered = data.lower()
    return not (
        any(word in lowered for word in _FETCHING)
        or _OTHER_THAN_SHAPES.search(data)
        or _OTHER_ENTITIES.search(data)
    )
