"""What was learned of addresses outside, in a SQLite file, from one check to the next."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aushang.outside.answer import Answer, Standing

FORMAT = 1
"""Raise it with every change of what is kept or of what it means."""

GOOD_FOR = timedelta(days=14)
"""What was there is taken to be there for so long; everything else is asked again each time."""
SURE_AFTER = timedelta(days=1)
"""Who is dead is asked again after so long before it is believed."""
_FORGOTTEN_AFTER = timedelta(days=180)

_TABLE = """
    CREATE TABLE link (
        url TEXT PRIMARY KEY, standing TEXT NOT NULL, why TEXT NOT NULL,
        asked INTEGER NOT NULL, dead_since INTEGER
    ) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Known:
    """How an address stood when it was `asked`, and since when each clear answer was “dead”."""

    answer: Answer
    asked: datetime
    dead_since: datetime | None = None

    @property
    def is_surely_dead(self) -> bool:
        """Whether it was dead twice, at least a day apart, and never alive in between."""
        return (
            self.answer.standing is Standing.DEAD
            and self.dead_since is not None
            and self.asked - self.dead_since >= SURE_AFTER
        )

    def is_good(self, now: datetime) -> bool:
        """Whether it need not be asked again."""
        age = now - self.asked
        return self.answer.standing is Standing.OK and timedelta(0) <= age < GOOD_FOR


def after(before: Known | None, answer: Answer, now: datetime) -> Known:
    """What is known after an answer. One that is not clear takes nothing back."""
    since = before.dead_since if before else None
    match answer.standing:
        case Standing.OK:
            return Known(answer, now)
        case Standing.DEAD:
            return Known(answer, now, since or now)
        case Standing.UNKNOWN:
            return Known(answer, now, since)


class Ledger:
    """The file; each answer is kept as soon as it comes, so that Ctrl-C loses none."""

    def __init__(self, file: Path) -> None:
        """Raises OSError or `sqlite3.Error` if no file can be had. A foreign one is replaced."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self._file = file
        if _version(file) != FORMAT:
            file.unlink(missing_ok=True)
            with closing(sqlite3.connect(file)) as database, database:
                database.execute(_TABLE)
                database.execute(f"PRAGMA user_version = {FORMAT}")

    def known(self) -> Mapping[str, Known]:
        """All addresses that were ever asked."""
        return read_known(self._file)

    def keep(self, url: str, known: Known) -> None:
        """Keep what is known of an address now."""
        row = (
            url,
            known.answer.standing.value,
            known.answer.why,
            _seconds(known.asked),
            _seconds(known.dead_since) if known.dead_since else None,
        )
        with closing(sqlite3.connect(self._file)) as database, database:
            database.execute("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?)", row)

    def forget(self, urls: Iterable[str], now: datetime) -> None:
        """Forget what is in none of `urls` and was not asked for half a year."""
        wanted = set(urls)
        old = [
            (url,)
            for url, known in self.known().items()
            if url not in wanted and now - known.asked > _FORGOTTEN_AFTER
        ]
        with closing(sqlite3.connect(self._file)) as database, database:
            database.executemany("DELETE FROM link WHERE url = ?", old)


def read_known(file: Path) -> dict[str, Known]:
    """All that a ledger says; nothing for one that is missing, corrupt or of another version."""
    if _version(file) != FORMAT:
        return {}
    try:
        with closing(sqlite3.connect(file)) as database:
            rows = database.execute("SELECT * FROM link").fetchall()
        return {
            url: Known(
                Answer(Standing(standing), why), _moment(asked), _moment(dead) if dead else None
            )
            for url, standing, why, asked, dead in rows
        }
    except (sqlite3.Error, TypeError, ValueError, OverflowError):
        return {}


def surely_dead(known: Mapping[str, Known]) -> dict[str, str]:
    """The addresses that keep a publish back, and why."""
    return {url: one.answer.why for url, one in known.items() if one.is_surely_dead}


def _version(file: Path) -> int:
    if not file.is_file():
        return 0
    try:
        with closing(sqlite3.connect(file)) as database:
            (version,) = database.execute("PRAGMA user_version").fetchone()
            return int(version)
    except sqlite3.Error:
        return 0


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
