"""The state file: what it gives back, and that nothing but a state of this very site counts."""

import pickle
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest
from msgspec.msgpack import Encoder

from aushang.build.documents import LostError
from aushang.build.head import FORMAT
from aushang.build.made import Made, Written
from aushang.build.state import (
    Account,
    Known,
    Seen,
    discard_state,
    read_state,
    write_state,
)
from aushang.build.untouched import identity
from aushang.checks.written import WrittenFile
from aushang.checks.written.index import Index
from aushang.model import Kind

FACTS = b"\x90"
"""No facts, as they are packed: an empty list."""


def made(name: str, digest: str = "0" * 64) -> Made:
    """A unit with one file."""
    file = WrittenFile(Kind.PAGE, "text/html", ("content/posts/a.md",))
    return Made(name=name, reads=("post:a",), files=(Written(f"{name}.html", file, digest, 9),))


def packed(known: Known) -> list[tuple[str, bytes, bytes]]:
    """All units as they are handed to the state."""
    return [(name, Encoder().encode(one), FACTS) for name, one in known.units.items()]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published folder."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


@pytest.fixture
def known(site: Path) -> Known:
    """What is known of it."""
    account = Account(
        folder=identity(site),
        switched=7,
        inputs={"post:a": "1", "theme": "2"},
        sources={"content/posts/a.md": Seen(5, 6, "3")},
    )
    units = {name: made(name) for name in ("post:a", "page:start:de")}
    index = Index({"a.html": ["b.html"], "crowd.html": ()}, frozenset({"a.html"}))
    return Known(account, units, dict.fromkeys(units, FACTS), index, folder=b"folder")


@pytest.fixture
def file(tmp_path: Path, known: Known) -> Path:
    """The state of it."""
    state = tmp_path / "state.sqlite"
    write_state(state, known, packed(known), (), is_fresh=True)
    return state


def change(file: Path, statement: str, *values: object) -> None:
    """Somebody else is at the database."""
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(statement, values)


def add_up(file: Path) -> None:
    """Put the sum right after a change, as somebody might who knows how."""
    with closing(sqlite3.connect(file)) as database, database:
        rows = database.execute("SELECT name, made, facts FROM unit").fetchall()
        question = "SELECT data, gate, folder FROM account"
        ((data, gate, folder),) = database.execute(question).fetchall()
        sums = [crc32(made, crc32(name.encode(), facts)) for name, made, facts in rows]
        sums.append(crc32(data + gate + folder))
        database.execute("UPDATE account SET total = ?", (sum(sums),))


def as_read(known: Known) -> Known:
    """Rows of the index come back as lists; facts are read when they are asked for."""
    rows = {place: list(files) for place, files in known.index.referrers.items()}
    return replace(known, index=replace(known.index, referrers=rows))


def is_lost(known: Known) -> bool:
    """Whether facts are gone, which is found out when they are asked for; a build begins anew."""
    try:
        return not all(known.facts[name] == FACTS for name in known.units)
    except LostError:
        return True


def test_what_was_written_comes_back(file: Path, site: Path, known: Known) -> None:
    """All of it, equal."""
    assert read_state(file, site) == as_read(known)


def test_an_edit_changes_what_it_touches(file: Path, site: Path, known: Known) -> None:
    """Units that changed, came and went; the others stand as they were."""
    units = {"post:a": made("post:a", "f" * 64), "post:b": made("post:b")}
    account = replace(known.account, switched=8, inputs={"post:a": "9"})
    later = Known(account, units, dict.fromkeys(units, FACTS), known.index, folder=b"")
    write_state(file, later, packed(later), ["page:start:de"], is_fresh=False)
    assert read_state(file, site) == as_read(later)


def test_a_fresh_state_keeps_nothing(file: Path, site: Path, known: Known) -> None:
    """Whatever stood there, and whatever a run that was killed left beside it."""
    file.write_bytes(b"no database")
    file.with_suffix(".new").write_bytes(b"half")
    write_state(file, known, packed(known), (), is_fresh=True)
    assert read_state(file, site) == as_read(known)
    assert not file.with_suffix(".new").exists()


def test_no_file_is_no_state(tmp_path: Path, site: Path) -> None:
    """Nothing is made by looking."""
    assert read_state(tmp_path / "state.sqlite", site) is None
    assert sorted(tmp_path.iterdir()) == [site]


def test_a_discarded_state_is_gone(file: Path, site: Path) -> None:
    """With what SQLite and a killed run may have left beside it; twice is no harm."""
    for name in ("state.new", "state.sqlite-journal"):
        file.with_name(name).write_bytes(b"left")
    discard_state(file)
    discard_state(file)
    assert list(file.parent.iterdir()) == [site]


@pytest.mark.parametrize("number", [FORMAT - 1, FORMAT + 1, 0])
def test_another_version_is_no_state(file: Path, site: Path, number: int) -> None:
    """Older and newer ones alike: what they mean is not known here."""
    change(file, f"PRAGMA user_version = {number}")
    assert read_state(file, site) is None


def test_another_folder_is_none_that_it_describes(file: Path, site: Path) -> None:
    """One of the same name that was put in its place, and one that is gone."""
    site.rename(site.with_name("old"))
    assert read_state(file, site) is None
    site.mkdir()
    assert read_state(file, site) is None
    assert read_state(file, site.with_name("old")) is not None


def test_no_other_byte_makes_another_site(file: Path, site: Path, known: Known) -> None:
    """At every 53rd place of the file: what is read is nothing, or what was written."""
    data = file.read_bytes()
    refused = 0
    for place in range(0, len(data), 53):
        for turned in (0x01, 0x80, 0xFF):
            file.write_bytes(data[:place] + bytes([data[place] ^ turned]) + data[place + 1 :])
            found = read_state(file, site)
            is_refused = found is None or is_lost(found)
            assert is_refused or found == as_read(known)
            refused += is_refused
    assert refused > 50  # else the bytes that count were not among them


def test_a_state_that_is_cut_off_is_none(file: Path, site: Path) -> None:
    """Wherever it was cut off."""
    data = file.read_bytes()
    for length in range(0, len(data), 257):
        file.write_bytes(data[:length])
        assert read_state(file, site) is None


def test_a_mixture_of_two_states_is_none(file: Path, site: Path, known: Known) -> None:
    """Each row is whole, and they do not belong together: so a power cut may leave them."""
    with closing(sqlite3.connect(file)) as database:
        old = database.execute("SELECT * FROM unit WHERE name = 'post:a'").fetchone()
    later = replace(known, units={**known.units, "post:a": made("post:a", "f" * 64)})
    write_state(file, later, packed(later), (), is_fresh=False)
    change(file, "INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?)", *old)
    assert read_state(file, site) is None


class Bomb:
    """Runs code where it is unpickled."""

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        """To be seen, it would write a file."""
        return (eval, ("open('bomb', 'w').close()",))


@pytest.mark.parametrize("column", ["data", "gate"])
@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"\xc1",
        b"[" * 100_000,
        b"[[], [], []]",
        b'[["a"], {"b": [7]}, []]',
        b'[["a"], {"b": "c"}, []]',
        b"\xdd\xff\xff\xff\xff",
        pickle.dumps(Bomb()),
    ],
)
def test_what_is_no_account_is_no_state(
    file: Path,
    site: Path,
    column: str,
    blob: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Even where the sum is right: no traceback, no code that runs, nothing believed."""
    monkeypatch.chdir(file.parent)
    change(file, f"UPDATE account SET {column} = ?", blob)  # noqa: S608  one of two words
    add_up(file)
    assert read_state(file, site) is None
    assert not (file.parent / "bomb").exists()


@pytest.mark.parametrize("value", ["text", 7])
@pytest.mark.parametrize("column", ["data", "gate", "total"])
def test_a_value_of_another_type_is_no_state(
    file: Path, site: Path, column: str, value: object
) -> None:
    """SQLite takes any value in any column."""
    change(file, f"UPDATE account SET {column} = ?", value)  # noqa: S608  one of three words
    assert read_state(file, site) is None


@pytest.mark.parametrize("blob", [b"", b"\xc1", b"\x81\xa4name\x07", pickle.dumps(Bomb())])
def test_what_is_no_unit_is_no_state(
    file: Path, site: Path, blob: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of many is enough to doubt all."""
    monkeypatch.chdir(file.parent)
    change(file, "UPDATE unit SET made = ? WHERE name = 'post:a'", blob)
    add_up(file)
    assert read_state(file, site) is None
    assert not (file.parent / "bomb").exists()
