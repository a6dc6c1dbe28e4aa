"""All that a page alone is found guilty of, quick for what is plain and innocent."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Flaw
from aushang.checks.written.lines import PlainPage
from aushang.checks.written.page.head import (
    head_flaws,
    language_of,
    leads_on,
    said_of,
    surely_introduced,
)
from aushang.checks.written.page.links import link_flaws
from aushang.checks.written.page.lists import list_flaws, surely_filled
from aushang.checks.written.page.outline import outline_flaws
from aushang.checks.written.page.outline_bytes import surely_well_ordered
from aushang.checks.written.page.pictures import picture_flaws
from aushang.checks.written.page.signpost import signpost_flaws
from aushang.checks.written.tags import Role

_REMEMBERED = 512
"""Shapes, of 1 KB each: pages of a kind are often alike."""


def plain_flaws(
    page: PlainPage, tree: Callable[[], LexborHTMLParser], *, says_something: bool
) -> tuple[Flaw, ...]:
    """The flaws of a plain page; asks for its tree only where its bytes do not prove it innocent.

    `says_something` is whether its main part surely has words outside of links.
    """
    return () if says_something and _is_innocent(page) else tree_flaws(page.data, tree())


def _is_innocent(page: PlainPage) -> bool:
    return (
        Role.UNDESCRIBED not in page.roles
        and surely_introduced(page.data)
        and _is_in_order(page.shape)
        and page.surely_tells()
    )


@lru_cache(_REMEMBERED)
def _is_in_order(shape: bytes) -> bool:
    main = shape.find(b"<main>")
    return main >= 0 and surely_filled(shape, main) and surely_well_ordered(shape, main)


def tree_flaws(data: bytes, tree: LexborHTMLParser) -> tuple[Flaw, ...]:
    """The flaws of any page, by its tree: those of a kind in the order of the page."""
    return tuple(_flaws(data, tree))


def _flaws(data: bytes, tree: LexborHTMLParser) -> Iterator[Flaw]:
    said = said_of(tree)
    if leads_on(said):
        return
    yield from head_flaws(data, said, language_of(tree))
    yield from signpost_flaws(tree)
    yield from outline_flaws(tree)
    yield from list_flaws(tree)
    yield from picture_flaws(tree)
    yield from link_flaws(data, tree)
