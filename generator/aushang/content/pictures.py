"""Pictures and downloads: where they are published, and how large pictures are."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from aushang.content.entries import Entry, Role
from aushang.content.inventory import read
from aushang.content.vector import fault_of_svg
from aushang.model import Diagnostic, MediaFile, Position
from aushang.model.addresses import MEDIA, slugify

# What needs no encoding in an address (RFC 3986 § 2.3) and no care on any file system.
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")


LARGEST_DRAWING = 20_000_000
"""The most bytes of an SVG file; it is read as a whole."""


def media_files(entries: Iterable[Entry]) -> tuple[dict[str, MediaFile], list[Diagnostic]]:
    """The files to publish by their names below the content folder, and faults (AU025, AU028)."""
    files: dict[str, MediaFile] = {}
    taken: dict[str, Entry] = {}
    found: list[Diagnostic] = []
    for entry in entries:
        if entry.role not in {Role.MEDIA, Role.PICTURE}:
            continue
        fault = _fault_of(entry)
        if fault:
            found.append(fault)
            continue
        path = site_path(entry)
        # Some servers and file systems do not tell `A.png` from `a.png`.
        first = taken.setdefault(path.lower(), entry)
        if first is entry:
            files[entry.inside] = MediaFile(entry.file, path, entry.path)
        else:
            found.append(
                Diagnostic(
                    code="AU025",
                    message=f"the address “{path}” is also that of {first.path}",
                    hint="rename one of the two files",
                    location=Position(entry.path),
                )
            )
    return files, found


def _fault_of(entry: Entry) -> Diagnostic | None:
    if not entry.inside.lower().endswith(".svg"):
        return None
    data = read(entry, limit=LARGEST_DRAWING)
    if isinstance(data, Diagnostic):
        return data
    fault = fault_of_svg(data)
    if not fault:
        return None
    return Diagnostic(
        code="AU028",
        message=f"the picture {fault}",
        hint="export it anew as “plain SVG”, or as PNG",
        location=Position(entry.path),
    )


def site_path(entry: Entry) -> str:
    """`media/…` in ASCII: files of media/ by their names, others with the folder they lie in.

    Files of static/ keep the address that their names say: it was theirs on another site.
    """
    if entry.inside.startswith("static/"):
        return entry.name
    below = entry.name if entry.role is Role.MEDIA else entry.inside
    return "/".join((MEDIA, *(_plain(part) for part in PurePosixPath(below).parts)))


def _plain(part: str) -> str:
    if _PLAIN.fullmatch(part):
        return part
    stem, dot, suffix = part.rpartition(".")
    name = slugify(stem if dot else part) or "file"
    return f"{name}.{slugify(suffix)}" if dot else name


class Sizes:
    """Width and height of pictures in pixels; each file is looked into once."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[int, int] | None] = {}

    def of(self, file: Path) -> tuple[int, int] | None:
        """The size, or None where the file is no picture or does not say."""
        if file not in self._known:
            self._known[file] = _measured(file)
        return self._known[file]


def _measured(file: Path) -> tuple[int, int] | None:
    # Here: it imports half of the modules for the network (10 ms), and many sites have no picture.
    import imagesize  # type: ignore[import-untyped] # noqa: PLC0415

    try:
        # A stream, because imagesize would fetch a name that looks like a URL.
        with file.open("rb") as stream:
            width, height = imagesize.get(stream)
    except (OSError, ValueError, TypeError, OverflowError):
        return None
    size = round(width), round(height)
    return size if min(size) > 0 else None
