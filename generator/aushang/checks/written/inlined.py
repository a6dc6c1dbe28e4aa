"""What stands in a page in another language than HTML: style sheets and JSON-LD."""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Reference
from aushang.checks.written.linked_data import is_linked_data, linked_data_references
from aushang.checks.written.stylesheets import style_references
from aushang.checks.written.tags import Role


def plain_inlined(held: Iterable[tuple[Role, str]]) -> Iterator[Reference]:
    """The references of what elements of plain markup hold: of style sheets, then of JSON-LD."""
    texts = [*held]
    for role, text in texts:
        if role is Role.STYLE:
            yield from style_references(text)
    for role, text in texts:
        if role is Role.LINKED_DATA:
            yield from linked_data_references(text)


def tree_inlined(tree: LexborHTMLParser) -> Iterator[Reference]:
    """The same from the tree of any page."""
    for node in tree.css("style"):
        yield from style_references(node.text(deep=True))
    for text in tree_linked_data(tree):
        yield from linked_data_references(text)


def tree_linked_data(tree: LexborHTMLParser) -> Iterator[str]:
    """The JSON-LD of any page."""
    for node in tree.css("script[type]"):
        if is_linked_data(node.attributes.get("type") or ""):
            yield node.text(deep=True)
