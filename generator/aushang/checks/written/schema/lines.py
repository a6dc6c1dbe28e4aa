"""On which line of a JSON file a value stands. Only files with a fault are asked."""

import re
from collections.abc import Sequence
from json import JSONDecoder

_DECODER = JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*+")


def line_of(text: str, path: Sequence[str]) -> int:
    """The line of the value to which the keys and numbers lead, or of the last one that is there.

    `text` is JSON; lines count from 1. 0 where something in it is nested too deeply to be read.
    """
    at = _behind_space(text, 0)
    for step in path:
        try:
            found = _member(text, at, step)
        except RecursionError:
            return 0
        if found is None:
            break
        at = found
    return text.count("\n", 0, at) + 1


def _member(text: str, at: int, step: str) -> int | None:
    """Where a member of the object or list begins; of those with the same key the last counts."""
    opening = text[at]
    if opening not in "{[":
        return None
    at, found, number = _behind_space(text, at + 1), None, 0
    while text[at] not in "]}":
        name = str(number)
        if opening == "{":
            name, at = _DECODER.raw_decode(text, at)
            at = _behind_space(text, _behind_space(text, at) + 1)  # the colon
        if name == step:
            found = at
        _, at = _DECODER.raw_decode(text, at)
        at, number = _behind_space(text, at), number + 1
        if text[at] == ",":
            at = _behind_space(text, at + 1)
    return found


def _behind_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
