"""Calendars cut into their events, so that one that stands in ten calendars is read only once.

It stands in that of everything, of its services and of its places, and in a file of its own.
"""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from aushang.checks.written.facts import Facts
from aushang.checks.written.feed.calendar import facts_of_whole_calendar
from aushang.checks.written.feed.plain_events import plain_event

_BREAK = b"\r\n"
_BEGIN = b"BEGIN:VEVENT\r\n"
_END = b"\r\nEND:VEVENT"
_OPENING = b"BEGIN:VCALENDAR\r\nPRODID:x\r\nVERSION:2.0\r\n"
_CLOSING = b"END:VCALENDAR\r\n"
_LONG = 16_384  # bytes; longer events are read each time, so that memory stays bounded
_REMEMBERED = 1024


def calendar_facts(data: bytes, site_url: str) -> Facts:
    """What `facts_of_whole_calendar` says, sooner."""
    pieces = _cut(data)
    joined = _joined(pieces, site_url) if pieces else None
    return joined or facts_of_whole_calendar(data, site_url)


class _Pieces(NamedTuple):
    """A calendar with its first event alone, and the others from `BEGIN:VEVENT` on."""

    frame: bytes
    others: list[bytes]


def _cut(data: bytes) -> _Pieces | None:
    """The pieces of a calendar whose events stand one behind the other; None for any other.

    It is cut in front of lines that go on with none before, so no fold lies across a cut.
    """
    opening, *events = data.split(_BREAK + _BEGIN)
    last, end, closing = events[-1].rpartition(_END + _BREAK) if events else (b"", b"", b"")
    if len(events) < 2 or not end or closing != _CLOSING:  # noqa: PLR2004
        return None
    events[-1] = last + _END
    if not all(event.endswith(_END) for event in events):
        return None
    first, *others = (_BEGIN + event + _BREAK for event in events)
    return _Pieces(opening + _BREAK + first + closing, others)


def _joined(pieces: _Pieces, site_url: str) -> Facts | None:
    """The facts of a calendar from those of its pieces; None where anything is wrong with one.

    So a flaw is always told by who saw the whole calendar, with its line.
    """
    found = [facts_of_whole_calendar(pieces.frame, site_url)]
    for event in pieces.others:
        read = _known_event if len(event) <= _LONG else _event
        found.append(read(event, site_url))
    if any(one.flaws for one in found):
        return None
    views = [view for one in found for view in one.views]
    # Of two events with one UID only who sees both can say whether they may have it.
    if len({view.id for view in views}) < len(views):
        return None
    references = dict.fromkeys(reference for one in found for reference in one.references)
    return replace(found[0], references=tuple(references), views=tuple(views))


def _event(event: bytes, site_url: str) -> Facts:
    """The facts of an event as the only one of a calendar in which nothing else is said."""
    plain = plain_event(event, site_url)
    return plain or facts_of_whole_calendar(_OPENING + event + _CLOSING, site_url)


_known_event = lru_cache(_REMEMBERED)(_event)
