"""What the disk refuses becomes one sentence for the person at the keyboard."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from aushang.build.target import Target
from aushang.model import AushangError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_BARRED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FOREIGN = frozenset({errno.EBUSY, errno.EXDEV})


@contextmanager
def explained(target: Target) -> Iterator[None]:
    """Turn an OSError of writing or switching into an AushangError that names what to do.

    Only for code that leaves the published folder alone when it fails.
    """
    try:
        yield
    except OSError as fault:
        raise _sentence(fault, target) from fault


def _sentence(fault: OSError, target: Target) -> AushangError:
    site = f"“{target.folder}”"
    untouched = f"{site} is as it was"
    if fault.errno in _FULL:
        return AushangError(
            f"the disk is full ({fault.strerror}); {untouched}",
            "free some space, and build again",
        )
    if fault.errno in _BARRED:
        return AushangError(
            f"aushang may not write beside {site}: {fault.strerror}; {untouched}",
            f"allow writing in “{target.folder.parent}”, or name another folder",
        )
    if fault.errno in _FOREIGN:
        return AushangError(
            f"{site} cannot be replaced: it is a mount point or on another disk; {untouched}",
            "name a folder inside it",
        )
    return AushangError(
        f"{site} cannot be written: {fault.strerror or fault}; {untouched}",
        "look at the folder, and build again",
    )
