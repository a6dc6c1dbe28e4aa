"""Where the menus of a page lead: navigation, header, footer and tabs."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.checks.written.page.nodes import AROUND, ancestors

_ROLES = frozenset({"navigation", "tablist"})


def menu_urls(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The addresses of all links in menus, as written, each once.

    The entry of the page itself may be no link (`aria-current`); then it is an empty address.
    """
    entries = tree.css("a[href], [aria-current=page]:not(a)")
    return tuple(
        dict.fromkeys(one.attributes.get("href") or "" for one in entries if _is_in_menu(one))
    )


def _is_in_menu(node: LexborNode) -> bool:
    return any(
        above.tag in AROUND or above.attributes.get("role") in _ROLES for above in ancestors(node)
    )
