"""The folder that is published, the room beside it, and whether it is ours to replace.

A publish replaces everything in the folder, so a folder is taken only if it is empty or carries
the marker that a publish of ours has left there.
"""

from dataclasses import dataclass
from pathlib import Path

from aushang.model import Artifact, AushangError, Kind

MARKER = ".aushang"

_MARKER_TEXT = """\
This folder is written by aushang.
With each publish everything in it is replaced, so keep nothing of your own here.
Without this file aushang does not touch the folder.
"""


@dataclass(frozen=True, slots=True)
class Target:
    """The published folder and the files of the engine beside it, on the same file system.

    `folder` is absolute and without symbolic links: where `site` is a link, the link stays and
    what it leads to is replaced.
    """

    folder: Path

    @property
    def room(self) -> Path:
        """The engine's own folder: for `site` it is `.site.aushang`."""
        return self.folder.with_name(f".{self.folder.name}.aushang")

    @property
    def staging(self) -> Path:
        """Where the next site grows; between two builds, where the one before stands."""
        return self.room / "staging"

    @property
    def twin(self) -> Path:
        """What is known of the staging folder that the last build left (see `memory`)."""
        return self.room / "twin"

    @property
    def state(self) -> Path:
        """What the last build left for the next one (see `state`)."""
        return self.room / "state.sqlite"

    @property
    def ledger(self) -> Path:
        """What is known of links to other sites (see `outside`)."""
        return self.room / "outside.sqlite"

    @property
    def previous(self) -> Path:
        """Where the old site stands for a moment on systems that cannot exchange two folders."""
        return self.room / "previous"

    @property
    def lock(self) -> Path:
        """The file that one build at a time holds."""
        return self.room / "lock"


def target(output: Path, *, root: Path, content: Path) -> Target:
    """The target for `output`, a folder below or beside the publication's `root`.

    Raises AushangError where replacing the folder would destroy something that is not ours.
    Nothing is written.
    """
    try:
        folder = output.resolve()
    except (OSError, RuntimeError) as fault:  # a circle of links is a RuntimeError up to 3.12
        raise AushangError(
            f"the output folder “{output}” cannot be found: its links lead in a circle",
            "remove the link, or name another folder",
        ) from fault
    _refuse_what_matters(folder, root=root.resolve(), content=content.resolve())
    _refuse_what_is_not_ours(folder)
    return Target(folder)


def marker() -> Artifact:
    """The file that says: this folder is ours."""
    return Artifact(
        path=MARKER,
        media_type="text/plain",
        data=_MARKER_TEXT.encode(),
        kind=Kind.ASSET,
        sources=(__name__,),
    )


def _home() -> Path:
    try:
        return Path.home().resolve()
    except RuntimeError:  # a container's user without a name: then only `/` is to be feared
        return Path("/")


def _refuse_what_matters(folder: Path, *, root: Path, content: Path) -> None:
    choose = "name a folder of its own for the finished site, such as `site`"
    if _home().is_relative_to(folder):
        raise AushangError(f"the output folder is “{folder}”, which holds the home folder", choose)
    if root.is_relative_to(folder):
        raise AushangError(
            f"the output folder is “{folder}”, which holds the publication itself", choose
        )
    if folder.is_relative_to(content):
        raise AushangError(
            f"the output folder “{folder}” lies inside the content folder “{content}”", choose
        )
    if content.is_relative_to(folder):
        raise AushangError(
            f"the content folder “{content}” lies inside the output folder “{folder}”", choose
        )


def _refuse_what_is_not_ours(folder: Path) -> None:
    try:
        names = {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise AushangError(
            f"the output “{folder}” is a file; a folder is needed",
            "move the file away, or name another folder",
        ) from None
    except OSError as fault:
        raise AushangError(
            f"the output folder “{folder}” cannot be read: {fault.strerror}",
            "mend its permissions, or name another folder",
        ) from fault
    if names and MARKER not in names:
        raise AushangError(
            f"the output folder “{folder}” is not empty and was not written by aushang, "
            "so it is left alone",
            "name another folder, or empty this one yourself",
        )
    if ".git" in names:
        # A checkout would lose its history: the whole folder is replaced, dot files too.
        raise AushangError(
            f"the output folder “{folder}” is a Git checkout, which a publish would replace",
            "name another folder, and copy the finished site into the checkout",
        )
