"""Ids that more than one element of a page has."""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Flaw
from aushang.checks.written.plain import Plain
from aushang.checks.written.trees import repeated_ids

_ID = re.compile(rb'[ \t\n\f]id="')


def plain_repeated(page: Plain, tree: Callable[[], LexborHTMLParser]) -> tuple[Flaw, ...]:
    """The flaws of a plain page; rarely asks for its tree.

    In a plain page all ids stand in quotation marks. If there are as many as distinct ones were
    found, none repeats.
    """
    data = page.data
    ids = [tag.id for tag in page.tags if tag.id]
    # Counting takes a seventh of the pattern's time, and is nearly always the answer.
    are_all = data.count(b'id="') == len(ids) or len(_ID.findall(data)) == len(ids)
    if are_all and len(set(ids)) == len(ids):
        return ()
    return tree_repeated(tree(), data)


def tree_repeated(tree: LexborHTMLParser, data: bytes) -> tuple[Flaw, ...]:
    """The flaws of any page, from its tree and its bytes."""
    return tuple(Flaw("AU205", id_) for id_ in repeated_ids(tree, data))
