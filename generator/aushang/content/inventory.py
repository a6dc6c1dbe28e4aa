"""The files of the content folder, found without ever leaving it."""

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from aushang.content.entries import Entry, OwnLayout, Role
from aushang.content.source import LARGEST, too_large
from aushang.model import AushangError, Diagnostic, Position, Site


class Layout(Protocol):
    """Which files there may be in the content folder. `inside` is a name below that folder."""

    def is_ignored(self, inside: str) -> bool:
        """Whether a file or folder is passed over without a word."""

    def is_opened(self, inside: str) -> bool:
        """Whether the files of a folder are looked at; else it is judged as if it were a file."""

    def classify(self, inside: str, place: str, path: str, site: Site) -> Entry | Diagnostic | None:
        """What a file is, or why it cannot be there; None for one that is never published."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """The files that can be read, by name, and what is wrong with the others.

    `prefix` is a folder that links may name although the content folder stands in its place.
    """

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]
    prefix: str = ""

    @property
    def texts(self) -> tuple[Entry, ...]:
        """The files that are read: texts and data, not pictures and downloads."""
        return tuple(one for one in self.entries if one.role not in {Role.MEDIA, Role.PICTURE})


_OWN = OwnLayout()


def take(content: Path, root: Path, site: Site, layout: Layout = _OWN) -> Inventory:
    """Everything below `content`; positions are relative to `root`.

    Raises AushangError if there is no such folder.
    """
    if not content.is_dir():
        raise AushangError(
            f"{content} is not a folder, so there is nothing to publish",
            "name the folder with the posts, or make a publication with: aushang init FOLDER",
        )
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    prefix = _shown(Path(os.path.relpath(content, root)).as_posix())
    boundary = content.resolve()
    for item, inside in _walk(str(content), "", layout):
        shown = _shown(inside)
        path = shown if prefix == "." else f"{prefix}/{shown}"
        fault = _unusual(item, inside, path, boundary)
        if not fault and item.is_dir(follow_symlinks=False) and layout.is_opened(inside):
            fault = _unreadable(path, "nobody here may open it", kind="folder")
        name = unicodedata.normalize("NFC", inside)
        found = fault or layout.classify(name, item.path, path, site)
        if isinstance(found, Entry) and not item.is_file():
            found = _unreadable(path, "it is not a file")
        if isinstance(found, Entry):
            entries.append(found)
        elif found:
            diagnostics.append(found)
    entries.sort(key=lambda entry: entry.inside)
    return Inventory(tuple(entries), tuple(diagnostics))


Note = Callable[[Entry, int, bytes], None]
"""Takes note of a file that was read: when it had changed (ns since 1970), and its bytes."""


def read(entry: Entry, limit: int = LARGEST, note: Note | None = None) -> bytes | Diagnostic:
    """The bytes of a text or data file (AU012, AU013)."""
    try:
        # Without a buffer and pathlib's share: 7 µs a file for 17.
        with open(entry.place, "rb", buffering=0) as stream:  # noqa: PTH123
            status = os.fstat(stream.fileno())
            if status.st_size > limit:
                return too_large(entry.path, status.st_size, limit)
            data = stream.readall()
    except OSError as error:
        return _unreadable(entry.path, error.strerror or str(error))
    if note:
        note(entry, status.st_mtime_ns, data)
    return data


def _walk(folder: str, inside: str, layout: Layout) -> list[tuple[os.DirEntry[str], str]]:
    """Whatever lies below `folder`, with its name; folders that nobody knows are not opened.

    A folder that is known and cannot be opened stands among what is found.

    What an item is was told by the folder: asking each file again would cost two calls for each.
    """
    found: list[tuple[os.DirEntry[str], str]] = []
    for item in os.scandir(folder):
        below = f"{inside}/{item.name}" if inside else item.name
        if layout.is_ignored(below):
            continue
        if item.is_dir(follow_symlinks=False) and layout.is_opened(below):
            try:
                found += _walk(item.path, below, layout)
            except PermissionError:
                found.append((item, below))
        else:
            found.append((item, below))
    return found


def _unusual(item: os.DirEntry[str], inside: str, path: str, boundary: Path) -> Diagnostic | None:
    """A name that is no text (AU016), a link that is not followed (AU013, AU014)."""
    try:
        inside.encode()
    except UnicodeEncodeError:
        return Diagnostic(
            code="AU016",
            message="the file's name is not UTF-8",
            hint="rename it",
            location=Position(path),
        )
    return _link_fault(Path(item.path), path, boundary) if item.is_symlink() else None


def _link_fault(file: Path, path: str, boundary: Path) -> Diagnostic | None:
    """Symbolic links are followed only to files within the content folder (AU014)."""
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):
        return _unreadable(path, "it is a link that leads to no file")
    is_inside = target.is_relative_to(boundary)
    if is_inside and target.is_file():
        return None
    where = "to a folder" if is_inside else "out of the content folder"
    return Diagnostic(
        code="AU014",
        message=f"this is a link that leads {where}; it is not followed",
        hint="put the file itself here",
        location=Position(path),
    )


def _unreadable(path: str, reason: str, kind: str = "file") -> Diagnostic:
    return Diagnostic(
        code="AU013",
        message=f"the {kind} cannot be read: {reason}",
        hint="correct its permissions, or delete it",
        location=Position(path),
    )


def _shown(path: str) -> str:
    """A path as text, whatever its bytes are."""
    return os.fsencode(path).decode(errors="replace")
