"""Where a value stands in a written file: trees know no lines, so the raw bytes are searched.

Only files with a finding are read again, so this may take its time.
"""

import re
from html import escape

from aushang.model import Position

_QUOTES = ('"{}"', "'{}'", "={}", ">{}<", "{}")
"""How a value can stand in markup: the surest way first."""
_BRACKETS = (">{}<", "{}")


def place_of(
    path: str, data: bytes, value: str, *, is_text: bool = False, href: str = ""
) -> Position:
    """Line and column of the first occurrence, in characters from 1; without them if there is none.

    A value from a tree was decoded: it is looked for as it is and with its signs escaped. Where it
    `is_text`, the titles in a page's head are no place of it. With `href` it is the text of a link,
    and the first one that leads there is meant.
    """
    if not value:
        return Position(path)
    text = data.decode("utf-8", "replace")
    if href and (link := _link(value, href).search(text)):
        return _position(path, text, link.start("words"))
    start = max(text.find("</head>"), 0) if is_text else 0
    for shape in _BRACKETS if is_text else _QUOTES:
        for written in dict.fromkeys((value, escape(value), escape(value, quote=False))):
            wanted = shape.format(written)
            found = text.find(wanted, start)
            if found >= 0:
                return _position(path, text, found + shape.index("{}"))
    return Position(path)


def _link(words: str, href: str) -> re.Pattern[str]:
    spelt = r"\s+".join(_spelt(word) for word in words.split())
    return re.compile(
        rf"href\s*=\s*([\"']?)\s*{_spelt(href)}\s*\1[^<>]*>\s*(?:<[^<>]*>\s*)*(?P<words>{spelt})"
    )


def _spelt(text: str) -> str:
    """A pattern of a text and of its signs escaped."""
    forms = dict.fromkeys((text, escape(text), escape(text, quote=False)))
    return f"(?:{'|'.join(map(re.escape, forms))})"


def _position(path: str, text: str, index: int) -> Position:
    before = text.rfind("\n", 0, index)
    return Position(path, text.count("\n", 0, index) + 1, index - before)
