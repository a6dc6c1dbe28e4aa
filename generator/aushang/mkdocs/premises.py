"""What the configuration and the theme were, told again without loading either.

A build that finds all of it as it was need not know what it says. Nothing here imports the host.
"""

import os
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from aushang.build.head import Premises
from aushang.build.standing import digest

_ELSEWHERE = re.compile(rb"(?:^|[^\w\"'])![\w!<]|INHERIT|watch", re.MULTILINE)
"""Tags read the environment, import modules; the others name further files and folders."""
_OUTPUT = re.compile(rb"""^site_dir:[ \t]+(["']?)([\w./-]+)\1[ \t\r]*$""", re.MULTILINE)
_USUAL = "site"


def digest_of(data: bytes) -> str:
    """The SHA-256 of a configuration; empty where what it says may hang on anything else."""
    return "" if _ELSEWHERE.search(data) else sha256(data).hexdigest()


def guessed_output(file: Path) -> Path | None:
    """The output folder that a configuration most likely names; None if nobody can tell.

    It is for whoever looks there to find out whether it is the right one.
    """
    try:
        data = file.read_bytes()
    except OSError:
        return None
    written = _OUTPUT.search(data)
    return file.parent / (written[2].decode() if written else _USUAL)


def hold(premises: Premises, file: Path) -> bool:
    """Whether the configuration `file` and the theme are what they were."""
    return (
        str(file) in premises.files
        and all(digest(name) == then for name, then in premises.files.items())
        and theme_digest(premises.folders) == premises.theme
    )


def theme_digest(folders: Iterable[str]) -> str:
    """The files of a theme by time and size, as those of the program are (`build.program`)."""
    lines = (line for folder in folders for line in _files(folder))
    return sha256("\n".join(lines).encode()).hexdigest()


def _files(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            status = os.stat(f"{place}/{name}")  # noqa: PTH116  at each start
            yield f"{place}/{name} {status.st_mtime_ns} {status.st_size}"
