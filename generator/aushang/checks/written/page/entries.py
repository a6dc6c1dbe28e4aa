"""Whether a menu leads to a page."""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Flaw
from aushang.checks.written.page.menus import menu_urls
from aushang.checks.written.page.signpost import menus_of
from aushang.checks.written.resolution import Resolver, page_of
from aushang.checks.written.site import WrittenSite
from aushang.model.addresses import file_of


def is_in_menu(written: WrittenSite, path: str, flaw: Flaw) -> bool:
    """Whether a menu leads to a signpost: its own, or where the site can be read, one above it.

    A menu stands on all pages of a part of the site, that of its target among them. So a few pages
    tell, and no others need to be judged again when a page becomes a signpost.
    """
    if _leads_to(written, path, path, menus_of(flaw)):
        return True
    return any(
        _leads_to(written, holder, path, menu_urls(_tree(written, holder)))
        for holder in _above(written, path)
    )


def _leads_to(written: WrittenSite, holder: str, path: str, urls: Iterable[str]) -> bool:
    resolver = Resolver(written.site)
    base = resolver.base_of(page_of(holder), written.facts[holder].base)
    targets = (resolver.target(url, base) for url in urls if not url.startswith("#"))
    return any(target is not None and file_of(target.path) == path for target in targets)


def _above(written: WrittenSite, path: str) -> Iterator[str]:
    """The start pages of the folders around a page, that of the site last."""
    folder = path
    while folder and written.read is not None:
        folder = folder.rpartition("/")[0]
        index = f"{folder}/index.html" if folder else "index.html"
        if index != path and index in written.facts:
            yield index


def _tree(written: WrittenSite, path: str) -> LexborHTMLParser:
    try:
        data = written.read(path) if written.read else b""
    except OSError:
        data = b""
    return LexborHTMLParser(data.decode("utf-8", "replace"))
