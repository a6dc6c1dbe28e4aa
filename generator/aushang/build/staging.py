"""The staging folder: artifacts are written one by one as they come, and forgotten.

Only what a later phase asks for is kept of each, so memory grows with the number of files and not
with their size.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from aushang.model import Artifact


@dataclass(slots=True)
class Staging:
    """A folder that fills, and whether it still equals the one that is published.

    `published` maps each path of the published folder to its size in bytes; see `survey`.
    """

    folder: Path
    published_folder: Path
    _published: dict[str, int] | None
    _count: int = 0

    def write(self, artifact: Artifact) -> None:
        """Write the artifact's bytes. Raises OSError; the path has been judged by `Claims`."""
        file = self.folder / artifact.path
        try:
            file.write_bytes(artifact.data)
        except FileNotFoundError:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(artifact.data)
        self._count += 1
        if self._published is not None and not self._is_published(artifact):
            self._published = None

    @property
    def is_unchanged(self) -> bool:
        """Whether all that was written, and nothing else, stands in the published folder."""
        return self._published is not None and len(self._published) == self._count

    def _is_published(self, artifact: Artifact) -> bool:
        # Read back only while everything was equal so far: a changed site costs one comparison.
        if self._published is None or self._published.get(artifact.path) != len(artifact.data):
            return False
        return (self.published_folder / artifact.path).read_bytes() == artifact.data


def open_staging(folder: Path, published: Path) -> Staging:
    """A new, empty staging folder, to be compared with the published one. Raises OSError."""
    folder.mkdir(parents=True)
    return Staging(folder, published, survey(published))


def survey(folder: Path) -> dict[str, int] | None:
    """Path and size of each file below; None where there is no folder, or more than plain files.

    An empty folder counts as more: we write none.
    """
    if not folder.is_dir():
        return None
    found: dict[str, int] = {}
    for place, folders, names in os.walk(folder):
        if not folders and not names:
            return None
        above = Path(place).relative_to(folder)
        for name in [*folders, *names]:
            entry = Path(place, name)
            if entry.is_symlink() or not (entry.is_file() or entry.is_dir()):
                return None
            if entry.is_file():
                found[(above / name).as_posix()] = entry.stat().st_size
    return found
