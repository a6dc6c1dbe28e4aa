"""iCalendar (RFC 5545): each VEVENT is a date; places left stand in properties of its own.

There is no property for places left, so systems invent one: `X-REMAINING:4`, `X-FREIE-PLAETZE:4`.
Dates without one say “ask”. Series are refused: places left are those of one date.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from aushang.content.availability.columns import parts_of
from aushang.content.availability.content_lines import ContentLine, content_lines
from aushang.content.availability.findings import Findings
from aushang.content.availability.rows import Reading, Row, as_id, no_address, read_places, too_many
from aushang.content.availability.times import (
    as_written,
    ends_too_early,
    read_duration,
    read_time,
)
from aushang.content.quoting import short
from aushang.content.schema.moments import Fault
from aushang.model import Slot
from aushang.model.similar import did_you_mean

_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?", re.ASCII)
_SERIES = ("RRULE", "RDATE", "EXRULE")
_BORDERS = ("BEGIN", "END")
_DAY = timedelta(days=1)


def read_calendar(text: str, path: str, zone: ZoneInfo, own: Mapping[str, str]) -> Reading:
    """The dates of a calendar (AU001, AU003, AU021, AU031, AU033, AU035).

    `own` maps `remaining`, `maximum`, `service` and `location` to names of properties.
    """
    findings = Findings(path)
    rows = []
    for event in _events(text, findings):
        row = _Event(event, findings, zone, own).row()
        if row:
            rows.append(row)
    is_whole = text.lstrip().upper().startswith("BEGIN:VCALENDAR")
    if not is_whole:
        hint = "export the calendar as iCalendar (.ics)"
        fault = Fault("AU033", "does not begin with BEGIN:VCALENDAR", hint)
        findings = Findings(path)
        findings.add("the file", fault, (1, 1))
    return Reading(path, tuple(rows) if is_whole else (), findings.told(), is_whole)


def _events(text: str, findings: Findings) -> Iterator[list[ContentLine]]:
    """The properties of each VEVENT, without those of its alarms; `BEGIN` is the first of them."""
    open_: list[ContentLine] = []
    event: list[ContentLine] = []
    is_event = False
    for one in content_lines(text):
        kind = one.value.strip().upper() if one.name in _BORDERS else ""
        if not one.name:
            what = f"is “{short(one.value)}”; expected NAME:value"
            hint = "a long line goes on in the next one behind a blank (RFC 5545, 3.1)"
            findings.add("the line", Fault("AU033", what, hint), (one.line, 1))
        elif one.name == "BEGIN":
            open_.append(one)
            is_event = kind == "VEVENT"
            event = [one] if is_event else event
        elif one.name == "END":
            if not open_ or open_[-1].value.strip().upper() != kind:
                fault = Fault("AU033", f"is that of “{short(one.value)}”, which has no BEGIN")
                findings.add("`END`", fault, (one.line, 1))
                continue
            open_.pop()
            if kind == "VEVENT":
                yield event
            is_event = bool(open_) and open_[-1].value.strip().upper() == "VEVENT"
        elif is_event:
            event.append(one)
    for one in open_:
        what = f"is that of “{short(one.value)}”, which has no END: the file is cut off"
        findings.add("`BEGIN`", Fault("AU033", what, "export it again"), (one.line, 1))


@dataclass(slots=True)
class _Event:
    lines: list[ContentLine]
    findings: Findings
    zone: ZoneInfo
    own: Mapping[str, str]
    is_good: bool = True
    by_name: dict[str, ContentLine] = field(default_factory=dict)

    def row(self) -> Row | None:
        """The date; None where something is wrong, or it is not held."""
        for one in self.lines:
            self.by_name.setdefault(one.name, one)
        if self._text("STATUS").upper() == "CANCELLED":
            return None
        series = next((self.by_name[name] for name in _SERIES if name in self.by_name), None)
        if series:
            hint = "export every date as an event of its own: each has places of its own"
            self._tell(series, Fault("AU035", "makes a series of dates; it is not read", hint))
        start = self._time("DTSTART")
        if start is None and "DTSTART" not in self.by_name:
            hint = "the booking system has to write it"
            self._tell(self.lines[0], Fault("AU003", "is missing", hint), "DTSTART")
        duration = self._duration(start)
        parts = self._parts()
        remaining, maximum = (self._places(parts.get(one)) for one in ("remaining", "maximum"))
        fault = too_many(remaining, maximum)
        if fault:
            self._tell(parts["remaining"], fault)
        url = self._text("URL")
        fault = no_address(url)
        if fault:
            self._tell(self.by_name["URL"], fault)
        as_of = self._time("DTSTAMP")
        if start is None or not self.is_good:
            return None
        return Row(
            slot=Slot(
                start=start,
                duration=duration,
                remaining=remaining,
                maximum=maximum,
                name=" ".join(self._text("SUMMARY").split()),
                url=url,
            ),
            mark=(self.lines[0].line, 1),
            service=as_id(parts["service"].text) if "service" in parts else "",
            location=as_id(parts["location"].text) if "location" in parts else "",
            as_of=as_of,
        )

    def _parts(self) -> dict[str, ContentLine]:
        """The properties that systems invent, by what they mean."""
        own = {part: name.upper().removeprefix("X-") for part, name in self.own.items()}
        invented = [one for one in self.lines if one.name.startswith("X-")]
        found = parts_of((one.name.removeprefix("X-") for one in invented), own)
        return {part: invented[number] for part, number in found.items()}

    def _tell(self, line: ContentLine, fault: Fault, name: str = "") -> None:
        self.is_good = False
        self.findings.add(f"`{name or line.name}`", fault, (line.line, 1))

    def _text(self, name: str) -> str:
        return self.by_name[name].text.strip() if name in self.by_name else ""

    def _places(self, line: ContentLine | None) -> int | None:
        found = read_places(line.text.strip()) if line and line.text.strip() else None
        if line and isinstance(found, Fault):
            self._tell(line, found)
            return None
        return None if isinstance(found, Fault) else found

    def _time(self, name: str) -> datetime | None:
        line = self.by_name.get(name)
        if line is None:
            return None
        found = _moment(line, self.zone)
        if isinstance(found, Fault):
            self._tell(line, found)
            return None
        return found

    def _duration(self, start: datetime | None) -> timedelta:
        """§ 3.6.1: DTEND or DURATION; without both, a DATE lasts its day."""
        if "DTEND" in self.by_name:
            end = self._time("DTEND")
            if start and end and end < start:
                self._tell(self.by_name["DTEND"], ends_too_early(self._text("DTEND")))
            elif start and end:
                return end - start
        elif "DURATION" in self.by_name:
            found = read_duration(self._text("DURATION"))
            if isinstance(found, timedelta):
                return found
            self._tell(self.by_name["DURATION"], found)
        elif "T" not in self._text("DTSTART"):
            return _DAY
        return timedelta()


def _moment(line: ContentLine, zone: ZoneInfo) -> datetime | Fault:
    """§ 3.3.5: UTC, a time of a zone, or one of no zone, which is ours."""
    match = _TIME.fullmatch(line.value.strip())
    if not match:
        return Fault("AU001", f"is “{short(line.value)}”; expected a time such as 20261121T090000")
    year, month, day, hour, minute, second, is_utc = match.groups()
    clock = f"{hour or '00'}:{minute or '00'}:{second or '00'}"
    spelt = f"{year}-{month}-{day}T{clock}+00:00"
    found = read_time(spelt, zone)
    if isinstance(found, Fault):
        return as_written(found, spelt, line.value)
    if is_utc:
        return found
    name = line.parameter("TZID")
    there = _zone(name) if name else zone
    if there is None:
        hint = did_you_mean(name, available_timezones())
        what = f"has the time zone “{short(name)}”, which nobody knows but this file"
        return Fault("AU001", what, hint or "export names such as Europe/Berlin, or times in UTC")
    # A time that the clock change skips or repeats is read as § 3.3.5 says, which is PEP 495's.
    return found.replace(tzinfo=there).astimezone(UTC)


@lru_cache(256)
def _zone(name: str) -> ZoneInfo | None:
    """The zone of a TZID: a name of the IANA, the end of a long one, or a name of Windows.

    What a VTIMEZONE says of its rules is not read: it is a copy, and often of other years.
    """
    known = available_timezones()
    end = "/".join(name.split("/")[-2:])
    for one in (name, end):
        if one in known:
            return ZoneInfo(one)
    # Only here, since it takes longer than to read most files.
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415

    windows = WINDOWS_TO_OLSON.get(name, "")
    return ZoneInfo(windows) if windows in known else None
