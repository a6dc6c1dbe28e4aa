"""Whether anybody was at a folder that we wrote: 30,000 files and folders in 0.1 s.

A folder is not listed if it has not changed since: whatever comes, goes or gets another name in it
sets its time, and that time nobody can set back. So what is asked of the disk is one time for each
folder and one for each file.
"""

import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

COARSE = 2_000_000_000
"""ns: no file system keeps times in coarser steps (FAT has this one)."""

Tree = Mapping[str, Mapping[str, int]]
"""The size in bytes of each file by its name, in each folder by its path: `""`, `a/`, `a/b/`."""


def identity(folder: Path) -> tuple[int, int]:
    """Device and inode of a folder; zeros if there is none."""
    try:
        found = os.stat(folder)  # noqa: PTH116  called for every file elsewhere, so in one manner
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def tree_of(sizes: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """The tree of files that are told by their paths, with every folder above one of them."""
    tree: dict[str, dict[str, int]] = {"": {}}
    for path, size in sizes.items():
        above, sign, name = path.rpartition("/")
        folder = above + sign
        if folder not in tree:
            tree.update((one, {}) for one in _folders_above(path) if one not in tree)
        tree[folder][name] = size
    return tree


def changed_tree(tree: Tree, gone: Iterable[str], sizes: Mapping[str, int]) -> Tree:
    """The tree without the files `gone`, and with those of `sizes` in it, new or of another size.

    Told by paths; the same as `tree_of` would make of all files that there are then.
    """
    without = _without(tree, {path for path in gone if path not in sizes})
    fresh = tree_of(sizes)
    return {
        inside: {**without.get(inside, {}), **fresh.get(inside, {})}
        if inside in fresh
        else without[inside]
        for inside in {**without, **fresh}
    }


def is_untouched(
    folder: Path,
    tree: Tree,
    since: int,
    but: AbstractSet[str] = frozenset(),
    *,
    is_linked: bool = False,
) -> bool:
    """Whether a folder holds just these files and nothing else, none changed since.

    `since` is in ns since 1970. What stands at the paths `but`, if anything, is no matter. Files
    that `is_linked` says are second names of files elsewhere are not looked at but for their names.
    Who changes a file and sets its time back is not found out.
    """
    if since > time.time_ns():  # the clock was put back: no time means anything
        return False
    expected = _without(tree, but) if but else tree
    try:
        return _has_its_names(folder, expected, since - COARSE, but) and (
            is_linked or _has_its_files(folder, expected, since)
        )
    except OSError:  # what should be there is not
        return False


def _has_its_files(folder: Path, tree: Tree, since: int) -> bool:
    for inside, names in tree.items():
        start = f"{folder}/{inside}"
        for name, size in names.items():
            found = os.lstat(start + name)
            if found.st_size != size or found.st_mtime_ns > since:
                return False
    return True


def _has_its_names(folder: Path, tree: Tree, settled: int, but: AbstractSet[str]) -> bool:
    """Whether there is nothing but these files and folders; what is `settled` is not listed."""
    listed = []
    for inside in tree:
        found = os.lstat(f"{folder}/{inside}")
        if not stat.S_ISDIR(found.st_mode):
            return False
        if found.st_ctime_ns > settled:
            listed.append(inside)
    if not listed:
        return True
    within = _within(tree, listed)
    return all(_is_listed_so(folder, inside, tree, within[inside], but) for inside in listed)


def _is_listed_so(
    folder: Path, inside: str, tree: Tree, folders: AbstractSet[str], but: AbstractSet[str]
) -> bool:
    missing = {*tree[inside], *folders}
    with os.scandir(f"{folder}/{inside}") as entries:
        for entry in entries:
            path = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                if f"{entry.name}/" in folders:
                    missing.discard(f"{entry.name}/")
                elif not _holds_only(entry.path, f"{path}/", but):
                    return False
            elif not entry.is_file(follow_symlinks=False):
                return False
            elif entry.name in tree[inside]:
                missing.discard(entry.name)
            elif path not in but:
                return False
    return not missing


def _holds_only(folder: str, inside: str, but: AbstractSet[str]) -> bool:
    """Whether there are files in a folder, all of them at the paths `but`."""
    with os.scandir(folder) as entries:
        found = list(entries)
    return bool(found) and all(
        _holds_only(one.path, f"{inside}{one.name}/", but)
        if one.is_dir(follow_symlinks=False)
        else one.is_file(follow_symlinks=False) and inside + one.name in but
        for one in found
    )


def _within(tree: Tree, wanted: Iterable[str]) -> dict[str, set[str]]:
    """The folders in each one of some folders, by their names: `b/` in `a/`."""
    found: dict[str, set[str]] = {inside: set() for inside in wanted}
    for inside in tree:
        above, sign, name = inside[:-1].rpartition("/")
        if inside and above + sign in found:
            found[above + sign].add(f"{name}/")
    return found


def _without(tree: Tree, but: AbstractSet[str]) -> Tree:
    """The tree without some files, and without the folders that are empty then."""
    fewer = dict(tree)
    emptied: set[str] = set()
    for path in but:
        above, sign, name = path.rpartition("/")
        names = fewer.get(above + sign, {})
        if name in names:
            left = fewer[above + sign] = {one: size for one, size in names.items() if one != name}
            emptied.update((above + sign,) if not left else ())
    if not emptied:
        return fewer
    within = _within(fewer, fewer)
    for folder in sorted(emptied, key=len, reverse=True):
        gone = folder
        while gone and gone in fewer and not fewer[gone] and not within[gone]:
            del fewer[gone]
            above, sign, name = gone[:-1].rpartition("/")
            within[above + sign].discard(f"{name}/")
            gone = above + sign
    return fewer


def _folders_above(path: str) -> Iterator[str]:
    """All that a path lies in but the uppermost: `a/` and `a/b/` for `a/b/c`, and for `a/b/`."""
    return (path[: place + 1] for place, sign in enumerate(path) if sign == "/")
