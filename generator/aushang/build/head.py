"""The head of the state: little enough to be read before anything else is thought of.

With it a build that finds everything as it was says so at once (see `standing`).
"""

import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from msgspec import MsgspecError
from msgspec.msgpack import Decoder, Encoder

from aushang.build.untouched import Tree
from aushang.model import Diagnostic, Kind

FORMAT = 11
"""That of the state as a whole. Raise it with every change of what is kept or of what it means."""

TABLE = """
    CREATE TABLE head (data BLOB NOT NULL, mark INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Premises:
    """What the edge of the program read before the engine began, as far as it can be told again.

    `files` are the configuration and what else was read, by whole paths with their SHA-256; empty
    where there is no such file. `root`, `content` and `output` are what it says, whatever a command
    line says. `folders` hold the theme, and `theme` is their digest. `notices` were told about the
    configuration.
    """

    files: Mapping[str, str]
    root: str
    content: str
    output: str
    time_zone: str
    folders: tuple[str, ...]
    theme: str
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a build stands on and what it came to: as long as the one holds, so does the other.

    It holds from `now` until `until`, exclusive. `seen` is what the content folder looked like (see
    `content.glance`), without the times of files that had changed so shortly before that
    a second change could have the same; `unsure` are the SHA-256 of these.
    """

    premises: Premises
    program: str
    now: datetime
    until: datetime
    seen: Mapping[str, tuple[int, int]]
    unsure: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    posts: int
    files: Mapping[Kind, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The published site by its files. `folder` and `switched` are those of `state.Account`.

    Without a `basis` nobody can say whether the site would be the same again.
    """

    folder: tuple[int, int]
    switched: int
    tree: Tree
    basis: Basis | None = None


_encoder = Encoder()
_head = Decoder(Head)


def read_head(file: Path) -> Head | None:
    """The head of a state; None for no state, another format, or one that is damaged here."""
    if not file.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
            is_ours = database.execute("PRAGMA user_version").fetchone() == (FORMAT,)
            return head_in(database) if is_ours else None
    except (sqlite3.Error, MsgspecError, TypeError, ValueError):
        return None


def head_in(database: sqlite3.Connection) -> Head | None:
    """The head in a state of this format; None if none is kept.

    Raises `sqlite3.Error`, `msgspec.MsgspecError`, TypeError or ValueError for what is no head.
    """
    rows = database.execute("SELECT data, mark FROM head").fetchall()
    if not rows:
        return None
    ((data, mark),) = rows
    if zlib.crc32(data) != mark:
        raise ValueError("the head is damaged")
    return _head.decode(data)


def keep_head(database: sqlite3.Connection, head: Head | None) -> None:
    """Keep a head, or none, instead of the one that is there. Raises `sqlite3.Error`."""
    database.execute("DELETE FROM head")
    if head is not None:
        data = _encoder.encode(head)
        database.execute("INSERT INTO head VALUES (?, ?)", (data, zlib.crc32(data)))
