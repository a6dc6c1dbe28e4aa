"""Pages that hold nothing but one link to elsewhere."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.checks.written.facts import Flaw
from aushang.checks.written.page.menus import menu_urls
from aushang.checks.written.page.nodes import AROUND, HEADINGS, after, is_read, main_part
from aushang.checks.written.resolution import cleaned

SIGNPOST = "AU105"

_SHOWN = "img, svg, video, audio, canvas, iframe, object, embed, form, input, select, textarea"
_SILENT = frozenset({*HEADINGS, *AROUND, "script", "style", "template"})


def signpost_flaws(tree: LexborHTMLParser) -> Iterator[Flaw]:
    """The address of the one link, if the main part holds nothing else besides its title.

    Where the page's menus lead goes along as the flaw's `reason` (`menus_of`): whether one of them
    leads to the page itself is for those to find out who know its address.
    """
    main = main_part(tree)
    link = _only_link(main) if main is not None else None
    if main is None or link is None or main.css_first(_SHOWN) is not None:
        return
    href = link.attributes.get("href") or ""
    if not href.startswith("#") and is_read(link.text(deep=True)):
        yield Flaw(SIGNPOST, href, "\n".join(map(cleaned, menu_urls(tree))))


def menus_of(flaw: Flaw) -> Iterator[str]:
    """The addresses in the menus of a signpost."""
    yield from flaw.reason.split("\n") if flaw.reason else ()


def _only_link(main: LexborNode) -> LexborNode | None:
    """The link of the main part; None if there are words outside of it, or another one."""
    found: LexborNode | None = None
    beyond = after(main)
    end = beyond.mem_id if beyond else None
    current = main.child
    while current is not None and current.mem_id != end:
        if current.tag == "a" and "href" in current.attributes:
            if found is not None:
                return None
            found = current
            current = after(current)
        elif current.tag in _SILENT:
            current = after(current)
        elif current.is_text_node and is_read(current.text_content or ""):
            return None
        else:
            current = current.child or after(current)
    return found
