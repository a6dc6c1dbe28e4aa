"""The calls of the operating system that Python does not offer.

`exchange` swaps two folders in one step, `flush` brings a file system's memory to the disk,
`die_with` ties a process to its parent.
"""

import ctypes
import errno
import os
import signal
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_RENAME_SWAP = 2  # macOS, sys/stdio.h
_NOT_OFFERED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders so that at no moment either name is missing.

    False where the system or the file system does not offer that. Raises OSError for all else.
    """
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        call = getattr(library, "renamex_np", None)
        arguments: tuple[object, ...] = (first, second, ctypes.c_uint(_RENAME_SWAP))
    else:
        call = getattr(library, "renameat2", None)
        here = ctypes.c_int(_AT_FDCWD)
        arguments = (here, first, here, second, ctypes.c_uint(_RENAME_EXCHANGE))
    if call is None:
        return False
    if call(*arguments) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_OFFERED:
        return False
    raise OSError(number, os.strerror(number), os.fspath(one), None, os.fspath(other))


def die_with(parent: int) -> None:
    """End this process as soon as `parent`, which forked it, is no more, however that ends."""
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the call
        os.kill(os.getpid(), signal.SIGKILL)


def flush(folder: Path) -> None:
    """Bring everything of the folder's file system to the disk; raises OSError if that fails.

    One call for the whole file system: 12,000 files of 15 KB took 0.13 s, against 7.1 s with one
    `fsync` for each (ext4 on a virtual disk).
    """
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if call is None:
            os.sync()
        elif call(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), os.fspath(folder))
    finally:
        os.close(handle)


def flush_entries(folder: Path) -> None:
    """Bring the names in one folder to the disk, after a rename in it."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
