"""CSV as spreadsheets and booking systems write it (RFC 4180, and what Excel makes of it)."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aushang.content.availability.columns import NAMES, REQUIRED, folded, parts_of
from aushang.content.availability.findings import Findings, Mark
from aushang.content.availability.rows import Reading, Row, as_id, no_address, read_places, too_many
from aushang.content.availability.times import ends_too_early, read_duration, read_time
from aushang.content.quoting import short
from aushang.content.schema.moments import Fault
from aushang.model import Slot
from aushang.model.similar import nearest

_SEPARATORS = ";,\t"
_SEP = re.compile("sep=(.)")
_CANCELLED = frozenset({"cancelled", "canceled", "eventcancelled", "abgesagt", "storniert"})
_OPTIONAL_TIMES = {"as_of": True, "end": False}


def read_table(text: str, path: str, zone: ZoneInfo, own: Mapping[str, str]) -> Reading:
    """The rows of a table (AU001, AU021, AU030, AU031, AU033). `own` are its names of columns."""
    table = _Table(text, path, zone)
    if not table.begin(own):
        return Reading(path, (), table.findings.told(), is_whole=False)
    rows = tuple(table.rows())
    return Reading(path, rows, table.findings.told())


@dataclass(slots=True)
class _Table:
    text: str
    path: str
    zone: ZoneInfo
    findings: Findings = field(init=False)
    lines: list[str] = field(init=False)
    separator: str = ","
    first: int = 1
    header: Sequence[str] = ()
    columns: dict[str, int] = field(default_factory=dict)
    times: dict[str, datetime | Fault] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.findings = Findings(self.path)
        self.lines = self.text.split("\n")

    def begin(self, own: Mapping[str, str]) -> bool:
        """Read the header; whether it has all that is needed."""
        told = _SEP.fullmatch(self.lines[0])
        self.first = 2 if told else 1
        line = self.lines[1] if told and len(self.lines) > 1 else self.lines[0]
        headers = {one: _cells(line, one) for one in ([told[1]] if told else _SEPARATORS)}
        # Of two that fit as well, the one that makes more of the line.
        best = max(headers, key=lambda one: (len(parts_of(headers[one], own)), len(headers[one])))
        self.separator, self.header = best, headers[best]
        self.columns = parts_of(self.header, own)
        missing = [part for part in REQUIRED if part not in self.columns]
        missing += [part for part in own if part not in self.columns and part not in missing]
        for part in missing:
            self.findings.add(f"the column `{part}`", self._missing(part, own), (self.first, 1))
        return not missing

    def _missing(self, part: str, own: Mapping[str, str]) -> Fault:
        named = own.get(part)
        what = f"is to be “{short(named)}”, and there is none" if named else "is missing"
        # A header of one cell has another separator: no name of it could be right.
        names = [one for one in self.header if one.strip() and len(self.header) > 1]
        wanted = (named,) if named else NAMES[part]
        by_key = {folded(name): name for name in names}
        guesses = (nearest(folded(one), by_key) for one in wanted)
        guess = next((by_key[one] for one in guesses if one), "")
        taken = {self.header[number] for number in self.columns.values()}
        if guess and guess not in taken:
            hint = f"did you mean “{short(guess)}”? Name it beside the file: "
            return Fault("AU030", what, f"{hint}`columns: {{{part}: {short(guess)}}}`")
        said = ", ".join(f"“{short(one)}”" for one in self.header[:12])
        hint = f"the first line is the header, its cells parted by , ; or tab; it has {said}"
        if names and not named:
            hint += f"; name the right one beside the file: `columns: {{{part}: …}}`"
        return Fault("AU030", what, hint)

    def rows(self) -> Iterator[Row]:
        """One after the other; blank lines count for nothing."""
        reader = csv.reader(
            (f"{line}\n" for line in self.lines[self.first :]),
            delimiter=self.separator,
            strict=True,
        )
        line = self.first + 1
        try:
            for cells in reader:
                if any(cells):
                    row = self._row(cells, line)
                    if row:
                        yield row
                line = self.first + reader.line_num + 1
        except csv.Error as error:
            what = f"is not CSV from here on: {error}"
            hint = "a cell that holds a quote is quoted, with its quotes doubled"
            self.findings.add("the table", Fault("AU033", what, hint), (line, 0))

    def _row(self, cells: Sequence[str], line: int) -> Row | None:
        if len(cells) != len(self.header):
            what = f"has {len(cells)} cells, and the header {len(self.header)}"
            hint = "put cells in quotes that hold the separator"
            self.findings.add("the line", Fault("AU033", what, hint), (line, 0))
            return None
        read = _Cells(self, cells, line)
        return None if read.value("status").casefold() in _CANCELLED else read.row()


@dataclass(slots=True)
class _Cells:
    """One row. Whatever is wrong in it is told, and then there is none."""

    table: _Table
    cells: Sequence[str]
    line: int
    is_good: bool = True

    def value(self, part: str) -> str:
        """The text of a part; empty without such a column."""
        number = self.table.columns.get(part, -1)
        return self.cells[number].strip() if number >= 0 else ""

    def row(self) -> Row | None:
        """The row, or None where something is wrong in it."""
        start = self._time("start")
        duration = self._duration(start)
        remaining, maximum = self._places("remaining"), self._places("maximum")
        fault = too_many(remaining, maximum)
        if fault and self.is_good:
            self._tell("remaining", fault)
        url = self.value("url")
        fault = no_address(url)
        if fault:
            self._tell("url", fault)
        as_of = self._time("as_of")
        if start is None or not self.is_good:
            return None
        return Row(
            slot=Slot(
                start=start,
                duration=duration,
                remaining=remaining,
                maximum=maximum,
                name=" ".join(self.value("name").split()),
                url=url,
            ),
            mark=(self.line, 0),
            service=as_id(self.value("service")),
            location=as_id(self.value("location")),
            as_of=as_of,
        )

    def _tell(self, part: str, fault: Fault) -> None:
        self.is_good = False
        number = self.table.columns[part]
        name = f"`{short(self.table.header[number])}`"
        self.table.findings.add(name, fault, lambda: self._mark(number))

    def _mark(self, number: int) -> Mark:
        """Where a cell begins: the record's own lines are gone through once more."""
        text = "\n".join(self.table.lines[self.line - 1 :])
        at, is_quoted = 0, False
        for index, character in enumerate(text if number else ""):
            is_quoted ^= character == '"'
            if character == self.table.separator and not is_quoted:
                number -= 1
                if not number:
                    at = index + 1
                    break
        before = text[:at]
        return self.line + before.count("\n"), at - before.rfind("\n")

    def _time(self, part: str) -> datetime | None:
        written = self.value(part)
        if not written and part in _OPTIONAL_TIMES:
            return None
        # Many dates have the same times, and a time costs as much as the rest of its row.
        found = self.table.times.get(written)
        if found is None:
            is_day_enough = _OPTIONAL_TIMES.get(part, False)
            found = read_time(written, self.table.zone, is_day_enough=is_day_enough)
            if part != "as_of" or isinstance(found, datetime):
                self.table.times[written] = found
        if isinstance(found, Fault):
            empty = Fault("AU004", "is empty", "write when it begins, or remove the line")
            self._tell(part, found if written else empty)
            return None
        return found

    def _duration(self, start: datetime | None) -> timedelta:
        written, end = self.value("duration"), self.value("end")
        if end:
            if ":" in end and len(end) <= len("09:00:00") and start:
                end = f"{start.astimezone(self.table.zone):%Y-%m-%d} {end}"
            found = read_time(end, self.table.zone)
            if isinstance(found, Fault):
                self._tell("end", found)
            elif start and found < start:
                self._tell("end", ends_too_early(self.value("end")))
            elif start:
                return found - start
        elif written:
            lasts = read_duration(written)
            if isinstance(lasts, timedelta):
                return lasts
            self._tell("duration", lasts)
        return timedelta()

    def _places(self, part: str) -> int | None:
        written = self.value(part)
        found = read_places(written) if written else None
        if isinstance(found, Fault):
            self._tell(part, found)
            return None
        return found


def _cells(line: str, separator: str) -> list[str]:
    """The cells of a header; of one with odd quotes what can be told."""
    try:
        return next(csv.reader([line], delimiter=separator, strict=True), [])
    except csv.Error:
        return [one.strip('"') for one in line.split(separator)]
