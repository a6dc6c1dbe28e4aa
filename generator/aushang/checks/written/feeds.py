"""Facts of XML: feeds and site maps, parsed as strictly as the strictest reader does.

Which element holds an address is not asked: whatever begins with the site's own URL is one, and
whatever looks like HTML is read as HTML. So no vocabulary can be forgotten. Grammars are asked only
for what they demand.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from lxml import etree

from aushang.checks.written.facts import Facts, Fault, Flaw, Form, Reference
from aushang.checks.written.feed.atom import (
    ATOM,
    atom_entries,
    atom_entry_flaws,
    atom_flaws,
    atom_said,
    atom_self,
)
from aushang.checks.written.feed.cutting import Cut, cut
from aushang.checks.written.feed.elements import Entry
from aushang.checks.written.feed.plain_entries import is_plain, plain_entry
from aushang.checks.written.feed.rss import (
    rss_flaws,
    rss_item_flaws,
    rss_items,
    rss_said,
    rss_self,
)
from aushang.checks.written.feed.sitemap import SPACE, sitemap_flaws
from aushang.checks.written.strings import references_in
from aushang.checks.written.views import Said, view_of

_PLACE = re.compile(r", line \d+, column \d+$")
_BASE = b"xml:base"
# Entries of an archive (RFC 5005) stand in no other feed, or in few: nothing is gained by keeping
# what was read of one.
_ARCHIVED = b":archive/>"
_LONG = 16_384  # bytes; longer entries are read each time, so that memory stays bounded
_REMEMBERED = 1024
_MAPS = frozenset({f"{SPACE}urlset", f"{SPACE}sitemapindex"})


def feed_facts(data: bytes, site_url: str) -> Facts:
    """References to the site itself and flaws, or the fault that makes the file unreadable.

    Entities stay unexpanded and nothing is fetched, whatever the file declares.
    """
    pieces = cut(data)
    joined = None
    if pieces:
        joiner = partial(_of_archive, data) if _ARCHIVED in data else _of_feed
        joined = joiner(pieces, site_url)
    return joined or facts_of_whole(data, site_url)


def facts_of_whole(data: bytes, site_url: str) -> Facts:
    """The same facts, and nothing taken from another feed in which an entry stands as well."""
    try:
        root = _root(data)
    except etree.XMLSyntaxError as error:
        return Facts(form=Form.XML, fault=_fault(error))
    if root.getroottree().docinfo.internalDTD is not None:
        # What a document type declares may be a bomb; nothing behind it is looked at.
        return Facts(form=Form.XML, flaws=(Flaw("AU314", "<!DOCTYPE"),))
    return _read(root, site_url, has_base=_BASE in data)


def _of_feed(pieces: Cut, site_url: str) -> Facts | None:
    """The facts of a feed whose entries stand in others as well; None as `_joined` says."""

    def read(entry: bytes, has_author: bool) -> Facts | None:  # noqa: FBT001  as `_Reading` has it
        known = _known_entry if len(entry) <= _LONG else _entry
        return known(pieces.opening, entry, pieces.closing, site_url, has_author=has_author)

    return _joined(pieces, site_url, read)


def _of_archive(data: bytes, pieces: Cut, site_url: str) -> Facts | None:
    """The facts of an archive, which is parsed to see that it can be, and then read as bytes."""
    if not is_plain(data):
        return None
    try:
        _root(data)
    except etree.XMLSyntaxError:
        return None
    return _joined(pieces, site_url, lambda entry, _: _plain_entry(entry, site_url))


def _plain_entry(entry: bytes, site_url: str) -> Facts | None:
    said = plain_entry(entry, site_url.encode())
    if said is None:
        return None
    is_ours = said.url.startswith(site_url)
    references = references_in(said.url, "link", site_url) if is_ours else ()
    return Facts(references=references, views=(view_of(said),))


_Reading = Callable[[bytes, bool], Facts | None]
"""Reads an entry without its end tag, told whether the feed names an author for all of them."""


def _joined(pieces: Cut, site_url: str, read: _Reading) -> Facts | None:
    """The facts of a feed from those of its pieces; None where anything is wrong with one.

    So a flaw is always told by who saw the whole feed, with its line.
    """
    try:
        root = _root(pieces.frame)
    except etree.XMLSyntaxError:
        return None
    # A second channel might be another name space.
    is_one = len(_entries(root)) == 1 and (root.tag != "rss" or len(root) == 1)
    facts = _read(root, site_url, has_base=False)
    if facts.flaws or not is_one or _BASE in pieces.frame:
        return None
    has_author = root.find(f"{ATOM}author") is not None
    found = [facts]
    for entry in pieces.others:
        one = read(entry, has_author)
        if one is None:
            return None
        found.append(one)
    views = tuple([view for one in found for view in one.views])
    if len({view.id for view in views}) < len(found):
        return None
    references = dict.fromkeys([reference for one in found for reference in one.references])
    return replace(facts, references=tuple(references), views=views)


def _entry(
    opening: bytes, entry: bytes, closing: bytes, site_url: str, *, has_author: bool
) -> Facts | None:
    """References and view of an entry as the only one of a feed; None if anything is wrong with it.

    `has_author` says whether the feed in which it stands names an author for all of them.
    """
    alone = b"".join((opening, entry, closing))
    try:
        root = _root(alone)
    except etree.XMLSyntaxError:
        return None
    entries = _entries(root)
    holder = root[0] if root.tag == "rss" else root
    if len(entries) != 1 or len(root) != 1 or len(holder) != 1 or _BASE in alone:
        return None
    if root.tag == "rss":
        flaws = rss_item_flaws(entries, site_url, has_base=False)
    else:
        flaws = atom_entry_flaws(entries, site_url, has_base=False, has_author=has_author)
    if any(True for _ in flaws):
        return None
    return Facts(
        references=tuple(dict.fromkeys(_references(root, site_url))),
        views=tuple(view_of(said) for said in _said(root, entries)),
    )


_known_entry = lru_cache(_REMEMBERED)(_entry)


def _read(root: etree._Element, site_url: str, *, has_base: bool) -> Facts:
    entries = _entries(root)
    flaws = _flaws(root, entries, site_url, has_base=has_base)
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
