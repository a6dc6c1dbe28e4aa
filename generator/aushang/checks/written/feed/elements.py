"""The children of an element of a feed, each looked up once."""

from collections.abc import Iterable, Mapping, Sequence

from lxml.etree import _Element

Fields = Mapping[str, _Element]
"""The children of an element by their names, the first of each."""
Entry = tuple[_Element, Fields]
"""An entry of a feed, and its children."""


def fields_of(owner: _Element, space: str = "") -> Fields:
    """The children in the name space `space` (`{http://…}`), without it; those of RSS have none."""
    # One walk: ten searches of an item take ten times as long (26 µs). From its end: the first
    # of each name stays.
    start = len(space)
    children = owner.iterchildren(f"{space}*", reversed=True)
    return {str(child.tag)[start:]: child for child in children}


def entries_of(owners: Iterable[_Element], space: str = "") -> Sequence[Entry]:
    """The entries of a feed with their fields, read once for all who ask."""
    return [(owner, fields_of(owner, space)) for owner in owners]


def text_of(fields: Fields, name: str) -> str:
    """The text of a child without outer white space; empty where there is none."""
    element = fields.get(name)
    return (element.text or "").strip() if element is not None else ""


def line_of(element: _Element) -> int:
    """The line on which an element begins, from 1; 0 where nobody knows."""
    line = element.sourceline
    return line if isinstance(line, int) else 0
