"""The switch: one step where the system can, and repaired by the next run where it cannot."""

import errno
import os
from pathlib import Path

import pytest

from aushang.build.memory import Memory
from aushang.build.switch import repair, switch
from aushang.build.system import exchange, flush
from aushang.build.target import Target


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below, by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def target(tmp_path: Path) -> Target:
    """An old site that is published and a new one in staging."""
    found = Target(tmp_path / "site")
    for folder, text in ((found.folder, "old"), (found.staging, "new")):
        (folder / "a").mkdir(parents=True)
        (folder / "index.html").write_text(text)
        (folder / "a" / text).write_text(text)
    return found


OLD = {"a/old": b"old", "index.html": b"old"}
NEW = {"a/new": b"new", "index.html": b"new"}


def unable(one: Path, other: Path) -> bool:
    """A file system that cannot exchange two folders, such as NFS."""
    return False


def test_the_new_site_replaces_the_old_one_as_a_whole(target: Target) -> None:
    """Nothing of the old site is left in the folder; whole, it waits beside it to be the next."""
    switch(target)
    assert tree(target.folder) == NEW
    assert tree(target.staging) == OLD
    assert list(target.room.iterdir()) == [target.staging]


def test_a_first_site_is_a_rename(tmp_path: Path) -> None:
    """Where nothing was published before, the staging folder gets the name."""
    target = Target(tmp_path / "site")
    target.staging.mkdir(parents=True)
    (target.staging / "index.html").write_text("new")
    switch(target)
    assert tree(target.folder) == {"index.html": b"new"}


def test_two_renames_do_it_where_folders_cannot_be_exchanged(target: Target) -> None:
    """The result is the same; only the moment between is longer."""
    switch(target, swap=unable)
    assert tree(target.folder) == NEW
    assert tree(target.staging) == OLD
    assert list(target.room.iterdir()) == [target.staging]


def test_a_run_that_died_between_two_renames_is_repaired(target: Target) -> None:
    """The old site comes back; what was to be published is left to the next build."""
    target.folder.rename(target.previous)
    repair(target)
    assert tree(target.folder) == OLD
    assert list(target.room.iterdir()) == [target.staging]


def test_a_run_that_died_after_two_renames_is_cleared(target: Target) -> None:
    """The new site stays; the old one beside it is rubbish."""
    target.folder.rename(target.previous)
    target.staging.rename(target.folder)
    repair(target)
    assert tree(target.folder) == NEW
    assert list(target.room.iterdir()) == []


def test_a_run_that_died_while_writing_needs_no_repair(target: Target) -> None:
    """Half a site in staging is nobody's: the published one stays, the next build clears it."""
    repair(target)
    assert tree(target.folder) == OLD
    assert Memory(target).staging(None).folder == target.staging
    assert tree(target.staging) == {}


def test_a_second_rename_that_fails_brings_the_old_site_back(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error is told and the old site is in its place."""
    rename = Path.rename

    def failing(self: Path, to: Path) -> Path:
        if self == target.staging:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="Input/output error"):
        switch(target, swap=unable)
    assert tree(target.folder) == OLD


def test_exchange_swaps_two_folders(tmp_path: Path) -> None:
    """The file system under test offers it; both names stay."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "other").exists()
    assert (tmp_path / "other" / "one").exists()


def test_exchange_tells_what_went_wrong(tmp_path: Path) -> None:
    """A missing folder is an error, not “not offered”."""
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "other")


def test_flush_tells_of_a_missing_folder(tmp_path: Path) -> None:
    """Nothing is called durable that is not there."""
    flush(tmp_path)
    with pytest.raises(FileNotFoundError):
        flush(tmp_path / "nothing")
