"""The facts of files that were judged before: read from the state when somebody asks for them.

After an edit the gate wants those of a handful of units. All of them are half of the state, 27 MB
of 10,000 posts. The state knows a sum of each, so none is believed that is not the right one.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from aushang.build.documents import LostError

TABLE = """
    CREATE TABLE facts (unit TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
"""

_FEW = 50
"""Units that are asked for one by one; who asks for more gets all from then on."""


class StoredFacts(Mapping[str, bytes]):
    """The packed facts of units by name, in the state `file`; `marks` are their sums."""

    def __init__(self, file: Path, marks: Mapping[str, int]) -> None:
        self._file = file
        self._marks = marks
        self._read: dict[str, bytes] = {}
        self._questions = 0

    def __getitem__(self, unit: str) -> bytes:
        """Raises KeyError for a unit that is not known, LostError if the file has no such facts."""
        mark = self._marks[unit]
        if unit not in self._read:
            self._questions += 1
            self._read |= self._rows(unit)
        data = self._read.get(unit)
        if data is None or mark_of(data) != mark:
            raise LostError
        return data

    def _rows(self, unit: str) -> dict[str, bytes]:
        """The facts of that unit, or of all."""
        question = "SELECT CAST(unit AS TEXT), CAST(data AS BLOB) FROM facts"
        of_one = ("", ()) if self._questions > _FEW else (" WHERE unit = ?", (unit,))
        try:
            with closing(sqlite3.connect(f"{self._file.as_uri()}?mode=ro", uri=True)) as database:
                return dict(database.execute(question + of_one[0], of_one[1]))
        except sqlite3.Error as error:
            raise LostError from error

    def __iter__(self) -> Iterator[str]:
        """The names of the units."""
        return iter(self._marks)

    def __len__(self) -> int:
        """How many units there are."""
        return len(self._marks)


@dataclass(frozen=True, slots=True)
class Renewed(Mapping[str, bytes]):
    """What was known `before`, with what is `fresh` in its place or beside it."""

    before: Mapping[str, bytes]
    fresh: Mapping[str, bytes]

    def __getitem__(self, name: str) -> bytes:
        """As it is now. Raises KeyError."""
        return self.fresh[name] if name in self.fresh else self.before[name]

    def __iter__(self) -> Iterator[str]:
        """All names, each once."""
        return iter(dict.fromkeys((*self.before, *self.fresh)))

    def __len__(self) -> int:
        """How many names there are."""
        return len(self.before.keys() | self.fresh.keys())


def renewed(before: Mapping[str, bytes], fresh: Mapping[str, bytes]) -> Renewed:
    """Both as one; never one upon the other for as long as a preview runs."""
    if isinstance(before, Renewed):
        return Renewed(before.before, {**before.fresh, **fresh})
    return Renewed(before, dict(fresh))


def mark_of(data: bytes) -> int:
    """A number that changes with any byte."""
    return zlib.crc32(data)


def fill(database: sqlite3.Connection, facts: Iterable[tuple[str, bytes]]) -> None:
    """Keep the facts of units in place of those that they had. Raises `sqlite3.Error`."""
    database.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts)


def forget(database: sqlite3.Connection, units: Iterable[str]) -> None:
    """Keep no facts of these units. Raises `sqlite3.Error`."""
    database.executemany("DELETE FROM facts WHERE unit = ?", ((unit,) for unit in units))
