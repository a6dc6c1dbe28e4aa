"""Facts of an HTML page or fragment: its anchors, and all that browsers follow."""

import sys
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import chain

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.blank import is_blank, surely_says_something
from aushang.checks.written.facts import Facts, Form, Reference, View
from aushang.checks.written.inlined import plain_inlined
from aushang.checks.written.listing import is_unlisted
from aushang.checks.written.page import plain_flaws, tree_flaws
from aushang.checks.written.repeated import plain_repeated, tree_repeated
from aushang.checks.written.tags import Tag, plain_tags, tags_references
from aushang.checks.written.trees import tree_references
from aushang.checks.written.unfilled import unfilled
from aushang.checks.written.views import said_on_page, view_of


def page_facts(data: bytes) -> Facts:
    """Facts of a whole page, which is UTF-8."""
    tags = plain_tags(data)
    if tags is None:
        return tree_facts(data)
    tree = cache(partial(_tree, data))
    references = _plain_references(tags, data)
    says_something = surely_says_something(data)
    return Facts(
        form=Form.HTML,
        anchors=frozenset(chain.from_iterable([tag.anchors for tag in tags])),
        references=references,
        flaws=(
            *plain_repeated(data, tags, tree),
            *plain_flaws(data, tree, says_something=says_something),
            *unfilled(data),
        ),
        views=_views(data),
        is_unlisted=is_unlisted(data, tree),
        # The last one: it takes parts of the tree away.
        is_blank=not says_something and is_blank(tree()),
    )


def tree_facts(data: bytes) -> Facts:
    """The same from the tree that a browser makes of the page, whatever it holds."""
    tree = _tree(data)
    base = tree.css_first("base[href]")
    references = tuple(map(_same, dict.fromkeys(tree_references(tree))))
    return Facts(
        form=Form.HTML,
        anchors=frozenset(map(sys.intern, _anchors(tree))),
        references=references,
        base=(base.attributes.get("href") or "") if base else "",
        flaws=(*tree_repeated(tree, data), *tree_flaws(data, tree), *unfilled(data)),
        views=_views(data),
        is_unlisted=is_unlisted(data, lambda: tree),
        # The last one: it takes parts of the tree away.
        is_blank=is_blank(tree),
    )


def _views(data: bytes) -> tuple[View, ...]:
    return tuple(view_of(said) for said in said_on_page(data))


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
