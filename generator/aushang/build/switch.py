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
    """Put right what a killed run left: a site that is away, and rubbish. Needs the lock."""
    if target.previous.exists() and not target.folder.exists():
        target.previous.rename(target.folder)
        flush_entries(target.folder.parent)
    clear(target)


def clear(target: Target) -> None:
    """Remove what is neither published nor needed."""
    for folder in (target.staging, target.previous):
        if folder.exists():
            shutil.rmtree(folder)


def switch(target: Target, *, swap: Callable[[Path, Path], bool] = exchange) -> None:
    """Publish the staging folder. Needs the lock, and a staging folder that is complete.

    Raises OSError with the published folder as it was. Files are on the disk before their folder
    gets its public name, so that a power cut leaves the old site or the new one. `swap` exchanges
    two folders, or says False where the file system cannot.
    """
    flush(target.staging)
    if not target.folder.exists():
        target.staging.rename(target.folder)
    elif not swap(target.staging, target.folder):
        _rename_twice(target)
    flush_entries(target.folder.parent)
    # It is published: an old file that cannot be removed is the next run's matter.
    shutil.rmtree(target.staging, ignore_errors=True)
    shutil.rmtree(target.previous, ignore_errors=True)


def _rename_twice(target: Target) -> None:
    target.folder.rename(target.previous)
    try:
        target.staging.rename(target.folder)
    except OSError:
        target.previous.rename(target.folder)
        raise
