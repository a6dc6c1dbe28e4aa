"""Where a value stands in a written file: trees know no lines, so the raw bytes are searched.

Only files with a finding are read again, so this may take its time.
"""

from html import escape

from aushang.model import Position

_QUOTES = ('"{}"', "'{}'", "={}", ">{}<", "{}")
"""How a value can stand in markup: the surest way first."""


def place_of(path: str, data: bytes, value: str) -> Position:
    """Line and column of the first occurrence, in characters from 1; without them if there is none.

    A value from a tree was decoded: it is looked for as it is and with its signs escaped.
    """
    if not value:
        return Position(path)
    text = data.decode("utf-8", "replace")
    for shape in _QUOTES:
        for written in dict.fromkeys((value, escape(value), escape(value, quote=False))):
            wanted = shape.format(written)
            found = text.find(wanted)
            if found >= 0:
                return _position(path, text, found + shape.index("{}"))
    return Position(path)


def _position(path: str, text: str, index: int) -> Position:
    before = text.rfind("\n", 0, index)
    return Position(path, text.count("\n", 0, index) + 1, index - before)
