"""The files of one name become what can be booked, for each service and place that they tell of.

`kurse.csv` and `kurse.yml` belong together, and so do `kurse.yml` and all files in `kurse/`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import PurePosixPath

from aushang.content.availability.calendar import read_calendar
from aushang.content.availability.csv_table import read_table
from aushang.content.availability.findings import Findings
from aushang.content.availability.openactive import read_opportunities
from aushang.content.availability.rows import Item, Reading, Row
from aushang.content.document import Document, read_document
from aushang.content.entries import Entry, Role
from aushang.content.inventory import Note, read
from aushang.content.schema.bookings import BookingFields
from aushang.content.schema.moments import Fault
from aushang.content.source import LARGEST_BOOKINGS, decode
from aushang.model import Availability, Diagnostic, Position, Site, Slot, Source

Where = tuple[str, str]
"""A place and a service, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookings:
    """What files of one name came to.

    `sources` are their paths with the SHA-256 of what was read; `broken` those that could not be.
    """

    name: str
    files: tuple[Entry, ...]
    sources: tuple[tuple[str, str], ...]
    availability: tuple[Availability, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    broken: tuple[str, ...] = ()


def grouped(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """The files that belong together, in the order of their names; what describes them first."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.role in {Role.BOOKING, Role.BOOKING_DATA}:
            groups.setdefault(entry.name, []).append(entry)
    return tuple(
        tuple(sorted(groups[name], key=lambda one: (one.role is not Role.BOOKING, one.inside)))
        for name in sorted(groups)
    )


def read_bookings(files: Sequence[Entry], site: Site, note: Note | None = None) -> Bookings:
    """What `files` of one name say; `note` hears of each that could be read."""
    sources: list[tuple[str, str]] = []

    def noted(entry: Entry, changed: int, data: bytes) -> None:
        sources.append((entry.path, sha256(data).hexdigest()))
        if note:
            note(entry, changed, data)

    beside = next((one for one in files if one.role is Role.BOOKING), None)
    described = _described(beside, site, noted) if beside else None
    fields = described.fields if described else BookingFields()
    about = fields if isinstance(fields, BookingFields) else None
    readings = [
        _reading(entry, about or BookingFields(), site, noted)
        for entry in files
        if entry.role is Role.BOOKING_DATA
    ]
    found = described.diagnostics if described else ()
    made = Bookings(name=files[0].name, files=tuple(files), sources=tuple(sources))
    if beside and not readings:
        return replace(made, diagnostics=(*found, _without_data(beside)))
    found += tuple(finding for one in readings for finding in one.diagnostics)
    broken = tuple(one.path for one in readings if not one.is_whole)
    if about is None or broken:
        unread = (*([beside.path] if beside and about is None else ()), *broken)
        return replace(made, diagnostics=found, broken=unread)
    source = described.source if described else Source(readings[0].path)
    joiner = _Joiner(made.name, about, source, readings, site)
    availability = tuple(joiner.availability())
    return replace(made, availability=availability, diagnostics=(*found, *joiner.told()))


def _described(entry: Entry, site: Site, note: Note) -> Document:
    data = read(entry, note=note)
    if isinstance(data, Diagnostic):
        return Document(entry=entry, diagnostics=(data,))
    return read_document(data, entry, site)


def _without_data(entry: Entry) -> Diagnostic:
    return Diagnostic(
        code="AU017",
        message=f"this describes booking data, and {entry.name}.csv, .json or .ics is missing",
        hint="put the booking system's file beside it, or delete this one",
        location=Position(entry.path),
    )


def _reading(entry: Entry, about: BookingFields, site: Site, note: Note) -> Reading:
    data = read(entry, LARGEST_BOOKINGS, note)
    if isinstance(data, Diagnostic):
        return Reading(entry.path, (), (data,), is_whole=False)
    text, faults = decode(data, entry.path, LARGEST_BOOKINGS)
    if text is None:
        return Reading(entry.path, (), faults, is_whole=False)
    if not text.strip():
        findings = Findings(entry.path)
        hint = "a booking system writes at least a header; run its export again"
        findings.add("the file", Fault("AU009", "is empty", hint), (0, 0))
        return Reading(entry.path, (), findings.told(), is_whole=False)
    own = about.columns.model_dump(exclude_none=True) if about.columns else {}
    suffix = PurePosixPath(entry.inside).suffix
    if suffix == ".json":
        return read_opportunities(text, entry.path, site.zone)
    return _BY_SUFFIX[suffix](text, entry.path, site.zone, own)


_BY_SUFFIX: Mapping[str, Callable[..., Reading]] = {".csv": read_table, ".ics": read_calendar}


@dataclass(slots=True)
class _Joiner:
    """Puts the rows of several files together."""

    name: str
    about: BookingFields
    source: Source
    readings: Sequence[Reading]
    site: Site
    findings: dict[str, Findings] = field(default_factory=dict)

    def told(self) -> tuple[Diagnostic, ...]:
        """What does not go together."""
        return tuple(one for found in self.findings.values() for one in found.told())

    def availability(self) -> Iterable[Availability]:
        """What can be booked, by place and service."""
        rows: dict[Where, list[tuple[str, Row]]] = {}
        if self.about.service:
            rows[self.about.location or "", self.about.service] = []
        for path, row in self._valid():
            location, service = row.location or self.about.location, row.service
            where = location or "", service or self.about.service or ""
            rows.setdefault(where, []).append((path, row))
        for where in sorted(rows):
            found = self._one(where, rows[where])
            if found:
                yield found

    def _valid(self) -> Iterable[tuple[str, Row]]:
        """Of each item of a feed only what it is last; what it was before holds no more."""
        every = [(one.path, row) for one in self.readings for row in one.rows]
        last: dict[tuple[str, str], tuple[str, Row]] = {}
        for path, row in every:
            if row.item is None:
                yield path, row
                continue
            key = row.item.kind, row.item.id
            if key not in last or _modified(last[key][1].item) <= row.item.modified:
                last[key] = (path, row)
        changed = self._changed()
        for path, row in last.values():
            if row.slot:
                yield path, replace(row, as_of=changed)

    def _changed(self) -> datetime | None:
        """A feed is one statement, on however many pages: it was true when it last changed."""
        rows = (row for one in self.readings for row in one.rows)
        return max((row.as_of for row in rows if row.item and row.as_of), default=None)

    def _one(self, where: Where, rows: Sequence[tuple[str, Row]]) -> Availability | None:
        location, service = where
        path, mark = (rows[0][0], rows[0][1].mark) if rows else (self.readings[0].path, (0, 0))
        if not service:
            hint = f"write `service: kurse` into {self.name}.yml, or add a column “Angebot”"
            fault = Fault("AU003", "is missing: nobody says what can be booked here", hint)
            self._tell("`service`", fault, path, mark)
        as_of = self.about.as_of or _as_of(rows) or self._changed()
        if as_of is None:
            hint = f"write `as_of: 2026-11-21T06:00` into {self.name}.yml, or a column “Stand”"
            fault = Fault("AU036", "is missing: nobody says when this was true", hint)
            self._tell("`as_of`", fault, path, (0, 0))
        if not service or as_of is None:
            return None
        source = self.source
        if not self.about.service:
            source = Source(path, dict.fromkeys(("service", "location"), mark))
        return Availability(
            service=service,
            location=location,
            slots=self._slots(rows),
            as_of=as_of.astimezone(UTC),
            good_for=self.about.good_for or self.site.booking_good_for,
            source=source,
        )

    def _slots(self, rows: Sequence[tuple[str, Row]]) -> tuple[Slot, ...]:
        """In their order; of two that are one, the first (AU032)."""
        first: dict[tuple[datetime, str], tuple[str, int]] = {}
        found: list[Slot] = []
        for path, row in rows:
            if row.slot is None:
                continue
            key = row.slot.start, row.slot.name
            if key in first:
                self._tell("the date", self._repeated(row.slot, *first[key], path), path, row.mark)
                continue
            first[key] = path, row.mark[0]
            found.append(row.slot)
        return tuple(sorted(found, key=lambda slot: (slot.start, slot.name)))

    def _repeated(self, slot: Slot, there: str, line: int, path: str) -> Fault:
        at = f"{slot.start.astimezone(self.site.zone):%Y-%m-%dT%H:%M}"
        name = f"“{slot.name}” at {at}" if slot.name else f"at {at}"
        where = f"line {line}" if there == path else f"{there}:{line}"
        hint = "give two dates at one time names that differ, or write it once"
        return Fault("AU032", f"{name} stands in {where} already", hint)

    def _tell(self, name: str, fault: Fault, path: str, mark: tuple[int, int]) -> None:
        self.findings.setdefault(path, Findings(path)).add(name, fault, mark)


def _modified(item: Item | None) -> tuple[int, str]:
    return item.modified if item else (0, "")


def _as_of(rows: Sequence[tuple[str, Row]]) -> datetime | None:
    """Each file was true when its newest row was; several files together when the oldest was."""
    newest: dict[str, datetime] = {}
    for path, row in rows:
        if row.as_of:
            newest[path] = max(row.as_of, newest.get(path, row.as_of))
    return min(newest.values(), default=None)


def put_together(
    every: Iterable[Bookings],
) -> tuple[tuple[Availability, ...], tuple[Diagnostic, ...]]:
    """What can be booked anywhere; of two that tell of one service at one place, the first."""
    found: dict[Where, Availability] = {}
    contests = []
    for bookings in every:
        for one in bookings.availability:
            first = found.setdefault((one.location, one.service), one)
            if first is not one:
                contests.append(_contest(one, first))
    return tuple(found[where] for where in sorted(found)), tuple(contests)


def _contest(one: Availability, first: Availability) -> Diagnostic:
    there = f"“{one.service}” in “{one.location}”" if one.location else f"“{one.service}”"
    return Diagnostic(
        code="AU034",
        message=f"what can be booked of {there} is said by {first.source.path} already",
        hint="put files that belong together into one folder, or remove one of them",
        location=one.source.at("service"),
    )
