"""The children of an element of a feed, each looked up once."""

from collections.abc import Mapping

from lxml.etree import _Element

Fields = Mapping[str, _Element]
"""The children of an element by their names, the first of each."""


def fields_of(owner: _Element, space: str = "") -> Fields:
    """The children in the name space `space` (`{http://…}`), without it; those of RSS have none."""
    found: dict[str, _Element] = {}
    # One walk: ten searches of an item take ten times as long (26 µs).
    for child in owner:
        tag = str(child.tag)
        if tag.startswith(space):
            found.setdefault(tag[len(space) :], child)
    return found


def text_of(fields: Fields, name: str) -> str:
    """The text of a child without outer white space; empty where there is none."""
    element = fields.get(name)
    return (element.text or "").strip() if element is not None else ""


def line_of(element: _Element) -> int:
    """The line on which an element begins, from 1; 0 where nobody knows."""
    line = element.sourceline
    return line if isinstance(line, int) else 0
