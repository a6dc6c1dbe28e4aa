"""Which references of a page stand in its menus: navigation, header, footer and tabs."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Reference

_MENUS = ("nav", "header", "footer", "[role=navigation]", "[role=tablist]")
_SELECTOR = ", ".join(_MENUS)

_START = re.compile(rb"<(nav|header|footer)\b")
_ROLE = re.compile(rb'role="([^"]*+)"')
_OF_MENUS = frozenset({b"navigation", b"tablist"})
_TAG = re.compile(rb"<(/?)([a-z][a-z0-9]*+)")
_HREF = re.compile(rb'<a(?: [a-z-]++(?:="[^"<>]*+")?)*? href="([^"<>&]*+)"')
# Elements that leave each other where they stand if all close in order, and those without an end.
_NESTED = frozenset(
    b"nav header footer section aside div span strong em b i time small dl ul ol li dt dd a"
    b" button label p h1 h2 h3 h4 h5 h6 form article".split()
)
_VOID = frozenset({b"br", b"hr", b"img", b"input", b"wbr"})
_REMEMBERED = 256
"""Menus: those of some pages at a time are the same to the byte."""


def tree_menu(tree: LexborHTMLParser, references: Sequence[Reference]) -> bytes:
    """The numbers of the references that stand in a menu, as bits: 8 bytes for 64 of them."""
    links = (link for menu in tree.css(_SELECTOR) for link in menu.css("a[href]"))
    return _bits({link.attributes.get("href") or "" for link in links}, references)


def plain_menu(data: bytes, references: Sequence[Reference]) -> bytes | None:
    """The same of a plain page; None if only a tree can tell."""
    if any(role in _OF_MENUS or b"&" in role for role in _ROLE.findall(data)):
        return None
    urls: set[str] = set()
    found = _START.search(data)
    while found:
        end = data.find(b"</%b>" % found[1], found.end())
        known = _urls(data[found.start() : end]) if end >= 0 else None
        if known is None:
            return None
        urls |= known
        found = _START.search(data, end)
    return _bits(urls, references)


def in_menu(bits: bytes, references: Sequence[Reference]) -> Iterable[Reference]:
    """The references that stand in a menu."""
    wanted = int.from_bytes(bits, "little")
    return (one for number, one in enumerate(references) if wanted >> number & 1)


def _bits(urls: set[str], references: Sequence[Reference]) -> bytes:
    bits = 0
    for number, (url, element) in enumerate(references):
        if element == "a" and url in urls:
            bits |= 1 << number
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


@lru_cache(_REMEMBERED)
def _urls(menu: bytes) -> frozenset[str] | None:
    """The addresses within a menu that lacks its end tag; None if it is not surely all of it."""
    opened: list[bytes] = []
    for sign, name in _TAG.findall(menu):
        if name in _VOID and not sign:
            continue
        if sign and (not opened or opened.pop() != name):
            return None
        if not sign and (name not in _NESTED or name in {b"a", b"form"} & {*opened}):
            return None
        if not sign:
            opened.append(name)
    found = _HREF.findall(menu)
    if len(opened) != 1 or len(found) != menu.count(b"href="):
        return None
    return frozenset(url.decode("utf-8", "replace") for url in found)
