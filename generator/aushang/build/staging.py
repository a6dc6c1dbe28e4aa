"""The staging folder: artifacts are put there one by one as they come, and forgotten.

It begins empty, or as a twin of the published folder: every file of it once more, as a second name
(a hard link) for the same bytes, so that only what changed has to be written. A file is never
written over, because its bytes may be the published ones: it gets a new name, and the old one goes.

Several processes may write; one of them notes what became of it all.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
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
    """A folder that fills. `published` maps each path of the published folder to its size in bytes.

    A `twin` holds the published files already, with these SHA-256. It `is_linked` if each of its
    files but those that were written now is the published one under a second name.
    """

    folder: Path
    published_folder: Path
    published: Mapping[str, int]
    twin: Mapping[str, str] | None = None
    is_linked: bool = False
    _made: set[str] = field(default_factory=set)

    @property
    def before(self) -> AbstractSet[str]:
        """The paths of all files that are published."""
        return (self.published if self.twin is None else self.twin).keys()

    def write(self, artifact: Artifact, digest: str) -> Put:
        """Put the artifact's bytes there; `digest` is their SHA-256. Raises OSError."""
        if not is_possible(artifact.path):
            return Put.NOWHERE
        if self.twin is not None and self.twin.get(artifact.path) == digest:
            return Put.PUBLISHED
        try:
            return self._written(artifact)
        except (NotADirectoryError, IsADirectoryError, FileExistsError):
            return Put.NOWHERE

    def _written(self, artifact: Artifact) -> Put:
        # Plain strings and calls: pathlib would take as long again as the system itself.
        file = f"{self.folder}/{artifact.path}"
        above = file.rpartition("/")[0]
        if above not in self._made:
            make_folder(above)
            self._made.add(above)
        if self.twin is not None:
            _free(file)
        what = Put.NEW
        if self.twin is None and self._is_published(artifact):
            what = Put.PUBLISHED
            with suppress(OSError):  # not every file system has links; then it is written
                os.link(f"{self.published_folder}/{artifact.path}", file)
                return what
        _write(file, artifact.data)
        return what

    def _is_published(self, artifact: Artifact) -> bool:
        if self.published.get(artifact.path) != len(artifact.data):
            return False
        return (self.published_folder / artifact.path).read_bytes() == artifact.data


def open_staging(folder: Path, published: Path) -> Staging:
    """A new, empty staging folder, to be compared with the published one. Raises OSError."""
    folder.mkdir(parents=True)
    return Staging(folder, published, survey(published))


def twin_staging(
    folder: Path,
    published: Path,
    digests: Mapping[str, str],
    behind: Iterable[str] | None,
    *,
    is_linked: bool,
) -> Staging:
    """A staging folder that is the published one once more. Raises OSError.

    `digests` are the SHA-256 of the published files by path. `behind` are the paths in which the
    folder that is there may differ from the published one; without them it is made anew. Else
    `is_linked` tells of the folder that is there what `Staging` does.
    """
    if behind is None:
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        behind, is_linked = digests, True
    made: set[str] = set()
    for path in behind:
        file = f"{folder}/{path}"
        if path not in digests:
            remove(folder, path)
            continue
        above = file.rpartition("/")[0]
        if above not in made:
            make_folder(above)
            made.add(above)
        _free(file)
        is_linked &= _link(f"{published}/{path}", file)
    return Staging(folder, published, {}, twin=digests, is_linked=is_linked)


def remove(folder: Path, path: str) -> None:
    """Take a file out of a folder, and the folders that are empty without it. Raises OSError."""
    file = folder / path
    with suppress(FileNotFoundError, NotADirectoryError):
        file.unlink()
    for above in list(file.parents)[: path.count("/")]:
        try:
            above.rmdir()
        except OSError:  # it holds something else, or is gone already
            break


def make_folder(folder: str) -> None:
    """A folder, with those above it, unless it is there. Raises OSError."""
    try:
        os.mkdir(folder)  # noqa: PTH102  ten thousand times; nearly always this is enough
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103  see above
    except FileExistsError:
        if not os.path.isdir(folder):  # noqa: PTH112  see above
            raise


def _write(file: str, data: bytes) -> None:
    # Three calls of the system where a stream makes six.
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
    finally:
        os.close(handle)


def _free(file: str) -> None:
    """Make sure that nothing stands at a path: a file, or the folder that stood there once."""
    try:
        os.unlink(file)  # noqa: PTH108  ten thousand times
    except FileNotFoundError:
        pass
    except (IsADirectoryError, PermissionError):  # what unlink says of a folder: Linux, macOS
        if not os.path.isdir(file):  # noqa: PTH112  see above
            raise
        raise IsADirectoryError(file) from None


def _link(published: str, file: str) -> bool:
    """Whether the file is the published one now; else it is a copy."""
    try:
        os.link(published, file)
    except OSError:  # not every file system has links
        shutil.copy2(published, file)
        return False
    return True


def survey(folder: Path) -> dict[str, int]:
    """Path and size of each file below; nothing where there is more than plain files.

    An empty folder counts as more: we write none.
    """
    found: dict[str, int] = {}
    if folder.is_dir():
        try:
            _collect(str(folder), "", found)
        except _NotPlainError:
            return {}
    return found


class _NotPlainError(Exception):
    """The folder holds something that we never write."""


def _collect(folder: str, inside: str, found: dict[str, int]) -> None:
    is_empty = True
    with os.scandir(folder) as entries:
        for entry in entries:
            is_empty = False
            if entry.is_dir(follow_symlinks=False):
                _collect(entry.path, f"{inside}{entry.name}/", found)
            elif entry.is_file(follow_symlinks=False):
                found[inside + entry.name] = entry.stat(follow_symlinks=False).st_size
            else:
                raise _NotPlainError
    if is_empty:
        raise _NotPlainError
