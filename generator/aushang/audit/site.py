"""Where a built site lives and what it is written in, as its own start page says it.

Nobody has to say it: absolute links to the site itself are resolved inside the folder, and which
those are stands in the canonical address of the start page, else in the site map.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from aushang.audit.decoding import as_utf8
from aushang.model import AushangError, Localised, Site

NOWHERE = "https://site.invalid/"
"""The address of a site that does not say its own (RFC 6761, section 6.4: nobody has it)."""

_START = ("index.html", "index.htm")
_FIRST = re.compile(r"<loc>\s*(https?://[^\s<]+)")
_READ = 1_000_000
"""Bytes: a start page that says nothing in its first million says nothing."""


def site_of(folder: Path, url: str = "") -> Site:
    """The site in `folder`; `url` is its address if somebody knows it.

    Raises AushangError if `url` is no address of a site.
    """
    if url and not _is_address(url):
        raise AushangError(
            f"“{url}” is no address of a website",
            "write it with https:// and the host, such as https://www.verein.example/neu/",
        )
    page = _start_page(folder)
    language = _attribute(page, "html", "lang") or "en"
    name = page.css_first("title")
    address = (
        url
        or _root_of(_attribute(page, "link[rel=canonical]", "href"))
        or _root_of(_attribute(page, "meta[property='og:url']", "content"))
        or _of_map(folder)
        or NOWHERE
    )
    return Site(
        name=Localised({language: name.text(strip=True) if name else folder.name}),
        url=address if address.endswith("/") else f"{address}/",
        tag="",
        languages=(language,),
        time_zone="UTC",
    )


def _start_page(folder: Path) -> LexborHTMLParser:
    for name in _START:
        data = _head(folder / name)
        if data:
            return LexborHTMLParser(as_utf8(data)[0].decode("utf-8", "replace"))
    return LexborHTMLParser("")


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_READ)
    except OSError:
        return b""


def _attribute(page: LexborHTMLParser, selector: str, name: str) -> str:
    node = page.css_first(selector)
    return ((node.attributes.get(name) or "") if node else "").strip()


def _is_address(url: str) -> bool:
    """Whether a site can live there: a host of the web and a path, and nothing behind it."""
    return bool(_root_of(url)) and "?" not in url and "#" not in url


def _root_of(url: str) -> str:
    """The address of the folder that a start page's own address names; empty if it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return ""
    path = parts.path
    for name in _START:
        path = path.removesuffix(name)
    return f"{parts.scheme}://{parts.netloc}{path or '/'}"


def _of_map(folder: Path) -> str:
    """The first address of the site map, which is the start page's wherever one is written."""
    text = _head(folder / "sitemap.xml").decode("utf-8", "replace")
    shortest = min(_FIRST.findall(text), key=len, default="")
    return _root_of(shortest)
