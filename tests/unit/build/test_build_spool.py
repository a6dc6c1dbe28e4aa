"""Bytes put aside come back as they were, from memory and from the disk."""

import random
from pathlib import Path

from aushang.build.spool import Spool

LARGE = 700_000
"""Bytes: some of them are more than what is written in one go."""


def test_what_is_put_aside_comes_back(tmp_path: Path) -> None:
    """In any order of asking, whether it was written already or not; nothing can be seen of it."""
    chance = random.Random(3)
    wanted = {f"post:{number}": chance.randbytes(LARGE + number) for number in range(8)}
    spool = Spool(tmp_path)
    for name, data in wanted.items():
        spool.put(name, data)
        assert spool[name] == data
    asked = list(wanted)
    chance.shuffle(asked)
    assert {name: spool[name] for name in asked} == wanted
    assert list(spool) == list(wanted)
    assert list(tmp_path.iterdir()) == []


def test_little_is_never_written(tmp_path: Path) -> None:
    """A small build asks nothing of the disk: the folder need not even be there."""
    spool = Spool(tmp_path / "nowhere")
    spool.put("post:a", b"a")
    spool.put("post:b", b"")
    assert dict(spool) == {"post:a": b"a", "post:b": b""}


def test_what_is_put_again_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    """A post that is made twice in a build is there once."""
    spool = Spool(tmp_path)
    for data in (b"old" * LARGE, b"new" * LARGE):
        spool.put("post:a", data)
    assert dict(spool) == {"post:a": b"new" * LARGE}
    assert "post:a" in spool
    assert "post:b" not in spool
    assert len(spool) == 1
