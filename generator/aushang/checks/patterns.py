"""Patterns of files: `*` is a part of a name, `**` folders too, a folder all that lies below it."""

import re
from functools import cache

_SIGNS = re.compile(r"\*\*/?|\*|\?|[^*?]+")


def is_meant(path: str, pattern: str) -> bool:
    """Whether a pattern means the file. Capital letters count, on every system."""
    return _expression(pattern).fullmatch(path) is not None


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    parts = (_part(sign) for sign in _SIGNS.findall(pattern.rstrip("/")))
    return re.compile(f"{''.join(parts)}(?:/.*)?", re.DOTALL)


def _part(sign: str) -> str:
    match sign:
        case "**/":
            return "(?:.*/)?"
        case "**":
            return ".*"
        case "*":
            return "[^/]*"
        case "?":
            return "[^/]"
        case _:
            return re.escape(sign)
