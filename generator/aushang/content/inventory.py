"""The files of the content folder, found without ever leaving it."""

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from aushang.content.entries import FOLDERS, Entry, Role, classify, is_ignored, unknown_folder
from aushang.content.source import LARGEST, too_large
from aushang.model import AushangError, Diagnostic, Position, Site


@dataclass(frozen=True, slots=True)
class Inventory:
    """The files that can be read, by name, and what is wrong with the others."""

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def texts(self) -> tuple[Entry, ...]:
        """The files that are read: texts and data, not pictures and downloads."""
        return tuple(one for one in self.entries if one.role not in {Role.MEDIA, Role.PICTURE})


def take(content: Path, root: Path, site: Site) -> Inventory:
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
    for file, inside in _walk(content, ""):
        name = _shown(inside)
        path = name if prefix == "." else f"{prefix}/{name}"
        found = _entry(file, inside, path, boundary, site)
        if isinstance(found, Entry):
            entries.append(found)
        else:
            diagnostics.append(found)
    entries.sort(key=lambda entry: entry.inside)
    return Inventory(tuple(entries), tuple(diagnostics))


def read(entry: Entry, limit: int = LARGEST) -> bytes | Diagnostic:
    """The bytes of a text or data file (AU012, AU013)."""
    try:
        size = entry.file.stat().st_size
        if size > limit:
            return too_large(entry.path, size, limit)
        return entry.file.read_bytes()
    except OSError as error:
        return _unreadable(entry.path, error.strerror or str(error))


def _walk(folder: Path, inside: str) -> list[tuple[Path, str]]:
    """Whatever lies below `folder`, with its path; folders that nobody knows are not opened."""
    found: list[tuple[Path, str]] = []
    for item in os.scandir(folder):
        if is_ignored(item.name):
            continue
        below = f"{inside}/{item.name}" if inside else item.name
        is_folder = item.is_dir(follow_symlinks=False)
        if is_folder and (inside or item.name in FOLDERS):
            found += _walk(Path(item.path), below)
        else:
            found.append((Path(item.path), below))
    return found


def _entry(file: Path, inside: str, path: str, boundary: Path, site: Site) -> Entry | Diagnostic:
    name = inside.partition("/")[0]
    try:
        inside.encode()
    except UnicodeEncodeError:
        return Diagnostic(
            code="AU016",
            message="the file's name is not UTF-8",
            hint="rename it",
            location=Position(path),
        )
    fault = _link_fault(file, path, boundary)
    if fault:
        return fault
    if "/" not in inside:
        return unknown_folder(name, path)
    if not file.is_file():
        return _unreadable(path, "it is not a file")
    return classify(unicodedata.normalize("NFC", inside), file, path, site)


def _link_fault(file: Path, path: str, boundary: Path) -> Diagnostic | None:
    """Symbolic links are followed only to files within the content folder (AU014)."""
    if not file.is_symlink():
        return None
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


def _unreadable(path: str, reason: str) -> Diagnostic:
    return Diagnostic(
        code="AU013",
        message=f"the file cannot be read: {reason}",
        hint="correct its permissions, or delete it",
        location=Position(path),
    )


def _shown(path: str) -> str:
    """A path as text, whatever its bytes are."""
    return os.fsencode(path).decode(errors="replace")
