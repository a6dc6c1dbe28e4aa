"""What the last build left for the next one, in one SQLite file beside the published folder.

It describes the published site and nothing else: it is written after the switch, and a build that
was refused leaves it alone. Whatever is wrong with it costs a full build and never a wrong site:
a file that is missing, corrupt, of another version, or that describes another folder than the one
that is published is passed over and replaced. SQLite notices little of what a bad disk or a power
cut does to it, so a sum over all rows stands in it too; over those that are read later, each one's.
"""

import sqlite3
import zlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import MsgspecError
from msgspec.msgpack import Decoder, Encoder

from aushang.build import head as heads
from aushang.build import stored
from aushang.build.documents import TABLE, Documents, fill, forget
from aushang.build.head import FORMAT, Head
from aushang.build.made import Made, unpacked
from aushang.build.untouched import identity
from aushang.checks.written.index import Index
from aushang.checks.written.index import unpacked as unpacked_index

_TABLES = """
    CREATE TABLE account (
        data BLOB NOT NULL, gate BLOB NOT NULL, folder BLOB NOT NULL, total INTEGER NOT NULL
    );
    CREATE TABLE unit (
        name TEXT PRIMARY KEY, mark INTEGER NOT NULL, made BLOB NOT NULL, facts INTEGER NOT NULL
    ) WITHOUT ROWID;
"""  # `facts` is the sum of those in a table of their own: see `stored`


@dataclass(frozen=True, slots=True)
class Seen:
    """A file of the content as it was: when it changed (ns), its size in bytes, its SHA-256."""

    changed: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What holds for a published site as a whole.

    `folder` is device and inode of the published folder, `switched` when it became so (ns since
    1970). `inputs` are what its units were made from (see `outdated`), `sources` the files of the
    content by path.
    """

    folder: tuple[int, int]
    switched: int
    inputs: Mapping[str, str]
    sources: Mapping[str, Seen]


@dataclass(frozen=True, slots=True)
class Known:
    """A published site: its units, the facts of their files, packed, and the gate's index.

    Of the `documents` those are held that the file does not have yet. The `head` and the `folder`
    (see `build.folder`) are made for the file, so a process that never writes has none.
    """

    account: Account
    units: Mapping[str, Made]
    facts: Mapping[str, bytes]
    index: Index
    documents: Documents = field(default=Documents(), compare=False)
    head: Head | None = None
    folder: bytes = b""


_encoder = Encoder()
_account = Decoder(Account)
_WRONG = (
    sqlite3.Error,
    MsgspecError,
    AttributeError,
    IndexError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What reading something else than a state comes to."""


def read_state(file: Path, folder: Path) -> Known | None:
    """What is known of the site that is published in `folder`; None if that is not sure."""
    if not file.exists():
        return None
    try:
        with closing(_opened(file)) as database:
            if database.execute("PRAGMA user_version").fetchone() != (FORMAT,):
                return None
            (row,) = database.execute("SELECT data, gate, folder, total FROM account").fetchall()
            data, gate, read, total = row
            account = _account.decode(data)
            if account.folder != identity(folder):
                return None
            rows = database.execute("SELECT name, made, facts FROM unit").fetchall()
            if total != _mark(data, gate, read) + sum(_mark_of(*one) for one in rows):
                return None
            units = {name: unpacked(made) for name, made, _ in rows}
            facts = stored.StoredFacts(file, {name: mark for name, _, mark in rows})
            head = heads.head_in(database)
            index = unpacked_index(gate)
            return Known(account, units, facts, index, Documents(file), head, read)
    except _WRONG:
        return None


def write_state(
    file: Path,
    known: Known,
    changed: Iterable[tuple[str, bytes, bytes]],
    gone: Collection[str],
    *,
    is_fresh: bool,
) -> None:
    """Keep what a publish came to; `changed` are units by name, packed, with their facts.

    With `is_fresh` nothing of what was there stays. Raises OSError or `sqlite3.Error`; then the
    file may be gone, but it is never half written.
    """
    if is_fresh:
        file.unlink(missing_ok=True)
        new = file.with_suffix(".new")
        new.unlink(missing_ok=True)
        with closing(_opened(new)) as database, database:
            database.executescript(TABLE + heads.TABLE + stored.TABLE + _TABLES)
            database.execute(f"PRAGMA user_version = {FORMAT}")
            _fill(database, known, changed)
        new.replace(file)
        return
    with closing(_opened(file)) as database, database:
        database.execute("DELETE FROM account")
        database.executemany("DELETE FROM unit WHERE name = ?", ((name,) for name in gone))
        stored.forget(database, gone)
        rows = list(changed)
        forget(database, (*gone, *(name for name, _, _ in rows)))
        _fill(database, known, rows)


def discard_state(file: Path) -> None:
    """Forget everything; the next build is a full one."""
    for name in (file, file.with_suffix(".new"), file.with_name(f"{file.name}-journal")):
        with suppress(FileNotFoundError):
            name.unlink()


def _fill(
    database: sqlite3.Connection, known: Known, units: Iterable[tuple[str, bytes, bytes]]
) -> None:
    for name, made, facts in units:
        sums = stored.mark_of(facts)
        row = (name, _mark_of(name, made, sums), made, sums)
        database.execute("INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?)", row)
        stored.fill(database, [(name, facts)])
    fill(database, known.documents.held)
    ((marks,),) = database.execute("SELECT coalesce(sum(mark), 0) FROM unit").fetchall()
    data, gate = _encoder.encode(known.account), known.index.packed()
    total = marks + _mark(data, gate, known.folder)
    whole = (data, gate, known.folder, total)
    database.execute("INSERT INTO account VALUES (?, ?, ?, ?)", whole)
    heads.keep_head(database, known.head)


def _mark_of(name: str, made: bytes, facts: int) -> int:
    return zlib.crc32(made, zlib.crc32(name.encode(), facts))


def _mark(*parts: bytes) -> int:
    """A number that changes with any byte."""
    mark = 0
    for part in parts:
        mark = zlib.crc32(part, mark)
    return mark


def _opened(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, isolation_level="DEFERRED")
    # A state that a power cut takes is a full build; waiting for the disk would cost every build.
    database.execute("PRAGMA synchronous = OFF")
    # Of a new file alone: the system is asked for 20 MB an eighth as often as in pages of 4 KB.
    database.execute("PRAGMA page_size = 32768")
    return database
