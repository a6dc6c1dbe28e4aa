"""Entries of RSS and Atom that are so plain that their bytes alone show that they lack nothing.

Entries of an archive (RFC 5005) hold a few lines of plain text and stand in one file, so that
nothing is gained by remembering them. What fits one of the two forms here is an element as the
grammar wants it: no text of it can hold markup, an entity or UTF-8 that was misread, and no address
is relative. What does not fit may be as good; the parser's way has to find out.
"""

import re
from collections.abc import Callable

from aushang.checks.written.feed.dates import is_rfc822, is_rfc3339
from aushang.checks.written.views import Said, moment

# Text without markup. What is missing from it in ASCII could only be an entity or a tag.
_TEXT = rb"[^<&]*"
_WORD = rb"[^<&\s][^<&]*"
_ADDRESS = rb"https?://[^<&\"\s]+"
_RSS = re.compile(
    rb"\s*<item>\s*<title>(?P<title>%(word)s)</title>\s*<link>(?P<link>%(address)s)</link>"
    rb"\s*<description>%(text)s</description>"
    rb"\s*<guid isPermaLink=\"false\">(?P<id>%(word)s)</guid>"
    rb"(?:\s*<category>%(text)s</category>)*"
    rb"\s*<pubDate>(?P<published>%(word)s)</pubDate>"
    rb"(?:\s*<dc:creator>%(text)s</dc:creator>)?\s*"
    % {b"text": _TEXT, b"word": _WORD, b"address": _ADDRESS}
)
_ATOM = re.compile(
    rb"\s*<entry>\s*<id>(?P<id>%(word)s)</id>\s*<title>(?P<title>%(word)s)</title>"
    rb"\s*<updated>(?P<updated>%(word)s)</updated>"
    rb"\s*<author>(?:\s*<(name|email|uri)>%(text)s</\4>)*\s*</author>"
    rb"\s*<link href=\"(?P<link>%(address)s)\"/>\s*<summary>%(text)s</summary>"
    rb"(?:\s*<category term=\"[^<&\"]*\" label=\"[^<&\"]*\"/>)*"
    rb"\s*<published>(?P<published>%(word)s)</published>\s*"
    % {b"text": _TEXT, b"word": _WORD, b"address": _ADDRESS}
)
_FORMS: tuple[tuple[bytes, re.Pattern[bytes], Callable[[str], bool]], ...] = (
    (b"<item>", _RSS, is_rfc822),
    (b"<entry>", _ATOM, is_rfc3339),
)
# Signs of UTF-8 that was read as Windows-1252 (see `texts`); a return, which a parser would turn
# into a line break; and a base, which says what a relative address means.
_UNUSUAL = tuple(sign.encode() for sign in ("Ã", "Â", "â€", "\r", "xml:base"))


def is_plain(data: bytes) -> bool:
    """Whether nothing in a feed forbids that its entries are read by themselves."""
    return not any(sign in data for sign in _UNUSUAL)


def plain_entry(entry: bytes, site_url: bytes) -> Said | None:
    """What an entry of a well-formed feed that `is_plain` says; it comes without its end tag.

    None where it is not certain that nothing is wrong with it, or where our own site is named by
    anything but the text or `href` of its one `link`.
    """
    for start, form, is_date in _FORMS:
        if start in entry:
            return _read(form, entry, site_url, is_date)
    return None


def _read(
    form: re.Pattern[bytes], entry: bytes, site_url: bytes, is_date: Callable[[str], bool]
) -> Said | None:
    found = form.fullmatch(entry)
    if found is None or entry.count(site_url) > found["link"].startswith(site_url):
        return None
    told = {name: value.decode().strip() for name, value in found.groupdict().items()}
    published, updated = told["published"], told.get("updated")
    if not (told["id"] and told["title"] and is_date(published)):
        return None
    if updated is not None and not is_date(updated):
        return None
    last = moment(updated) if updated is not None else None
    return Said(told["id"], told["link"], told["title"], moment(published), last)
