"""A file is replaced at once, and keeps what it allowed to whom."""

from pathlib import Path

import pytest

from aushang.content.writing import overwrite
from aushang.model import AushangError


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """Permissions stay; a new file gets the usual ones."""
    file, new, usual = (tmp_path / name for name in ("a", "b", "c"))
    file.write_bytes(b"old")
    file.chmod(0o604)
    overwrite(file, b"new")
    overwrite(new, b"x")
    usual.write_bytes(b"")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o604
    assert new.stat().st_mode == usual.stat().st_mode
    assert sorted(tmp_path.iterdir()) == [file, new, usual]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    """With the system's reason, and nothing left beside it."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").write_bytes(b"")
    for file, reason in [
        (tmp_path / "a", "Is a directory"),
        (tmp_path / "nowhere/a", "No such file or directory"),
    ]:
        with pytest.raises(AushangError) as refused:
            overwrite(file, b"x")
        assert refused.value.message == f"{file} cannot be written: {reason}"
        assert refused.value.hint == "look at its permissions"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
