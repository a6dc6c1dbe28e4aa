"""Facts of an HTML page or fragment: its anchors, and all that browsers follow."""

import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.blank import is_blank, surely_shows_something
from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.inlined import plain_inlined
from aushang.checks.written.repeated import plain_repeated, tree_repeated
from aushang.checks.written.tags import Tag, plain_tags, tags_references
from aushang.checks.written.trees import repeated_ids, tree_references


def page_facts(data: bytes) -> Facts:
    """Facts of a whole page, which is UTF-8."""
    tags = plain_tags(data)
    if tags is None:
        return tree_facts(data)
    return Facts(
        form=Form.HTML,
        anchors=frozenset(chain.from_iterable([tag.anchors for tag in tags])),
        references=_plain_references(tags, data),
        is_blank=not surely_shows_something(data) and is_blank(_tree(data)),
        flaws=plain_repeated(data, tags, partial(_tree, data)),
    )


def tree_facts(data: bytes) -> Facts:
    """The same from the tree that a browser makes of the page, whatever it holds."""
    tree = _tree(data)
    base = tree.css_first("base[href]")
    flaws = tree_repeated(repeated_ids(tree))
    return Facts(
        form=Form.HTML,
        anchors=frozenset(map(sys.intern, _anchors(tree))),
        references=tuple(map(_same, dict.fromkeys(tree_references(tree)))),
        base=(base.attributes.get("href") or "") if base else "",
        is_blank=is_blank(tree),
        flaws=flaws,
    )


def fragment_references(html: str) -> tuple[Reference, ...]:
    """References of HTML that stands inside a feed or JSON, each once."""
    data = html.encode("utf-8", "replace")
    tags = plain_tags(data)
    if tags is None:
        return tuple(dict.fromkeys(tree_references(LexborHTMLParser(html))))
    return _plain_references(tags, data)


def _plain_references(tags: Sequence[Tag], data: bytes) -> tuple[Reference, ...]:
    found, inlined = tags_references(tags), plain_inlined(data)
    return tuple(dict.fromkeys((*found, *inlined))) if inlined else found


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
