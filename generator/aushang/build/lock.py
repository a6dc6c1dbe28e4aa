"""One build at a time for one output folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep

from aushang.build.target import Target
from aushang.model import AushangError

_TRIES = 20
_PAUSE = 0.02  # seconds


@contextmanager
def locked(target: Target) -> Iterator[None]:
    """Hold the target's lock. Raises AushangError if another process holds it.

    The kernel gives the lock back when a process and its workers have ended, however they end; the
    file itself stays, because removing it would let two builds hold two different files of one
    name. Workers of a build that was killed take a moment to end, so it is tried for a moment.
    """
    target.room.mkdir(parents=True, exist_ok=True)
    handle = os.open(target.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _acquire(handle, target)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, target: Target) -> None:
    for _ in range(_TRIES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sleep(_PAUSE)
        else:
            return
    holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip()
    raise AushangError(
        f"another build is writing “{target.folder}”" + (f" (process {holder})" * bool(holder)),
        "wait until it is done",
    )
