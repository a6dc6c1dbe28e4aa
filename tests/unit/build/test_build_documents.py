"""What posts are found by: kept beside the units, and believed only if it is the right one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from aushang.build.documents import (
    TABLE,
    Documents,
    LostError,
    digest_of,
    fill,
    forget,
    packed,
)
from aushang.outputs.searchable import Document


def document(path: str, language: str = "de") -> Document:
    """A document of a few words."""
    return Document(path=path, language=language, title="Titel", text=f"Text {path}", kind="Seite")


ONE, TWO, ENGLISH = document("a/"), document("b/"), document("en/a/", "en")
HELD = {"post:a": {"de": packed(ONE), "en": packed(ENGLISH)}, "post:b": {"de": packed(TWO)}}


def wanted(unit: str, one: Document) -> tuple[str, str, str]:
    """How a unit asks for its document."""
    return unit, one.language, digest_of(packed(one))


ALL = [wanted("post:b", TWO), wanted("post:a", ENGLISH), wanted("post:a", ONE)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with the documents of two posts."""
    found = tmp_path / "mein Ordner?" / "state.sqlite"
    found.parent.mkdir()
    change(found, lambda database: (database.executescript(TABLE), fill(database, HELD)))
    return found


def change(file: Path, how: Callable[[sqlite3.Connection], object]) -> None:
    """Somebody is at the database."""
    with closing(sqlite3.connect(file)) as database, database:
        how(database)


@pytest.mark.parametrize("is_held", [True, False])
def test_documents_come_in_the_order_of_the_question(file: Path, *, is_held: bool) -> None:
    """From memory or from the file."""
    documents = Documents(None, HELD) if is_held else Documents(file)
    assert documents.of(ALL) == (TWO, ENGLISH, ONE)


def test_what_is_held_stands_before_what_is_kept(file: Path) -> None:
    """The file knows an edit later; a language that went is gone at once."""
    newer = document("neu/")
    documents = Documents(file, {"post:a": {"de": packed(newer)}})
    assert documents.of([wanted("post:a", newer), wanted("post:b", TWO)]) == (newer, TWO)
    with pytest.raises(LostError):
        documents.of([wanted("post:a", ENGLISH)])


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b"no database, but something of some length"),
        lambda file: change(file, lambda one: forget(one, ["post:a"])),
        lambda file: change(file, lambda one: one.execute("UPDATE document SET data = x'00'")),
        lambda file: change(file, lambda one: one.execute("UPDATE document SET data = 'text'")),
        lambda file: change(file, lambda one: one.execute("UPDATE document SET data = 7")),
        lambda file: change(file, lambda one: one.execute("DROP TABLE document")),
    ],
    ids=["gone", "nonsense", "forgotten", "other bytes", "text", "number", "no table"],
)
def test_a_document_that_is_not_the_right_one_is_none(
    file: Path, harm: Callable[[Path], object]
) -> None:
    """Whatever happened to the file; nothing is made by looking."""
    harm(file)
    was_there = file.exists()
    with pytest.raises(LostError) as caught:
        Documents(file).of(ALL)
    assert (caught.value.message, caught.value.hint) == (
        "what the last build kept is gone",
        "build again",
    )
    assert file.exists() == was_there


def test_without_a_file_nothing_is_kept() -> None:
    """And who asks for nothing needs none."""
    with pytest.raises(LostError):
        Documents().of(ALL)
    assert Documents().of([]) == ()
