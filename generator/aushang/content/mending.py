"""Certain remedies put into a file's bytes, and what that changes, line by line.

All but the places themselves stays: byte order mark, line ends, everything else.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff

from aushang.model import Edit

_LINE_END = re.compile(r"(?:\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Mended:
    """The new bytes, the edits that they hold, and those whose place does not hold `old`."""

    data: bytes
    done: tuple[Edit, ...]
    refused: tuple[Edit, ...]


def mended(data: bytes, edits: Iterable[Edit]) -> Mended:
    """Apply the edits of one file, from its end on, so that the places before stay right.

    An edit is refused if the file says something else at its place now, if it reaches into one
    behind it, or if the file is no UTF-8. The same edit twice is one. A line feed in `old` stands
    for any line end.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    wanted = sorted(set(edits), key=lambda edit: (edit.position, edit.old, edit.new))
    try:
        text = data.removeprefix(mark).decode()
    except UnicodeDecodeError:
        return Mended(data, (), tuple(wanted))
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    done, refused, limit = [], [], len(text)
    for edit in reversed(wanted):
        begin = _index(edit, starts)
        end = _end(text, begin, edit.old)
        if end < 0 or end > limit:
            refused.append(edit)
            continue
        text = text[:begin] + edit.new + text[end:]
        done.append(edit)
        limit = begin
    return Mended(mark + text.encode(), tuple(done[::-1]), tuple(refused[::-1]))


def _index(edit: Edit, starts: list[int]) -> int:
    """Where an edit begins; below 0 if there is no such line, or it names none."""
    line, column = edit.position.line, edit.position.column
    if not (1 <= line <= len(starts) and column >= 1 and edit.old):
        return -1
    return starts[line - 1] + column - 1


def _end(text: str, begin: int, old: str) -> int:
    """Where `old` ends that stands at `begin`, with any line ends; below 0 if it does not."""
    pattern = _LINE_END.pattern.join(map(re.escape, old.split("\n")))
    found = re.compile(pattern).match(text, begin) if begin >= 0 else None
    return found.end() if found else -1


def difference(path: str, before: bytes, after: bytes) -> tuple[str, ...]:
    """The lines of a unified diff, without their line ends."""
    return tuple(unified_diff(_lines(before), _lines(after), path, path, lineterm="", n=1))


def _lines(data: bytes) -> list[str]:
    lines = _LINE_END.split(data.decode(errors="replace"))
    return lines if lines[-1] else lines[:-1]
