"""JSON Feeds cut into their items, so that one that stands in ten feeds need be read only once.

The cut is made on the bytes, and only where it can be none but the parser's own (RFC 8259): a line
break stands in no string, so no string goes from one piece into another. A list that is opened in
front of the first item, and closed behind the last together with the object that the file is, is
that of the items; where each piece between two commas is an object by itself, these are its
members.
"""

from typing import NamedTuple


class Cut(NamedTuple):
    """A feed in pieces: `frame` is the feed without items, `items` are the bytes of each."""

    frame: bytes
    items: list[bytes]


_OPENING = b',"items":[\n'
_CLOSING = b"\n]}\n"
_BETWEEN = b",\n"


def cut(data: bytes) -> Cut | None:
    """The pieces of a JSON Feed that is written with an item on each line; None for any other."""
    if not data.endswith(_CLOSING):
        return None
    head, opening, items = data.partition(_OPENING)
    if not opening or len(items) <= len(_CLOSING):
        return None
    return Cut(head + opening + _CLOSING, items.removesuffix(_CLOSING).split(_BETWEEN))
