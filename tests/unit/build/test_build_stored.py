"""Facts that lie in the state are read when they are asked for, and never wrong ones."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from aushang.build.documents import LostError
from aushang.build.stored import TABLE, Renewed, StoredFacts, fill, forget, mark_of, renewed

FACTS = {f"post:{number}": bytes([number]) * 9 for number in range(70)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A state with the facts of some units."""
    place = tmp_path / "state.sqlite"
    with closing(sqlite3.connect(place)) as database, database:
        database.executescript(TABLE)
        fill(database, FACTS.items())
    return place


@pytest.fixture
def stored(file: Path) -> StoredFacts:
    """What is known of them."""
    return StoredFacts(file, {name: mark_of(data) for name, data in FACTS.items()})


def change(file: Path, statement: str, *values: object) -> None:
    """Somebody else is at the database."""
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(statement, values)


def test_what_was_kept_is_read(stored: StoredFacts) -> None:
    """One by one, and all at once when many are wanted."""
    assert dict(stored) == FACTS
    assert len(stored) == len(FACTS)


def test_nobody_asked_nothing_is_read(stored: StoredFacts, file: Path) -> None:
    """The names are known without the file; a name that is not known is no loss."""
    file.unlink()
    assert list(stored) == list(FACTS)
    with pytest.raises(KeyError):
        stored["post:70"]
    assert not file.exists()


def test_who_asks_for_many_gets_all_at_once(stored: StoredFacts, file: Path) -> None:
    """The file is asked fifty times and once more, whoever asks for thousands."""
    for number in range(51):
        assert stored[f"post:{number}"] == FACTS[f"post:{number}"]
    file.unlink()
    assert dict(stored) == FACTS


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b"no database"),
        lambda file: change(file, "DROP TABLE facts"),
        lambda file: change(file, "DELETE FROM facts WHERE unit = 'post:7'"),
        lambda file: change(file, "UPDATE facts SET data = x'00'"),
        lambda file: change(file, "UPDATE facts SET data = 'text'"),
        lambda file: change(file, "UPDATE facts SET data = 7"),
    ],
)
def test_what_is_not_as_it_was_is_lost(
    stored: StoredFacts, file: Path, harm: Callable[[Path], None]
) -> None:
    """Whatever happened to the file: nothing of it is believed."""
    harm(file)
    with pytest.raises(LostError) as caught:
        stored["post:7"]
    assert (caught.value.message, caught.value.hint) == (
        "what the last build kept is gone",
        "build again",
    )


def test_facts_take_the_place_of_others(file: Path) -> None:
    """A unit has one row; one that is gone has none."""
    with closing(sqlite3.connect(file)) as database, database:
        fill(database, [("post:7", b"new")])
        forget(database, ["post:8"])
        rows = dict(database.execute("SELECT unit, data FROM facts"))
    assert rows == {**{name: FACTS[name] for name in FACTS if name != "post:8"}, "post:7": b"new"}


def test_what_is_fresh_stands_before_what_was() -> None:
    """Edit after edit, and never one layer upon another."""
    once = renewed({"a": b"1", "b": b"1"}, {"b": b"2", "c": b"2"})
    twice = renewed(once, {"c": b"3"})
    assert dict(twice) == {"a": b"1", "b": b"2", "c": b"3"}
    assert len(twice) == len(list(twice))
    assert not isinstance(twice.before, Renewed)
    assert dict(once) == {"a": b"1", "b": b"2", "c": b"2"}
