"""One build at a time for one output folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aushang.build.lock import locked
from aushang.build.target import Target
from aushang.model import AushangError


def test_a_second_build_is_refused(tmp_path: Path) -> None:
    """The sentence names the folder and the process that is at work."""
    target = Target(tmp_path / "site")
    with locked(target), pytest.raises(AushangError) as caught, locked(target):
        raise AssertionError("two builds at once")
    assert caught.value.message == (
        f"another build is writing “{tmp_path / 'site'}” (process {os.getpid()})"
    )
    assert caught.value.hint == "wait until it is done"


def test_the_lock_is_free_after_a_build(tmp_path: Path) -> None:
    """One after the other is fine."""
    target = Target(tmp_path / "site")
    for _ in range(2):
        with locked(target):
            assert target.lock.exists()


def test_a_killed_build_holds_no_lock(tmp_path: Path) -> None:
    """The kernel gives the lock back, so nobody has to remove a file by hand."""
    target = Target(tmp_path / "site")
    script = (
        "import os, sys; from pathlib import Path; from aushang.build.lock import locked; "
        "from aushang.build.target import Target\n"
        "with locked(Target(Path(sys.argv[1]))): os.kill(os.getpid(), 9)"
    )
    ended = subprocess.run([sys.executable, "-c", script, target.folder], check=False)
    assert ended.returncode == -9
    with locked(target):
        assert target.lock.read_text().strip() == str(os.getpid())
