"""Facts of an HTML page or fragment: its anchors, and all that browsers follow."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.blank import is_blank, surely_says_something
from aushang.checks.written.facts import Facts, Form, Reference, View
from aushang.checks.written.inlined import plain_inlined, tree_linked_data
from aushang.checks.written.lines import plain_page
from aushang.checks.written.listing import is_unlisted
from aushang.checks.written.page import plain_flaws, tree_flaws
from aushang.checks.written.plain import plain_markup
from aushang.checks.written.repeated import plain_repeated, tree_repeated
from aushang.checks.written.tags import Role
from aushang.checks.written.trees import tree_references
from aushang.checks.written.unfilled import unfilled
from aushang.checks.written.views import Said, said_in_linked_data, view_of


def page_facts(data: bytes) -> Facts:
    """Facts of a whole page, which is UTF-8."""
    page = plain_page(data)
    if page is None:
        return tree_facts(data)
    tree = cache(partial(_tree, data))
    says_something = surely_says_something(page.shape)
    held = page.held
    return Facts(
        form=Form.HTML,
        anchors=page.anchors,
        references=_with_inlined(page.references, held),
        flaws=(
            *plain_repeated(page, tree),
            *plain_flaws(page, tree, says_something=says_something),
            *(unfilled(data) if page.is_unfilled else ()),
        ),
        views=_views(text for role, text in held if role is Role.LINKED_DATA),
        is_unlisted=Role.UNLISTING in page.roles,
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
        views=_views(tree_linked_data(tree)),
        is_unlisted=is_unlisted(tree),
        # The last one: it takes parts of the tree away.
        is_blank=is_blank(tree),
    )


def said_on_page(data: bytes) -> tuple[Said, ...]:
    """What a page says of its post, in words."""
    return tuple(said_in_linked_data(tree_linked_data(_tree(data))))


def _views(linked_data: Iterable[str]) -> tuple[View, ...]:
    return tuple(map(view_of, said_in_linked_data(linked_data)))


def fragment_references(html: str) -> tuple[Reference, ...]:
    """References of HTML that stands inside a feed or JSON, each once."""
    markup = plain_markup(html.encode("utf-8", "replace"))
    if markup is None:
        return tuple(dict.fromkeys(tree_references(LexborHTMLParser(html))))
    return _with_inlined(markup.references, markup.held)


def _with_inlined(
    found: tuple[Reference, ...], held: Sequence[tuple[Role, str]]
) -> tuple[Reference, ...]:
    inlined = tuple(plain_inlined(held)) if held else ()
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
