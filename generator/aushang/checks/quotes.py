"""Where the words of a finding stand in the file that an author wrote.

A rendered text knows no lines. Only files with findings are read again, so this may take its time.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from aushang.model import Diagnostic, Position

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(
    r"^[ \t]*(?P<fence>```+|~~~+).*?(?:^[ \t]*(?P=fence)|\Z)|(?P<ticks>`+)[^\n]*?(?P=ticks)",
    re.DOTALL | re.MULTILINE,
)
_BETWEEN_WORDS = r"[\s*_~>\[\]\\]+"


def located(findings: Iterable[Diagnostic], read: Callable[[str], str]) -> Iterator[Diagnostic]:
    """The findings, those with a `quote` at its line and column.

    `read` gives the text of a file by the path of a position; it may raise OSError or ValueError.
    What cannot be read or found keeps its place.
    """
    for finding in findings:
        yield replace(finding, location=_place(finding, read)) if finding.quote else finding


def _place(finding: Diagnostic, read: Callable[[str], str]) -> Position:
    try:
        text = read(finding.location.path)
    except (OSError, ValueError):
        return finding.location
    return place_in(text, finding.quote, finding.location)


def place_in(text: str, quote: str, near: Position) -> Position:
    """Where `quote` first stands at or after `near`; after the front matter where it has no line.

    Words may be parted by line ends and marks of emphasis. Code is passed by:
    what stands there is nobody's promise. `near` itself where the words are not found.
    """
    words = _BETWEEN_WORDS.join(map(re.escape, quote.split()))
    whole = re.compile(rf"(?<!\w)(?=\w){words}|(?!\w){words}")
    found = whole.search(_CODE.sub(_blanks, text), _offset(text, near)) if words else None
    if found is None:
        return near
    line = text.count("\n", 0, found.start()) + 1
    return Position(near.path, line, found.start() - text.rfind("\n", 0, found.start()))


def _offset(text: str, near: Position) -> int:
    if not near.line:
        front = _FRONT_MATTER.match(text)
        return front.end() if front else 0
    lines = text.split("\n")[: near.line - 1]
    return sum(len(line) + 1 for line in lines) + max(near.column - 1, 0)


def _blanks(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code[0])
