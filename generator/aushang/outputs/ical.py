"""Calendars as text (RFC 5545, RFC 7986): what stands in them is decided elsewhere.

Times stand in UTC, so no file needs the rules of a zone, and each client shows them on its
customer's clock; nothing recurs, so nothing is lost by that.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, Protocol

from icalendar import Timezone, TimezoneStandard, vDate, vDatetime, vUri
from icalendar.parser import Contentline

from aushang.outputs.events import Event

_REMEMBERED: Final = 2_000  # lines that many events share: persons, places, types
_LONGEST: Final = 75
_BREAK: Final = b"\r\n"
_NO_OFFSET: Final = timedelta()
_ESCAPED: Final = (
    # Section 3.3.11; the backslash first, since the others bring more of them.
    *(("\\", "\\\\"), (";", "\\;"), (",", "\\,")),
    # What some programs take for the end of a line is a break as well; DEL is a control character
    # that no line may hold.
    *(("\r", ""), ("\x7f", "\ufffd"), *((sign, "\\n") for sign in "\n\x85\u2028\u2029")),
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


class _Part(Protocol):
    """Whatever the library writes; it says of few of them what comes out."""

    def to_ical(self) -> bytes:
        """In UTF-8."""


def calendar_bytes(language: str, events: Iterable[bytes], about: About | None = None) -> bytes:
    """The file. A calendar has at least one part (section 3.6): an empty one knows UTC."""
    parts = list(events) or [_utc()]
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
    yield "URL", _uri(about.url)
    yield "SOURCE;VALUE=URI", _uri(about.source)
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
    yield "URL", _uri(event.url)


@lru_cache(_REMEMBERED)
def _line(name: str, value: str) -> bytes:
    """Folded to 75 octets, never within a character (section 3.1)."""
    line = f"{name}:{value}".encode()
    if len(line) < _LONGEST:
        # The library looks at each character: 20 µs for a line that most events have.
        return line
    return _octets(Contentline(f"{name}:{value}"))  # type: ignore[no-untyped-call]


def _text(text: str) -> str:
    """The library's own way takes a backslash before an N for a line break."""
    # In a sixth of the time of `translate`, which looks at each character where one is no ASCII.
    for sign, escaped in _ESCAPED:
        text = text.replace(sign, escaped)
    return text


def _uri(url: str) -> str:
    return _octets(vUri(url)).decode()


def _when(name: str, at: date | datetime) -> tuple[str, str]:
    if isinstance(at, datetime):
        return name, _moment(at)
    return f"{name};VALUE=DATE", _octets(vDate(at)).decode()


@lru_cache(_REMEMBERED)
def _moment(at: datetime) -> str:
    return _octets(vDatetime(at.astimezone(UTC))).decode()


def _utc() -> bytes:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("TZID", "UTC")
    standard.add("DTSTART", datetime(1970, 1, 1))  # noqa: DTZ001  the rule of a zone has none
    standard.add("TZOFFSETFROM", _NO_OFFSET)
    standard.add("TZOFFSETTO", _NO_OFFSET)
    zone.add_component(standard)
    return _octets(zone).removesuffix(_BREAK)


def _octets(part: _Part) -> bytes:
    return part.to_ical()
