"""Addresses inside the strings of feeds and JSON."""

from collections.abc import Iterator

from aushang.checks.written.facts import Reference
from aushang.checks.written.markup import fragment_references

_MARKUP = ("href=", "src=", "srcset=")


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
        for reference in fragment_references(text):
            if not reference.url.startswith("#"):
                yield reference
