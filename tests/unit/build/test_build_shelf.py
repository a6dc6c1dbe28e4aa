"""What of the content is taken for unchanged, and what is looked at again."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from aushang.build.shelf import Shelf
from aushang.build.state import Seen
from aushang.content.entries import Entry, Role

NOW = 1_800_000_000_000_000_000
SECOND = 1_000_000_000


@pytest.fixture
def entry(tmp_path: Path) -> Entry:
    """A post that was written ten seconds ago."""
    file = tmp_path / "a.md"
    write(file, b"one")
    return Entry(
        role=Role.POST, place=str(file), path="content/posts/a.md", inside="posts/a.md", name="a"
    )


def write(file: Path, data: bytes, at: int = NOW - 10 * SECOND) -> None:
    """Bytes at a moment."""
    file.write_bytes(data)
    os.utime(file, ns=(at, at))


def look(entry: Entry, before: Seen | None = None, now: int = NOW) -> Seen:
    """What a build that begins at `now` sees of the file."""
    shelf = Shelf({entry.path: before} if before else {}, {}, workers=1, now=now)
    digest = shelf.digest(entry)
    assert shelf.digest(entry) == digest
    assert shelf.seen[entry.path].digest == digest
    return shelf.seen[entry.path]


def test_a_file_is_seen_with_its_digest(entry: Entry) -> None:
    """Time, size and SHA-256."""
    assert look(entry) == Seen(NOW - 10 * SECOND, 3, sha256(b"one").hexdigest())


def test_the_same_time_and_size_is_the_same_file(entry: Entry) -> None:
    """It is not read again: that a build of ten thousand posts need not."""
    seen = look(entry)
    entry.file.write_bytes(b"two")
    os.utime(entry.file, ns=(seen.changed, seen.changed))
    assert look(entry, seen) == seen


@pytest.mark.parametrize(
    ("data", "at"), [(b"two", NOW - 9 * SECOND), (b"three", NOW - 10 * SECOND), (b"", NOW)]
)
def test_another_time_or_size_is_looked_into(entry: Entry, data: bytes, at: int) -> None:
    """Newer, of another size, empty."""
    seen = look(entry)
    write(entry.file, data, at)
    assert look(entry, seen).digest == sha256(data).hexdigest()


def test_an_older_time_is_another_time(entry: Entry) -> None:
    """A backup that comes back brings the time of then."""
    seen = look(entry)
    write(entry.file, b"old", NOW - 3600 * SECOND)
    assert look(entry, seen).digest == sha256(b"old").hexdigest()


@pytest.mark.parametrize("age", [-SECOND, 0, SECOND // 100])
def test_what_changed_just_now_is_looked_into_again(entry: Entry, age: int) -> None:
    """A second save could have the same time, so time and size prove nothing yet."""
    write(entry.file, b"one", NOW - age)
    seen = look(entry)
    write(entry.file, b"two", NOW - age)
    assert look(entry, seen, now=NOW + 10 * SECOND).digest == sha256(b"two").hexdigest()


def test_touched_is_not_changed(entry: Entry) -> None:
    """The digest says so, and the new time is remembered."""
    seen = look(entry)
    write(entry.file, b"one", NOW - 5 * SECOND)
    again = look(entry, seen)
    assert (again.digest, again.changed) == (seen.digest, NOW - 5 * SECOND)


def test_what_cannot_be_read_is_empty(entry: Entry) -> None:
    """And is looked at again when it can."""
    seen = look(entry)
    entry.file.unlink()
    gone = look(entry, seen)
    assert gone.digest == ""
    write(entry.file, b"one")
    assert look(entry, gone) == seen


def test_the_time_of_archives_is_a_time(entry: Entry) -> None:
    """Some give all files that of 1970; it does not stand for “unsure”."""
    write(entry.file, b"one", NOW)
    unsure = look(entry)
    write(entry.file, b"two", 0)
    assert look(entry, unsure).digest == sha256(b"two").hexdigest()
