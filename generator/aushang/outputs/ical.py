"""Calendars as text (RFC 5545, RFC 7986): what stands in them is decided elsewhere.

Times stand in UTC, so no file needs the rules of a zone, and each client shows them on its
customer's clock; nothing recurs, so nothing is lost by that.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final

from aushang.outputs.events import Event

_REMEMBERED: Final = 2_000  # lines that many events share: persons, places, types
_LONGEST: Final = 74  # bytes; with the space before those that go on they are 75
_BREAK: Final = b"\r\n"
_KIND, _REST = 0b1100_0000, 0b1000_0000  # a byte that goes on with a character (RFC 3629)
_UTC: Final = _BREAK.join(
    [
        b"BEGIN:VTIMEZONE",
        b"TZID:UTC",
        b"BEGIN:STANDARD",
        b"DTSTART:19700101T000000",
        b"TZOFFSETFROM:+0000",
        b"TZOFFSETTO:+0000",
        b"END:STANDARD",
        b"END:VTIMEZONE",
    ]
)
_NO_SIGNS: Final = str.maketrans("", "", "-:")
_ESCAPED: Final = str.maketrans(
    # Section 3.3.11. What some programs take for the end of a line is a break as well; DEL is a
    # control character that no line may hold.
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\r": "", "\x7f": "\ufffd"}
    | dict.fromkeys("\n\x85\u2028\u2029", "\\n")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a calendar says of itself, so that programs come back. Plain text, absolute addresses.

    `source` is where it can be read again, `url` the page that it belongs to, `modified` when the
    newest of its words was said.
    """

    title: str
    description: str
    source: str
    url: str
    modified: datetime | None


def calendar_bytes(language: str, events: Iterable[bytes], about: About | None = None) -> bytes:
    """The file. A calendar has at least one part (section 3.6): an empty one knows UTC."""
    parts = list(events) or [_UTC]
    head = [
        _line("VERSION", "2.0"),
        _line("PRODID", f"-//Aushang//Aushang//{language.upper()}"),
        _line("CALSCALE", "GREGORIAN"),
        *(_line(*one) for one in (_told(about) if about else ())),
    ]
    return _BREAK.join([b"BEGIN:VCALENDAR", *head, *parts, b"END:VCALENDAR", b""])


def event_bytes(event: Event) -> bytes:
    """One event, without the line break at its end."""
    return _BREAK.join([b"BEGIN:VEVENT", *(_line(*one) for one in _event(event)), b"END:VEVENT"])


def _told(about: About) -> Iterator[tuple[str, str]]:
    # Each under the name of RFC 7986, and under that which programs asked for before.
    for name in ("NAME", "X-WR-CALNAME"):
        yield name, _text(about.title)
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        yield name, _text(about.description)
    yield "URL", about.url
    yield "SOURCE;VALUE=URI", about.source
    yield "REFRESH-INTERVAL;VALUE=DURATION", "PT1H"
    yield "X-PUBLISHED-TTL", "PT1H"
    if about.modified:
        yield "LAST-MODIFIED", _moment(about.modified)


def _event(event: Event) -> Iterator[tuple[str, str]]:
    yield "UID", _text(event.id)
    # Without METHOD it is the time of the last change (section 3.8.7.2).
    yield "DTSTAMP", _moment(event.modified)
    yield "CREATED", _moment(event.created)
    yield "LAST-MODIFIED", _moment(event.modified)
    yield "SEQUENCE", str(event.sequence)
    yield _when("DTSTART", event.begins)
    if event.ends:
        yield _when("DTEND", event.ends)
    yield "STATUS", "CANCELLED" if event.is_cancelled else "CONFIRMED"
    # A notice keeps nobody's day from being free.
    yield "TRANSP", "TRANSPARENT"
    yield "SUMMARY", _text(event.title)
    yield "DESCRIPTION", _text(event.description)
    if event.location:
        yield "LOCATION", _text(event.location)
    if event.contact:
        yield "CONTACT", _text(event.contact)
    yield "CATEGORIES", ",".join(map(_text, event.categories))
    yield "URL", event.url


@lru_cache(_REMEMBERED)
def _line(name: str, value: str) -> bytes:
    """Folded to 75 octets (section 3.1)."""
    line = f"{name}:{value}".encode()
    return line if len(line) <= _LONGEST else b"\r\n ".join(_folded(line))


def _folded(line: bytes) -> Iterator[bytes]:
    """Never within a character, nor behind a backslash or `^`, since some programs unfold last."""
    start = 0
    while len(line) - start > _LONGEST:
        end = start + _LONGEST
        while line[end] & _KIND == _REST:
            end -= 1
        if line[end - 1] in b"\\^":
            end -= 1
        yield line[start:end]
        start = end
    yield line[start:]


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _when(name: str, at: date | datetime) -> tuple[str, str]:
    if isinstance(at, datetime):
        return name, _moment(at)
    return f"{name};VALUE=DATE", at.isoformat().translate(_NO_SIGNS)


@lru_cache(_REMEMBERED)
def _moment(at: datetime) -> str:
    # `%Y` would write the year 5 with one digit.
    shown = at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return f"{shown.translate(_NO_SIGNS)}Z"
