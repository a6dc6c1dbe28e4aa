"""Addresses inside the strings of feeds and JSON."""

from collections.abc import Iterator
from functools import lru_cache

from aushang.checks.written.facts import Reference
from aushang.checks.written.markup import fragment_references

_MARKUP = ("href=", "src=", "srcset=")
_LONG = 16_384  # characters; longer texts are read each time, so that memory stays bounded
_REMEMBERED = 1024


def references_in(text: str, place: str, site_url: str) -> Iterator[Reference]:
    """The text itself where it is a URL of our site; what it refers to where it is HTML.

    `place` is the word under which the string stands. Templates of URLs (RFC 6570, `{id}`) name no
    file; places on the same page (`#…`) have none in a feed, and are judged on the page.
    """
    bare = text.strip()
    if bare.startswith(site_url):
        if not ("{" in bare or " " in bare or "\n" in bare):
            yield Reference(text, place)
    elif "<" in text and any(sign in text for sign in _MARKUP):
        # A post stands in the feeds of all its services, places and types: seven times in eight
        # its text was read before.
        yield from _known(text) if len(text) <= _LONG else _of_markup(text)


def _of_markup(text: str) -> tuple[Reference, ...]:
    found = fragment_references(text)
    return tuple(reference for reference in found if not reference.url.startswith("#"))


_known = lru_cache(_REMEMBERED)(_of_markup)
