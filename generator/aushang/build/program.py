"""The program itself as an input of everything that it makes."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

_ENDINGS = (".py", ".json")


@cache
def program() -> str:
    """A digest of the program: its own files, Python, and the packages beside it.

    By time and size, not by content: 300 files would take 10 ms to read at each start.
    """
    package = __file__.rpartition("/build/")[0]
    found = [sys.version, *sorted(_files(package, ""))]
    for folder in sys.path:
        if folder.endswith("site-packages") and os.path.isdir(folder):  # noqa: PTH112  at each start
            names = os.listdir(folder)  # noqa: PTH208  see above
            found += sorted(name for name in names if name.endswith(".dist-info"))
    return sha256("\n".join(found).encode()).hexdigest()


def _files(folder: str, inside: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{inside}/{entry.name}"
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _files(entry.path, path)
            elif entry.name.endswith(_ENDINGS):
                status = entry.stat()
                yield f"{path} {status.st_mtime_ns} {status.st_size}"
