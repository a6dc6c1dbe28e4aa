"""Whether a menu leads to a page."""

from collections.abc import Iterator

from aushang.checks.written.page.menus import in_menu
from aushang.checks.written.resolution import Resolver, page_of
from aushang.checks.written.site import WrittenSite
from aushang.model.addresses import file_of


def is_in_menu(written: WrittenSite, path: str) -> bool:
    """Whether a menu of the page itself, of a page above it or of the start page leads to it.

    A menu stands on all pages of a part of the site, that of its target among them. So a few pages
    tell, and no others need to be judged again when a page becomes empty.
    """
    resolver = Resolver(written.site)
    for holder in _holders(written, path):
        facts = written.facts[holder]
        base = resolver.base_of(page_of(holder), facts.base)
        for reference in in_menu(facts.menu, facts.references):
            target = resolver.target(reference.url, base)
            if target and file_of(target.path) == path and not reference.url.startswith("#"):
                return True
    return False


def _holders(written: WrittenSite, path: str) -> Iterator[str]:
    """The page and those above it, the start page last."""
    yield path
    folder = path
    while folder:
        folder = folder.rpartition("/")[0]
        index = f"{folder}/index.html" if folder else "index.html"
        if index != path and index in written.facts:
            yield index
