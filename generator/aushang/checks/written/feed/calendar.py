"""Facts of iCalendar files (RFC 5545), read line by line as strictly as the strictest client."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from aushang.checks.written.facts import Facts, Flaw, Form, Reference
from aushang.checks.written.feed.content_lines import (
    ContentLine,
    content_lines,
    first_lone_break,
    text_of,
)
from aushang.checks.written.feed.dates import is_calendar
from aushang.checks.written.feed.texts import short
from aushang.checks.written.views import Said, moment, view_of

_DATES = frozenset({"DTSTART", "DTEND", "DTSTAMP", "DUE", "CREATED", "LAST-MODIFIED", "COMPLETED"})
_IN_UTC = frozenset({"DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED"})
# Sections 3.6, 3.6.1 to 3.6.4.
_REQUIRED = {
    "VCALENDAR": ("PRODID", "VERSION"),
    "VEVENT": ("UID", "DTSTAMP"),
    "VTODO": ("UID", "DTSTAMP"),
    "VJOURNAL": ("UID", "DTSTAMP"),
    "VFREEBUSY": ("UID", "DTSTAMP"),
}
_ONCE = frozenset(
    {"PRODID", "VERSION", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE"}
)
_END_OF_URL = r"[^\s<>\"\\;,()]*"


@dataclass(slots=True)
class _Component:
    """A part of a calendar that is open: its name, its first line, and its properties so far."""

    name: str
    line: int
    values: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


def facts_of_whole_calendar(data: bytes, site_url: str) -> Facts:
    """References to the site itself, and what a client of calendars would stumble over."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        flaw = Flaw("AU318", "", f"byte {error.start + 1} is not UTF-8")
        return Facts(form=Form.CALENDAR, flaws=(flaw,))
    lines = list(content_lines(text))
    reading = _Reading()
    flaws = tuple(dict.fromkeys((*_break_flaws(text), *reading.flaws(lines))))
    return Facts(
        form=Form.CALENDAR,
        references=tuple(dict.fromkeys(references_of(lines, site_url))),
        flaws=flaws,
        views=tuple(dict.fromkeys(view_of(said) for said in reading.said)),
    )


def said_in_calendar(data: bytes) -> tuple[Said, ...]:
    """What a calendar says of posts, in words; nothing where it cannot be read."""
    reading = _Reading()
    for _ in reading.flaws(content_lines(data.decode("utf-8", "replace"))):
        pass
    return tuple(reading.said)


def _break_flaws(text: str) -> Iterator[Flaw]:
    lone = first_lone_break(text)
    if lone:
        yield Flaw("AU318", "", "a line does not end with CR and LF", lone)


def references_of(lines: Iterable[ContentLine], site_url: str) -> Iterator[Reference]:
    """The addresses of our own site in the values of lines."""
    address = re.compile(re.escape(site_url) + _END_OF_URL)
    for line in lines:
        if site_url in line.value:
            for url in address.findall(line.value):
                yield Reference(url.rstrip(".!?"), line.name)


class _Reading:
    """Walks through a calendar once; what is open stands on a stack."""

    def __init__(self) -> None:
        self.said: list[Said] = []
        self._open: list[_Component] = []
        self._seen: set[tuple[str, str]] = set()
        self._parts = 0
        self._description = ""
        self._calendars = 0

    def flaws(self, lines: Iterable[ContentLine]) -> Iterator[Flaw]:
        """Everything that is wrong, in the order of the file."""
        for line in lines:
            yield from self._of_line(line)
        for component in self._open:
            yield _flaw(f"{component.name} is not closed", component.line)
        if not self._calendars:
            yield _flaw("there is no `BEGIN:VCALENDAR`", 1)
        elif not self._parts:
            yield Flaw("AU311", self._description, line=1)

    def _of_line(self, line: ContentLine) -> Iterator[Flaw]:
        if not line.name:
            yield _flaw(f"“{short(line.value)}” is no line of a calendar", line.number)
        elif line.name == "BEGIN":
            yield from self._begin(line)
        elif line.name == "END":
            yield from self._end(line)
        elif not self._open:
            yield _flaw(f"{line.name} stands outside of VCALENDAR", line.number)
        else:
            component = self._open[-1]
            component.values.setdefault(line.name, line.value)
            component.counts[line.name] += 1
            yield from _value_flaws(line, component)

    def _begin(self, line: ContentLine) -> Iterator[Flaw]:
        name = line.value.strip().upper()
        if name == "VCALENDAR":
            self._calendars += 1
        elif not self._open:
            yield _flaw(f"{name} stands outside of VCALENDAR", line.number)
        elif len(self._open) == 1 and name != "VTIMEZONE":
            self._parts += 1
        self._open.append(_Component(name, line.number))

    def _end(self, line: ContentLine) -> Iterator[Flaw]:
        name = line.value.strip().upper()
        if not self._open or self._open[-1].name != name:
            inner = f"{self._open[-1].name} is open" if self._open else "nothing is open"
            yield _flaw(f"`END:{short(name)}` closes what {inner} around it", line.number)
            return
        component = self._open.pop()
        yield from _component_flaws(component)
        if component.name == "VCALENDAR":
            names = ("DESCRIPTION", "X-WR-CALDESC", "NAME", "X-WR-CALNAME")
            told = (text_of(component.values[name]) for name in names if name in component.values)
            self._description = next(told, "")
        if component.name == "VEVENT":
            self.said.append(said_of(component.values))
        uid = component.values.get("UID", "")
        # The exceptions of a recurring event share its UID (section 3.8.4.4).
        key = (uid, component.values.get("RECURRENCE-ID", ""))
        if uid and key in self._seen:
            yield Flaw("AU305", uid, line=component.line)
        self._seen.add(key)


def said_of(values: Mapping[str, str]) -> Said:
    """What an event says of a post, from its properties as they are spelt, by name."""
    return Said(
        text_of(values.get("UID", "")),
        values.get("URL", ""),
        text_of(values.get("SUMMARY", "")),
        moment(values.get("CREATED", "")),
        moment(values.get("LAST-MODIFIED", "")),
    )


def _value_flaws(line: ContentLine, component: _Component) -> Iterator[Flaw]:
    if line.name not in _DATES:
        return
    needs_utc = line.name in _IN_UTC
    if not is_calendar(line.value) or (needs_utc and not line.value.endswith("Z")):
        wanted = "20261120T080000Z" if needs_utc else "20261120T080000Z or 20261120"
        reason = (
            f"{line.name} of {component.name} is “{short(line.value)}”;"
            f" expected a date such as {wanted}"
        )
        yield Flaw("AU304", line.value, reason, line.number)


def _component_flaws(component: _Component) -> Iterator[Flaw]:
    name, values, line = component.name, component.values, component.line
    for key in _REQUIRED.get(name, ()):
        if not values.get(key, "").strip():
            yield Flaw("AU303", values.get("UID", ""), f"{name} has no {key}", line)
    for key in sorted(_ONCE & {key for key, count in component.counts.items() if count > 1}):
        yield _flaw(f"{name} has {key} more than once", line)
    if name == "VEVENT":
        if "DTEND" in values and "DURATION" in values:
            yield _flaw("VEVENT has both DTEND and DURATION", line)
        start, end = values.get("DTSTART", ""), values.get("DTEND", "")
        if len(start) == len(end) and start > end:
            yield _flaw(f"VEVENT ends at {short(end)}, before it begins at {short(start)}", line)


def _flaw(reason: str, line: int) -> Flaw:
    return Flaw("AU318", "", reason, line)
