"""Where exactly in a file of the content an address stands, so that it can be replaced.

A link is known by its first character; what is replaced is the address within it. An edit is only
offered where the address is found there as it was written, so none can hit anything else.
"""

import re

from aushang.checks.written.origins import Cause
from aushang.checks.written.site import WrittenSite
from aushang.model import Edit, Position

_LINE_END = re.compile(r"\r\n?")
_SIGN = re.compile(r"\\.|[\[\]]|\n[ \t>]*\n", re.DOTALL)
_BEFORE_ADDRESS = re.compile(r"\([ \t]*<?")
_TAG = re.compile(r"<[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_LONGEST = 4000  # characters from the beginning of a link to its address


def edit_of(cause: Cause, new: str, written: WrittenSite) -> Edit | None:
    """The edit that makes `new` of what an author wrote; None where that is not sure."""
    old, place = cause.written, cause.position
    if not cause.is_authored or written.source is None or not place.line or new in {"", old}:
        return None
    try:
        text = _LINE_END.sub("\n", written.source(place.path))
    except (OSError, UnicodeError):
        return None
    offset = _offset(text, place)
    spot = None if offset is None else _spot(text, offset, old)
    if spot is None or not old or "\n" in old:
        return None
    line = text.count("\n", 0, spot) + 1
    column = spot - text.rfind("\n", 0, spot)
    return Edit(Position(place.path, line, column), old, new)


def _offset(text: str, place: Position) -> int | None:
    start = 0
    for _ in range(place.line - 1):
        start = text.find("\n", start) + 1
        if not start:
            return None
    return start + max(place.column, 1) - 1


def _spot(text: str, offset: int, address: str) -> int | None:
    """Where the address of the link that begins at `offset` stands."""
    if text.startswith(("[", "![", "<"), offset):
        found = _in_tag(text, offset, address) or _in_brackets(text, offset, address)
        return found or (offset + 1 if text.startswith(f"<{address}>", offset) else None)
    return _in_line(text, offset, address)


def _in_brackets(text: str, offset: int, address: str) -> int | None:
    """Behind the bracket that closes the link's words."""
    depth = 0
    for sign in _SIGN.finditer(text, offset, offset + _LONGEST):
        if sign[0] == "[":
            depth += 1
        elif sign[0] == "]":
            depth -= 1
            if not depth:
                start = _BEFORE_ADDRESS.match(text, sign.end())
                is_there = start and text.startswith(address, start.end())
                return (
                    start.end()
                    if start and is_there and _ends(text, start.end(), address)
                    else None
                )
        elif "\n" in sign[0]:
            return None
    return None


def _in_tag(text: str, offset: int, address: str) -> int | None:
    tag = _TAG.match(text, offset, offset + _LONGEST)
    if not tag:
        return None
    found = [
        match.start(1)
        for match in re.finditer(rf"=\s*[\"']?({re.escape(address)})(?=[\"'\s>])", tag[0])
    ]
    return offset + found[0] if len(found) == 1 else None


def _in_line(text: str, offset: int, address: str) -> int | None:
    """The value of a key, or an address that stands for itself; the only one in the line."""
    end = text.find("\n", offset)
    line = text[offset : end if end >= 0 else len(text)]
    places = [match.start() for match in re.finditer(re.escape(address), line)]
    if len(places) != 1 or not _ends(line, places[0], address):
        return None
    before = line[places[0] - 1 : places[0]]
    return offset + places[0] if not before or before in " \t\"'[{<(" else None


def _ends(text: str, start: int, address: str) -> bool:
    """Whether the address ends where it seems to, and is not the beginning of a longer one."""
    after = text[start + len(address) : start + len(address) + 1]
    return not after or after in " \t\n\"'),]}>"
