"""Which files a folder holds: all of them, never outside of it, and each once.

Web servers follow symbolic links, so those that stay in the folder are followed here too.
"""

import os
import stat
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aushang.audit.findings import link_astray, no_file, unreadable
from aushang.model import AushangError, Diagnostic

_IGNORED = frozenset({".git", ".hg", ".svn", "node_modules"})
_MOST_WAYS = 8
"""Links into one folder: twenty folders that link to each other would have more ways than atoms."""


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


_Identity = tuple[int, int]
"""Device and inode."""


@dataclass(slots=True)
class _Walker:
    """Goes through a folder. `waiting` are folders with their path, and those that lead there."""

    root: str
    files: dict[str, Stamp] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    waiting: list[tuple[str, str, frozenset[_Identity]]] = field(default_factory=list)
    _visits: Counter[_Identity] = field(default_factory=Counter)

    def walk(self, itself: _Identity) -> None:
        """Take in all that lies below the root. A stack, because paths are deeper than calls."""
        self.waiting.append((self.root, "", frozenset({itself})))
        while self.waiting:
            folder, prefix, above = self.waiting.pop()
            try:
                with os.scandir(folder) as entries:
                    found = sorted(entries, key=lambda entry: entry.name)
            except OSError as fault:
                self.faults.append(unreadable(prefix or ".", fault))
                continue
            for entry in found:
                if entry.name not in _IGNORED:
                    self._take(entry, prefix + entry.name, above)

    def _take(self, entry: os.DirEntry[str], path: str, above: frozenset[_Identity]) -> None:
        if entry.is_symlink() and not self._stays(entry, path):
            return
        try:
            status = entry.stat()
        except OSError as fault:
            self.faults.append(unreadable(path, fault))
            return
        if stat.S_ISDIR(status.st_mode):
            self._descend(entry, path, (status.st_dev, status.st_ino), above)
        elif stat.S_ISREG(status.st_mode):
            self.files[path] = Stamp(
                status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
            )
        else:
            self.faults.append(no_file(path))

    def _descend(
        self,
        entry: os.DirEntry[str],
        path: str,
        itself: _Identity,
        above: frozenset[_Identity],
    ) -> None:
        if itself in above:
            self.faults.append(link_astray(path, "leads back into a folder above itself"))
            return
        self._visits[itself] += 1
        if self._visits[itself] > _MOST_WAYS:
            where = f"is the {_MOST_WAYS + 1}th way into one folder, and was not taken"
            self.faults.append(link_astray(path, where))
            return
        self.waiting.append((entry.path, f"{path}/", above | {itself}))

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
    walker.walk((status.st_dev, status.st_ino))
    return Walk(walker.files, tuple(walker.faults))


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from entries
