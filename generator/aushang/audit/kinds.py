"""What the files of a foreign site are, by their names and their first bytes."""

import re
from functools import lru_cache

from aushang.build.media_types import media_type
from aushang.model import Kind

_HTML = "text/html; charset=utf-8"
_TYPES = {
    ".htm": _HTML,
    ".ics": "text/calendar; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".rdf": "application/rdf+xml",
    ".shtml": _HTML,
    ".xhtml": "application/xhtml+xml; charset=utf-8",
}
_KINDS = {
    "application/atom+xml": Kind.FEED,
    "application/feed+json": Kind.FEED,
    "application/rss+xml": Kind.FEED,
    "text/calendar": Kind.FEED,
}
_START = re.compile(rb"(?i)<(?:!doctype html|html|head|body)[\s>]")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_REFRESH = re.compile(rb"(?i)<meta[^>]+http-equiv\s*=\s*[\"']?refresh")
_LOOKED_AT = 4096
"""Bytes; redirects are short, and a page says early that it is one."""


def type_of(path: str) -> str:
    """The media type that a server would give the file."""
    name = path.rpartition("/")[2]
    return _by_suffix(name[name.rfind(".") :].lower() if "." in name[1:] else "")


@lru_cache(256)
def _by_suffix(suffix: str) -> str:
    return _TYPES.get(suffix) or media_type(f"name{suffix}")


def kind_of(media: str, data: bytes) -> Kind:
    """A page, a redirect, a feed or something else.

    Pieces of HTML without a head or body (proofs for search engines, parts that a script loads)
    are no pages: nobody reads them by themselves.
    """
    bare = media.partition(";")[0]
    head = data[:_LOOKED_AT]
    if bare == "application/xml":
        return Kind.FEED if _FEED.search(head) else Kind.ASSET
    if bare not in {"text/html", "application/xhtml+xml"}:
        return _KINDS.get(bare, Kind.ASSET)
    if not _START.search(head):
        return Kind.ASSET
    return Kind.REDIRECT if _REFRESH.search(head) else Kind.PAGE
