"""Where the menus of a page lead: navigation, header, footer and tabs."""

from selectolax.lexbor import LexborHTMLParser

_MENUS = "nav, header, footer, [role=navigation], [role=tablist]"


def menu_urls(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The addresses of all links in menus, as written, each once.

    The entry of the page itself may be no link (`aria-current`); then it is an empty address.
    """
    found: dict[str, None] = {}
    for menu in tree.css(_MENUS):
        for entry in menu.css("a[href]"):
            found[entry.attributes.get("href") or ""] = None
        for entry in menu.css("[aria-current=page]:not(a)"):
            if entry.css_first("a[href]") is None:
                found[""] = None
    return tuple(found)
