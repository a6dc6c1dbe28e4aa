"""Garbage is not looked for where there is none."""

import gc

from aushang.build.garbage import paused


def test_a_pause_leaves_all_as_it_was() -> None:
    """One stands in another, and in a process that never looks."""
    assert gc.isenabled()
    with paused():
        assert not gc.isenabled()
        with paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
