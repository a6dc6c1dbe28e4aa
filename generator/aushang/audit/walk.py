"""Which files a folder holds: all of them, never outside of it, and each once.

Web servers follow symbolic links, so those that stay in the folder are followed here too.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aushang.audit.findings import link_astray, no_file, unreadable
from aushang.model import AushangError, Diagnostic

_IGNORED = frozenset({".git", ".hg", ".svn", "node_modules"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells cheaply that a file was touched: times in ns, size in bytes, inode."""

    changed: int
    noted: int
    size: int
    inode: int


@dataclass(frozen=True, slots=True)
class Walk:
    """The files of a folder by path, with forward slashes, and what could not be looked at."""

    files: Mapping[str, Stamp]
    faults: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Walker:
    root: str
    files: dict[str, Stamp] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def walk(self, folder: str, prefix: str, above: frozenset[tuple[int, int]]) -> None:
        """Take in what lies in `folder`; `above` are the folders that lead here."""
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as fault:
            self.faults.append(unreadable(prefix or ".", fault))
            return
        for entry in found:
            path = prefix + entry.name
            if entry.name in _IGNORED or (entry.is_symlink() and not self._stays(entry, path)):
                continue
            try:
                status = entry.stat()
            except OSError as fault:
                self.faults.append(unreadable(path, fault))
                continue
            if stat.S_ISDIR(status.st_mode):
                self._descend(entry.path, path, (status.st_dev, status.st_ino), above)
            elif stat.S_ISREG(status.st_mode):
                self.files[path] = Stamp(
                    status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
                )
            else:
                self.faults.append(no_file(path))

    def _descend(
        self, folder: str, path: str, itself: tuple[int, int], above: frozenset[tuple[int, int]]
    ) -> None:
        if itself in above:
            self.faults.append(link_astray(path, "leads back into a folder above itself"))
        else:
            self.walk(folder, f"{path}/", above | {itself})

    def _stays(self, entry: os.DirEntry[str], path: str) -> bool:
        goal = os.path.realpath(entry.path)
        if not os.path.lexists(goal):
            self.faults.append(link_astray(path, "is a symbolic link to nothing"))
            return False
        if goal != self.root and not goal.startswith(self.root + os.sep):
            self.faults.append(link_astray(path, "is a symbolic link out of the folder"))
            return False
        return True


def walked(folder: Path) -> Walk:
    """All files below `folder`. Raises AushangError if it is no folder that can be read."""
    root = os.path.realpath(folder)
    try:
        status = os.stat(root)  # noqa: PTH116  the walk is of strings: thousands of files
        next(_entries(root), None)
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise AushangError(
            f"“{folder}” cannot be read: {why}", "name the folder of a built site"
        ) from fault
    walker = _Walker(root)
    walker.walk(root, "", frozenset({(status.st_dev, status.st_ino)}))
    return Walk(walker.files, tuple(walker.faults))


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from entries
