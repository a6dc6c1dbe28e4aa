"""Facts of XML: feeds and site maps, parsed as strictly as the strictest reader does.

Which element holds an address is not asked: whatever begins with the site's own URL is one, and
whatever looks like HTML is read as HTML. So no vocabulary can be forgotten. Grammars are asked only
for what they demand.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from aushang.checks.written.facts import Facts, Fault, Flaw, Form, Reference
from aushang.checks.written.feed.atom import ATOM, atom_entries, atom_flaws, atom_said, atom_self
from aushang.checks.written.feed.elements import Entry
from aushang.checks.written.feed.rss import rss_flaws, rss_items, rss_said, rss_self
from aushang.checks.written.feed.sitemap import SPACE, sitemap_flaws
from aushang.checks.written.strings import references_in
from aushang.checks.written.views import Said, view_of

_PLACE = re.compile(r", line \d+, column \d+$")
_MAPS = frozenset({f"{SPACE}urlset", f"{SPACE}sitemapindex"})


def feed_facts(data: bytes, site_url: str) -> Facts:
    """References to the site itself and flaws, or the fault that makes the file unreadable.

    Entities stay unexpanded and nothing is fetched, whatever the file declares.
    """
    try:
        root = _root(data)
    except etree.XMLSyntaxError as error:
        return Facts(form=Form.XML, fault=_fault(error))
    if root.getroottree().docinfo.internalDTD is not None:
        # What a document type declares may be a bomb; nothing behind it is looked at.
        return Facts(form=Form.XML, flaws=(Flaw("AU314", "<!DOCTYPE"),))
    entries = _entries(root)
    flaws = _flaws(root, entries, site_url, has_base=b"xml:base" in data)
    return Facts(
        form=Form.XML,
        address=rss_self(root) if root.tag == "rss" else atom_self(root),
        references=tuple(dict.fromkeys(_references(root, site_url))),
        flaws=tuple(dict.fromkeys(flaws)),
        views=tuple(dict.fromkeys(view_of(said) for said in _said(root, entries))),
    )


def said_in_feed(data: bytes) -> tuple[Said, ...]:
    """What a feed says of posts, in words; nothing where it is no XML."""
    try:
        root = _root(data)
    except etree.XMLSyntaxError:
        return ()
    return tuple(_said(root, _entries(root)))


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    return etree.fromstring(data, parser)


def _fault(error: etree.XMLSyntaxError) -> Fault:
    # The parser repeats the place within its sentence.
    reason = _PLACE.sub("", error.msg or "there is no element")
    line, column = error.position
    return Fault(reason, max(line, 0), max(column, 0))


def _entries(root: etree._Element) -> Sequence[Entry]:
    if root.tag == "rss":
        return rss_items(root)
    return atom_entries(root) if root.tag == f"{ATOM}feed" else ()


def _flaws(
    root: etree._Element, entries: Sequence[Entry], site_url: str, *, has_base: bool
) -> Iterator[Flaw]:
    if root.tag == "rss":
        yield from rss_flaws(root, entries, site_url, has_base=has_base)
    elif root.tag == f"{ATOM}feed":
        yield from atom_flaws(root, entries, site_url, has_base=has_base)
    elif root.tag in _MAPS:
        yield from sitemap_flaws(root, site_url)


def _said(root: etree._Element, entries: Sequence[Entry]) -> Iterator[Said]:
    yield from rss_said(entries) if root.tag == "rss" else atom_said(entries)


def _references(root: etree._Element, site_url: str) -> Iterator[Reference]:
    for element in root.iter("*"):
        text = element.text
        if text and (site_url in text or "<" in text):
            yield from references_in(str(text), _name(element), site_url)
        # Most have none, and asking whether takes a third of the time.
        for value in element.values() if element.attrib else ():
            if site_url in value or "<" in value:
                yield from references_in(str(value), _name(element), site_url)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
