"""Feeds share their entries: each is spelt out once, and a feed is a join of bytes.

feedgen writes a feed with a marker where its entries go, and all entries of all feeds once, parted
by markers. The marker is a comment that holds the end of a CDATA section: in text `<` is escaped,
and within CDATA the three signs never stand together, so no author can write one.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml.etree import Comment

from aushang.outputs.entries import Entry
from aushang.outputs.feeds import Feed

_MARK = "]]>"
_MARKER = f"<!--{_MARK}-->".encode()


class Slot:
    """An entry that is nothing but a marker. feedgen asks an entry only for these."""

    def rss_entry(self) -> Any:
        """The marker in RSS."""
        return Comment(_MARK)

    def atom_entry(self) -> Any:
        """The marker in Atom."""
        return Comment(_MARK)

    def register_extension(self, *_: object) -> None:
        """Nothing: a marker has no elements."""


def joined(
    feeds: Iterable[Feed],
    frame: Callable[[Feed], Any],
    spell: Callable[[Entry], Any],
    write: Callable[[Any], bytes],
) -> Iterator[tuple[Feed, bytes]]:
    """Each feed with its bytes.

    `frame` makes feedgen's feed without entries, `spell` its form of an entry, `write` its bytes.
    """
    found = list(feeds)
    spelt = _spelt(found, frame, spell, write)
    for feed in found:
        if not feed.entries:
            yield feed, write(frame(feed))
            continue
        around = frame(feed)
        around.add_entry(Slot(), order="append")
        before, after = write(around).split(_MARKER)
        indent = before[len(before.rstrip(b" ")) :]
        yield feed, before + (b"\n" + indent).join(spelt[one] for one in feed.entries) + after


def _spelt(
    feeds: list[Feed],
    frame: Callable[[Feed], Any],
    spell: Callable[[Entry], Any],
    write: Callable[[Any], bytes],
) -> dict[Entry, bytes]:
    """The bytes of every entry, within a feed's element: it declares the prefixes for them."""
    entries = list(dict.fromkeys(entry for feed in feeds for entry in feed.entries))
    if not entries:
        return {}
    sheet = frame(feeds[0])
    for entry in entries:
        sheet.add_entry(Slot(), order="append")
        sheet.add_entry(spell(entry), order="append")
    sheet.add_entry(Slot(), order="append")
    _, *parts, _ = write(sheet).split(_MARKER)
    return {entry: part.strip() for entry, part in zip(entries, parts, strict=True)}
