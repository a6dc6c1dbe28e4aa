"""What the disk refuses becomes one sentence for the person at the keyboard."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aushang.model import AushangError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_BARRED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FOREIGN = frozenset({errno.EBUSY, errno.EXDEV})


@contextmanager
def explained(site: Path) -> Iterator[None]:
    """Turn an OSError of writing or switching into an AushangError that names what to do.

    `site` is the published folder. Only for code that leaves it alone when it fails.
    """
    try:
        yield
    except OSError as fault:
        raise _sentence(fault, site) from fault


def _sentence(fault: OSError, folder: Path) -> AushangError:
    site = f"“{folder}”"
    untouched = f"{site} is as it was"
    if fault.errno in _FULL:
        return AushangError(
            f"the disk is full ({fault.strerror}); {untouched}",
            "free some space, and build again",
        )
    if fault.errno in _BARRED:
        return AushangError(
            f"aushang may not write beside {site}: {fault.strerror}; {untouched}",
            f"allow writing in “{folder.parent}”, or name another folder",
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
