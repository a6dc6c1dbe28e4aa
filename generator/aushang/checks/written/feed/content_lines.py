"""The lines of iCalendar (RFC 5545, section 3.1): unfolded, split into name and value."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ESCAPE = re.compile(r"\\(.)")
_BREAK = re.compile(r"\r\n|\r|\n")
_TEXT = r"[^\x00-\x08\x0a-\x1f\x7f\";:,]*+"
_QUOTED = r'"[^\x00-\x08\x0a-\x1f\x7f"]*+"'
_VALUES = rf"(?:{_QUOTED}|{_TEXT})(?:,(?:{_QUOTED}|{_TEXT}))*"
_LINE = re.compile(
    rf"(?P<name>[A-Za-z0-9-]++)(?P<parameters>(?:;[A-Za-z0-9-]++={_VALUES})*)"
    r":(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*+)"
)


class ContentLine(NamedTuple):
    """One property: its name in capital letters. `number` is the line on which it begins, from 1.

    A line that is none has an empty name, and all of its text for a value.
    """

    number: int
    name: str
    parameters: str
    value: str


def content_lines(text: str) -> Iterator[ContentLine]:
    """All lines of a calendar. A line that begins with a space or tab goes on with the last one."""
    number, parts = 0, [""]
    for at, line in enumerate(_BREAK.split(text), start=1):
        if line[:1] in {" ", "\t"} and number:
            parts.append(line[1:])
            continue
        yield from _split(number, "".join(parts))
        number, parts = at, [line]
    yield from _split(number, "".join(parts))


def text_of(value: str) -> str:
    """A value of the type TEXT without its escapes (section 3.3.11)."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def first_lone_break(text: str) -> int:
    """The number of the first line that does not end with CR and LF; 0 if all do."""
    for number, found in enumerate(_BREAK.finditer(text), start=1):
        if found[0] != "\r\n":
            return number
    return 0


def _split(number: int, line: str) -> Iterator[ContentLine]:
    if not line:
        return
    match = _LINE.fullmatch(line)
    if match is None:
        yield ContentLine(number, "", "", line)
    else:
        yield ContentLine(
            number, match["name"].upper(), match["parameters"].upper(), match["value"]
        )
