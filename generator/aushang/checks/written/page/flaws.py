"""All that a page alone is found guilty of, quick for what is plain and innocent."""

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Flaw
from aushang.checks.written.page.head import (
    head_flaws,
    language_of,
    leads_on,
    said_of,
    surely_introduced,
)
from aushang.checks.written.page.links import link_flaws, surely_telling
from aushang.checks.written.page.lists import list_flaws, surely_filled
from aushang.checks.written.page.outline import outline_flaws
from aushang.checks.written.page.outline_bytes import surely_well_ordered
from aushang.checks.written.page.pictures import picture_flaws
from aushang.checks.written.page.signpost import signpost_flaws
from aushang.checks.written.plain import Plain
from aushang.checks.written.tags import Role


def plain_flaws(
    page: Plain, tree: Callable[[], LexborHTMLParser], *, says_something: bool
) -> tuple[Flaw, ...]:
    """The flaws of a plain page; asks for its tree only where its bytes do not prove it innocent.

    `says_something` is whether its main part surely has words outside of links.
    """
    return () if says_something and _is_innocent(page) else tree_flaws(page.data, tree())


def _is_innocent(page: Plain) -> bool:
    data = page.data
    start = data.find(b"<main")
    return (
        start >= 0
        and Role.UNDESCRIBED not in page.counts
        and surely_introduced(data)
        and surely_filled(data, start)
        and surely_well_ordered(page, start)
        and surely_telling(data)
    )


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
