"""What was read of a site, kept for the next check of the same folder.

It lies in the user's own cache folder, because a check writes nothing into a site. Whatever is
wrong with it costs a full check and never a finding.
"""

import os
import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from msgspec import MsgspecError
from msgspec.msgpack import Decoder, Encoder

from aushang.audit.reading import Reading
from aushang.build.garbage import uncollected
from aushang.checks.written.index import Index
from aushang.checks.written.index import unpacked as unpacked_index

FORMAT = 1
"""Raise it with every change of what is kept or of what it means."""

_TABLES = """
    CREATE TABLE account (
        program TEXT NOT NULL, site TEXT NOT NULL, gate BLOB NOT NULL, total INTEGER NOT NULL
    );
    CREATE TABLE file (
        path BLOB PRIMARY KEY, mark INTEGER NOT NULL, reading BLOB NOT NULL
    ) WITHOUT ROWID;
"""
_encoder = Encoder()
_reading = Decoder(Reading)
_WRONG = (
    sqlite3.Error,
    MsgspecError,
    OSError,
    AttributeError,
    IndexError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What reading something else than a cache comes to."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The readings of a site by path, and who refers to what."""

    readings: Mapping[str, Reading]
    index: Index


def cache_file(folder: Path) -> Path:
    """Where what is known of `folder` is kept."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    home = Path(base) if base else Path.home() / ".cache"
    name = sha256(os.fsencode(folder.resolve())).hexdigest()[:32]
    return home / "aushang" / "check" / f"{name}.sqlite"


def recall(file: Path, *, program: str, site: str) -> Kept | None:
    """What an earlier check by the same program kept of the same site; None if that is not sure."""
    if not file.exists():
        return None
    try:
        with closing(sqlite3.connect(file)) as database:
            if database.execute("PRAGMA user_version").fetchone() != (FORMAT,):
                return None
            (row,) = database.execute("SELECT * FROM account").fetchall()
            if row[:2] != (program, site):
                return None
            rows = database.execute("SELECT path, mark, reading FROM file").fetchall()
            marks = sum(_mark(path, data) for path, _, data in rows)
            if row[3] != marks + _mark(row[2]):
                return None
            # 20,000 small things come into being and none goes: 0.1 s of looking in vain.
            with uncollected():
                readings = {os.fsdecode(path): _reading.decode(data) for path, _, data in rows}
                return Kept(readings, unpacked_index(row[2]))
    except _WRONG:
        return None


def keep(file: Path, kept: Kept, before: Kept | None, *, program: str, site: str) -> None:
    """Keep what was read; `before` is what the file holds. What cannot be kept is forgotten."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if before is None:
            file.unlink(missing_ok=True)
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("PRAGMA synchronous = OFF")
            if before is None:
                database.executescript(_TABLES)
                database.execute(f"PRAGMA user_version = {FORMAT}")
            _fill(database, kept, before)
            ((marks,),) = database.execute("SELECT coalesce(sum(mark), 0) FROM file").fetchall()
            gate = kept.index.packed()
            database.execute("DELETE FROM account")
            database.execute(
                "INSERT INTO account VALUES (?, ?, ?, ?)",
                (program, site, gate, marks + _mark(gate)),
            )
    except _WRONG:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _fill(database: sqlite3.Connection, kept: Kept, before: Kept | None) -> None:
    known = before.readings if before else {}
    gone = ((os.fsencode(path),) for path in known.keys() - kept.readings.keys())
    database.executemany("DELETE FROM file WHERE path = ?", gone)
    rows = (
        (name, _mark(name, data), data)
        for path, reading in kept.readings.items()
        if known.get(path) is not reading
        for name, data in [(os.fsencode(path), _encoder.encode(reading))]
    )
    database.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", rows)


def _mark(*parts: bytes) -> int:
    mark = 0
    for part in parts:
        mark = zlib.crc32(part, mark)
    return mark
