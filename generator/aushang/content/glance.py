"""A look at a folder without reading anything: what tells that nothing in it has changed."""

import os
from collections.abc import Mapping
from pathlib import Path

Glance = Mapping[str, tuple[int, int]]
"""When each file below a folder changed (ns since 1970) and its size, by its whole path.

Folders stand in it too, with zeros: one that is empty may be one that nobody knows.
"""

_FOLDER = (0, 0)


def glance(content: Path) -> Glance | None:
    """What can be seen of a folder without reading; None if there are links, or no such folder.

    Two equal glances mean the same files of the same times and sizes, under the same names.
    """
    found: dict[str, tuple[int, int]] = {}
    waiting = [str(content)]
    try:
        while waiting:
            with os.scandir(waiting.pop()) as items:
                for item in items:
                    if item.is_dir(follow_symlinks=False):
                        waiting.append(item.path)
                        found[item.path] = _FOLDER
                    elif item.is_symlink():
                        return None
                    else:
                        status = item.stat(follow_symlinks=False)
                        found[item.path] = (status.st_mtime_ns, status.st_size)
    except OSError:  # a folder went while it was looked at
        return None
    return found
