"""Whether a page asks search engines not to list it."""

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser

NAMES = frozenset({"robots", "googlebot"})
"""Whom a `<meta>` is for that speaks of it."""
_NONE = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)


def is_for_searchers(attributes: Mapping[str, str | None]) -> bool:
    """Whether a `<meta>` with these attributes speaks to search engines."""
    return (attributes.get("name") or "").strip().lower() in NAMES


def is_unlisting(attributes: Mapping[str, str | None]) -> bool:
    """Whether such a one says `noindex`."""
    return _NONE.search(attributes.get("content") or "") is not None


def is_unlisted(tree: LexborHTMLParser) -> bool:
    """Whether the page says `noindex`."""
    return any(
        is_for_searchers(node.attributes) and is_unlisting(node.attributes)
        for node in tree.css("meta[name][content]")
    )
