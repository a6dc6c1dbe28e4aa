"""Facts of an HTML page or fragment: its anchors, and all that browsers follow."""

import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.blank import is_blank, surely_shows_something
from aushang.checks.written.elements import FOLLOWED, element_references
from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.tags import plain_tags, tags_references

_SELECTOR = ",".join((*FOLLOWED, "meta[content]"))


def page_facts(data: bytes) -> Facts:
    """Facts of a whole page, which is UTF-8."""
    tags = plain_tags(data)
    if tags is None:
        return tree_facts(data)
    return Facts(
        form=Form.HTML,
        anchors=frozenset(chain.from_iterable([tag.anchors for tag in tags])),
        references=tags_references(tags),
        is_blank=not surely_shows_something(data) and is_blank(_tree(data)),
    )


def tree_facts(data: bytes) -> Facts:
    """The same from the tree that a browser makes of the page, whatever it holds."""
    tree = _tree(data)
    base = tree.css_first("base[href]")
    return Facts(
        form=Form.HTML,
        anchors=frozenset(map(sys.intern, _anchors(tree))),
        references=tuple(map(_same, dict.fromkeys(_references(tree)))),
        base=(base.attributes.get("href") or "") if base else "",
        is_blank=is_blank(tree),
    )


def fragment_references(html: str) -> tuple[Reference, ...]:
    """References of HTML that stands inside a feed or JSON, each once."""
    tags = plain_tags(html.encode("utf-8", "replace"))
    if tags is None:
        return tuple(dict.fromkeys(_references(LexborHTMLParser(html))))
    return tags_references(tags)


@lru_cache(8192)
def _same(reference: Reference) -> Reference:
    # Menus repeat on every page: one object for each keeps 12,000 pages small, also on their way
    # from a worker.
    return reference


def _tree(data: bytes) -> LexborHTMLParser:
    return LexborHTMLParser(data.decode("utf-8", "replace"))


def _anchors(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("[id]"):
        if node.id:
            yield node.id
    for node in tree.css("a[name]"):
        name = node.attributes.get("name")
        if name:
            yield name


def _references(tree: LexborHTMLParser) -> Iterator[Reference]:
    for node in tree.css(_SELECTOR):
        yield from element_references(node.tag or "", node.attributes)
