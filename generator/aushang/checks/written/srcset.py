"""The candidates of a `srcset`, by the algorithm of the HTML standard (4.8.4.2.2).

A comma may be part of a URL (and is, in `data:` URLs), so splitting at commas would be wrong.
"""

import re
from collections.abc import Iterator

_START = re.compile(r"[\s,]*")
_URL = re.compile(r"\S+")
_DESCRIPTORS = re.compile(r"(?:\([^)]*\)?|[^,(])*")


def candidates(srcset: str) -> Iterator[str]:
    """The URLs in order, without their descriptors."""
    place = 0
    while True:
        place = _end(_START, srcset, place)
        match = _URL.match(srcset, place)
        if match is None:
            return
        place = match.end()
        url = match[0].rstrip(",")
        if url == match[0]:
            place = _end(_DESCRIPTORS, srcset, place)
        yield url


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place
