"""Whether a page asks search engines not to list it."""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

_NAMES = frozenset({"robots", "googlebot"})
_SPELT = (b"robots", b"Robots", b"ROBOTS", b"googlebot")
_NONE = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)


def is_unlisted(data: bytes, tree: Callable[[], LexborHTMLParser]) -> bool:
    """Whether a `<meta name="robots">` says `noindex`; the tree is made only if one may."""
    if not any(name in data for name in _SPELT):
        return False
    return any(
        (node.attributes.get("name") or "").strip().lower() in _NAMES
        and _NONE.search(node.attributes.get("content") or "") is not None
        for node in tree().css("meta[name][content]")
    )
