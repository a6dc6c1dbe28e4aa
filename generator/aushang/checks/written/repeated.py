"""Ids that more than one element of a page has."""

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Flaw
from aushang.checks.written.lines import PlainPage
from aushang.checks.written.trees import repeated_ids


def plain_repeated(page: PlainPage, tree: Callable[[], LexborHTMLParser]) -> tuple[Flaw, ...]:
    """The flaws of a plain page; rarely asks for its tree."""
    ids = page.ids
    return () if len(set(ids)) == len(ids) else tree_repeated(tree(), page.data)


def tree_repeated(tree: LexborHTMLParser, data: bytes) -> tuple[Flaw, ...]:
    """The flaws of any page, from its tree and its bytes."""
    return tuple(Flaw("AU205", id_) for id_ in repeated_ids(tree, data))
