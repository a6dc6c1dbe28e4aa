"""Pictures that say nothing to those who do not see them."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.checks.written.facts import Flaw
from aushang.checks.written.page.nodes import is_hidden

UNDESCRIBED = "AU704"

_SELECTOR = "img:not([alt]), input[type=image i]:not([alt]), area[href]:not([alt])"
_SILENT = frozenset({"presentation", "none"})


def picture_flaws(tree: LexborHTMLParser) -> Iterator[Flaw]:
    """Pictures without an `alt`; an empty one says that the picture is an ornament."""
    for node in tree.css(_SELECTOR):
        if not _is_named(node) and not is_hidden(node):
            attributes = node.attributes
            yield Flaw(UNDESCRIBED, attributes.get("src") or attributes.get("href") or "")


def _is_named(node: LexborNode) -> bool:
    attributes = node.attributes
    return (attributes.get("role") or "").strip().lower() in _SILENT or any(
        (attributes.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title")
    )
