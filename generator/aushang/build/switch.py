"""The staging folder becomes the published one, in one step.

Where the system can exchange two folders (Linux, macOS), there is no moment at which the published
folder is missing or half new. Elsewhere two renames do it; if the run dies between them, the old
site stands in `previous`, and the next run puts it back.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from aushang.build.system import exchange, flush, flush_entries
from aushang.build.target import Target


def repair(target: Target) -> None:
    """Put right what a killed run left: a site that is away. Needs the lock.

    What is left of its staging folder is the matter of `memory`.
    """
    if target.previous.exists():
        if target.folder.exists():
            shutil.rmtree(target.previous)
            return
        target.previous.rename(target.folder)
        flush_entries(target.folder.parent)


def switch(
    target: Target,
    *,
    is_durable: bool = True,
    swap: Callable[[Path, Path], bool] = exchange,
) -> None:
    """Publish the staging folder. Needs the lock, and a staging folder that is complete.

    The old site stands in its place then. Raises OSError with the published folder as it was. If
    `is_durable`, files are on the disk before their folder gets its public name, so that a power
    cut leaves the old site or the new one. `swap` exchanges two folders, or says False where the
    file system cannot.
    """
    if is_durable:
        flush(target.staging)
    if not target.folder.exists():
        target.staging.rename(target.folder)
    elif not swap(target.staging, target.folder):
        _rename_twice(target)
    if is_durable:
        flush_entries(target.folder.parent)


def _rename_twice(target: Target) -> None:
    target.folder.rename(target.previous)
    try:
        target.staging.rename(target.folder)
    except OSError:
        target.previous.rename(target.folder)
        raise
    target.previous.rename(target.staging)
