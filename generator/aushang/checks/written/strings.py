"""Addresses inside the strings of feeds and JSON."""

from functools import lru_cache

from aushang.checks.written.facts import Reference
from aushang.checks.written.markup import fragment_references

_LINK, _SOURCE = "href=", "src"
_SOURCES = ("src=", "srcset=")
_SHORT = 200  # characters; what is longer is no address that is written more than once
_REMEMBERED_ADDRESSES = 8192
_LONG = 16_384  # characters; longer texts are read each time, so that memory stays bounded
_REMEMBERED_TEXTS = 1024


def references_in(text: str, place: str, site_url: str) -> tuple[Reference, ...]:
    """The text itself where it is a URL of our site; what it refers to where it is HTML.

    `place` is the word under which the string stands. Templates of URLs (RFC 6570, `{id}`) name no
    file; places on the same page (`#…`) have none in a feed, and are judged on the page.
    """
    # Feeds and their JSON name the same few places again and again. That they are the same objects
    # then makes them small on their way from a worker, too.
    if len(text) <= _SHORT:
        return _known_short(text, place, site_url)
    return _references(text, place, site_url)


def _references(text: str, place: str, site_url: str) -> tuple[Reference, ...]:
    bare = text.strip()
    if bare.startswith(site_url):
        is_template = "{" in bare or " " in bare or "\n" in bare
        return () if is_template else (Reference(text, place),)
    if "<" in text and _may_refer(text):
        # A post stands in the feeds of all its services, places and types: seven times in eight
        # its text was read before.
        return _known_markup(text) if len(text) <= _LONG else _of_markup(text)
    return ()


def _may_refer(text: str) -> bool:
    # Two searches for the most; each takes as long as reading the text.
    return _LINK in text or (_SOURCE in text and any(sign in text for sign in _SOURCES))


_known_short = lru_cache(_REMEMBERED_ADDRESSES)(_references)


def _of_markup(text: str) -> tuple[Reference, ...]:
    found = fragment_references(text)
    return tuple(reference for reference in found if not reference.url.startswith("#"))


_known_markup = lru_cache(_REMEMBERED_TEXTS)(_of_markup)
