"""OpenActive's opportunities: `Slot` and `ScheduledSession`, alone, in a list or an RPDE feed.

Modelling Opportunity Data 2.0 names the fields; Realtime Paged Data Exchange 1.0 the feed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aushang.content.availability.findings import Findings
from aushang.content.availability.json_items import Found, Lines, NotJsonError, items
from aushang.content.availability.rows import (
    Item,
    Reading,
    Row,
    as_id,
    no_address,
    read_places,
    too_many,
)
from aushang.content.availability.times import (
    counted_time,
    ends_too_early,
    read_duration,
    read_time,
)
from aushang.content.quoting import short
from aushang.content.schema.moments import Fault
from aushang.content.source import described, first_forbidden
from aushang.model import Slot
from aushang.model.similar import did_you_mean

_OURS = ("Slot", "ScheduledSession")
_OTHERS = frozenset(
    {
        *("Event", "SessionSeries", "FacilityUse", "IndividualFacilityUse", "CourseInstance"),
        *("HeadlineEvent", "EventSeries", "League", "OnDemandEvent", "Course"),
    }
)
"""What a feed may hold besides, and nobody books: passed over."""

# Which field says it depends on the type; both are taken of both, since programs mix them up.
_REMAINING = ("remainingUses", "remainingAttendeeCapacity")
_MAXIMUM = ("maximumUses", "maximumAttendeeCapacity")
_STATES = ("updated", "deleted")
_NOT_HELD = ("EventCancelled", "EventPostponed")

Object = Mapping[str, object]


def read_opportunities(text: str, path: str, zone: ZoneInfo) -> Reading:
    """The dates of a JSON file (AU001, AU003, AU004, AU021, AU031, AU033)."""
    findings, lines = Findings(path), Lines(text)
    rows: list[Row] = []
    try:
        for found in items(text, "items"):
            row = _Item(found, lines, findings, zone).row()
            if row:
                rows.append(row)
    except NotJsonError as error:
        fault = Fault("AU033", f"is not JSON from here on: {error.message}", "export it again")
        findings.add("the file", fault, lines.mark(error.at))
        return Reading(path, (), findings.told(), is_whole=False)
    return Reading(path, tuple(rows), findings.told())


@dataclass(slots=True)
class _Item:
    """An entry of the file. Whatever is wrong in it is told, and then it has no date."""

    found: Found
    lines: Lines
    findings: Findings
    zone: ZoneInfo
    is_good: bool = True
    data: Object = field(default_factory=dict)

    def row(self) -> Row | None:
        """The date; None for what is wrong or nothing to book."""
        value = self.found.value
        if not isinstance(value, dict):
            fault = Fault("AU001", f"is {_shown(value)}; expected an object such as a Slot")
            self.findings.add("the entry", fault, self.lines.mark(self.found.begin))
            return None
        if "state" not in value:
            self.data = value
            return self._row(None, None)
        return self._of_feed(value)

    def _of_feed(self, value: Object) -> Row | None:
        """RPDE § 4: `state`, `kind`, `id` and `modified`, and unless it was deleted, `data`."""
        self.data = value
        state = self._text("state")
        if state not in _STATES:
            what = f"is “{short(state)}”; allowed are {', '.join(_STATES)}"
            self._tell("state", Fault("AU001", what, did_you_mean(state, _STATES)))
        identity = value.get("id")
        if not isinstance(identity, str | int):
            self._missing("id")
        modified, as_of = self._modified()
        if not self.is_good:
            return None
        item = Item(str(value.get("kind", "")), str(identity), modified)
        if state == "deleted":
            return Row(slot=None, mark=self._begin, as_of=as_of, item=item)
        data = value.get("data")
        if not isinstance(data, dict):
            self._missing("data")
            return None
        self.data = data
        # An item that is wrong, or is booked no more, still replaces what it was before.
        return self._row(item, as_of) or Row(slot=None, mark=self._begin, as_of=as_of, item=item)

    def _modified(self) -> tuple[tuple[int, str], datetime | None]:
        """As a value that can be compared, and as a time where it is one."""
        value = self.data.get("modified")
        if isinstance(value, str) and value.isascii() and value.isdecimal():
            value = int(value[:30])
        if isinstance(value, int):
            return (value, ""), counted_time(value)
        if isinstance(value, str) and value:
            found = read_time(value, self.zone)
            return (0, value), None if isinstance(found, Fault) else found
        self._missing("modified")
        return (0, ""), None

    def _row(self, item: Item | None, as_of: datetime | None) -> Row | None:
        kind = self._kind()
        if kind not in _OURS or self._text("eventStatus").rpartition("/")[2] in _NOT_HELD:
            return None
        start = self._time("startDate")
        duration = self._duration(start)
        remaining, maximum = self._places(_REMAINING), self._places(_MAXIMUM)
        if remaining is None and kind == "Slot" and self.is_good:
            self._missing(_REMAINING[0])
        fault = too_many(remaining, maximum)
        if fault:
            self._tell(self._key(_REMAINING), fault)
        name, url = self._text("name"), self._text("url")
        fault = no_address(url)
        if fault:
            self._tell("url", fault)
        if start is None or not self.is_good:
            return None
        return Row(
            slot=Slot(
                start=start,
                duration=duration,
                remaining=remaining,
                maximum=maximum,
                name=" ".join(name.split()),
                url=url,
            ),
            mark=self._begin,
            service=as_id(self._id("service")),
            location=as_id(self._id("location")),
            as_of=as_of or self._time("dateModified", is_needed=False),
            item=item,
        )

    def _kind(self) -> str:
        value = self.data.get("type", self.data.get("@type"))
        if value is None:
            self._missing("type")
            return ""
        kind = value.rpartition(":")[2].rpartition("/")[2] if isinstance(value, str) else ""
        if kind not in _OURS and kind not in _OTHERS:
            what = f"is {_shown(value)}; expected {' or '.join(_OURS)}"
            self._tell("type", Fault("AU001", what, did_you_mean(kind, _OURS)))
        return kind

    @property
    def _begin(self) -> tuple[int, int]:
        return self.lines.mark(self.found.begin)

    def _tell(self, key: str, fault: Fault) -> None:
        self.is_good = False
        self.findings.add(f"`{key}`", fault, lambda: self.lines.mark_of(key, self.found))

    def _missing(self, key: str) -> None:
        hint = "the booking system has to write it; OpenActive requires it"
        self.is_good = False
        self.findings.add(f"`{key}`", Fault("AU003", "is missing", hint), self._begin)

    def _value(self, key: str) -> object:
        """What a session does not say, it has from its series."""
        value = self.data.get(key)
        if value is not None:
            return value
        above = self.data.get("superEvent")
        return above.get(key) if isinstance(above, dict) else None

    def _text(self, key: str) -> str:
        value = self._value(key)
        if value is None or isinstance(value, str):
            text = (value or "").strip()
            character = first_forbidden(text)
            if character:
                self._tell(key, Fault("AU011", f"holds {described(character)}", "delete it"))
            return text
        self._tell(key, Fault("AU001", f"is {_shown(value)}; expected a text"))
        return ""

    def _id(self, key: str) -> str:
        """Our own word for it; a place of schema.org may have it as its `identifier`."""
        value = self._value(key)
        if isinstance(value, dict):
            value = value.get("identifier")
        return value if isinstance(value, str) else ""

    def _time(self, key: str, *, is_needed: bool = True) -> datetime | None:
        value = self.data.get(key)
        if value is None:
            if is_needed:
                self._missing(key)
            return None
        found = read_time(value, self.zone) if isinstance(value, str) else _no_time(value)
        if isinstance(found, Fault):
            self._tell(key, found)
            return None
        return found

    def _duration(self, start: datetime | None) -> timedelta:
        if "endDate" in self.data:
            end = self._time("endDate")
            if start and end and end < start:
                self._tell("endDate", ends_too_early(self._text("endDate")))
            elif start and end:
                return end - start
        elif self._value("duration") is not None:
            found = read_duration(self._text("duration"))
            if isinstance(found, timedelta):
                return found
            self._tell("duration", found)
        else:
            self._missing("duration")
        return timedelta()

    def _key(self, keys: tuple[str, ...]) -> str:
        return next((key for key in keys if self._value(key) is not None), keys[0])

    def _places(self, keys: tuple[str, ...]) -> int | None:
        key = self._key(keys)
        value = self._value(key)
        if value is None:
            return None
        is_number = isinstance(value, int | float | str) and not isinstance(value, bool)
        found = read_places(str(value)) if is_number else _no_number(value)
        if isinstance(found, Fault):
            self._tell(key, found)
            return None
        return found


def _no_time(value: object) -> Fault:
    return Fault("AU001", f"is {_shown(value)}; expected a time such as 2026-11-21T09:00:00Z")


def _no_number(value: object) -> Fault:
    return Fault("AU001", f"is {_shown(value)}; expected a whole number such as 4")


def _shown(value: object) -> str:
    """A value in a message: quoted, or what kind of thing it is."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return f"“{short(str(value))}”"
