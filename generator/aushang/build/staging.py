"""The staging folder: artifacts are put there one by one as they come, and forgotten.

Only what a later phase asks for is kept of each, so memory grows with the number of files and not
with their size. A file that is published already with the same bytes is linked and not written
again: it keeps its modification time, takes no second place on the disk, and is soon removed.
Several processes may write; one of them notes what became of it all.
"""

import os
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from aushang.build.claims import is_possible
from aushang.model import Artifact


class Put(Enum):
    """What became of an artifact: it is new, equals the published one, or found no place.

    A path that no file can have, or on which another file or folder stands, is no place.
    """

    NEW = auto()
    PUBLISHED = auto()
    NOWHERE = auto()


@dataclass(slots=True)
class Staging:
    """A folder that fills, and whether it equals the one that is published.

    `published` maps each path of the published folder to its size in bytes; see `survey`.
    """

    folder: Path
    published_folder: Path
    _published: dict[str, int] | None
    _equal: int = 0
    _all: int = 0
    _made: set[str] = field(default_factory=set)

    def write(self, artifact: Artifact) -> Put:
        """Put the artifact's bytes there. Raises OSError."""
        if not is_possible(artifact.path):
            return Put.NOWHERE
        try:
            return self._written(artifact)
        except (NotADirectoryError, IsADirectoryError, FileExistsError):
            return Put.NOWHERE

    def note(self, put: Put) -> None:
        """Count what became of one artifact."""
        self._all += 1
        self._equal += put is Put.PUBLISHED

    def _written(self, artifact: Artifact) -> Put:
        # Plain strings and calls: pathlib would take as long again as the system itself.
        file = f"{self.folder}/{artifact.path}"
        above = file.rpartition("/")[0]
        if above not in self._made:
            os.makedirs(above, exist_ok=True)  # noqa: PTH103  see above
            self._made.add(above)
        is_published = self._is_published(artifact)
        if is_published:
            with suppress(OSError):  # not every file system has links; then it is written
                os.link(f"{self.published_folder}/{artifact.path}", file)
                return Put.PUBLISHED
        with open(file, "wb") as stream:  # noqa: PTH123  see above
            stream.write(artifact.data)
        return Put.PUBLISHED if is_published else Put.NEW

    @property
    def is_unchanged(self) -> bool:
        """Whether all that was written, and nothing else, stands in the published folder."""
        return self._published is not None and self._equal == self._all == len(self._published)

    def _is_published(self, artifact: Artifact) -> bool:
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
