"""Who claims which path of the site. Two artifacts for one path is a finding that names both."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from aushang.model import Diagnostic, Position

_LONGEST_NAME = 255
"""In bytes: what ext4, APFS and NTFS take for one part of a path, at the least."""
PLAIN = re.compile(r"(?:[a-z0-9_-][a-z0-9._-]{0,199}/)*[a-z0-9_-][a-z0-9._-]{0,199}")
"""Nearly all of what we write: possible everywhere, and its own key. Seen at once: 1 µs for 10."""


@dataclass(frozen=True, slots=True)
class _Claim:
    path: str
    source: str


@dataclass(slots=True)
class Claims:
    """The paths claimed so far, in the order in which the outputs come.

    Paths are compared as the least able file system would: without regard to case or to the
    Unicode form, and a file excludes a folder of its name.
    """

    _files: dict[str, list[_Claim]] = field(default_factory=dict)
    _folders: dict[str, _Claim] = field(default_factory=dict)
    _impossible: list[_Claim] = field(default_factory=list)

    def claim(self, path: str, source: str) -> bool:
        """Enter a claim of `source`. False where the path is taken, or no path at all."""
        mine = _Claim(path, source)
        if not is_possible(path):
            self._impossible.append(mine)
            return False
        key = _key(path)
        above = [key[:place] for place, sign in enumerate(key) if sign == "/"]
        rivals = self._files.get(key) or next(
            (self._files[folder] for folder in above if folder in self._files), None
        )
        if rivals is None and key in self._folders:
            rivals = self._files.setdefault(key, [self._folders[key]])
        if rivals is not None:
            rivals.append(mine)
            return False
        self._files[key] = [mine]
        for folder in above:
            self._folders.setdefault(folder, mine)
        return True

    def diagnostics(self) -> Iterator[Diagnostic]:
        """One finding for each contested path and for each path that no file can have."""
        for rivals in self._files.values():
            if len(rivals) > 1:
                yield _contested(rivals)
        for claim in self._impossible:
            yield Diagnostic(
                code="AU602",
                message=f"“{claim.path}” cannot be the path of a file of the site",
                location=Position(claim.source),
                hint="use short names of letters, digits and hyphens",
            )


def _key(path: str) -> str:
    if PLAIN.fullmatch(path):
        return path
    return unicodedata.normalize("NFC", path).casefold()


def is_possible(path: str) -> bool:
    """Whether a file of the site can have this path: it stays inside, on every file system."""
    return PLAIN.fullmatch(path) is not None or all(
        part not in {"", ".", ".."}
        and part.isprintable()
        and "\\" not in part
        and len(part.encode("utf-8", "surrogatepass")) <= _LONGEST_NAME
        for part in path.split("/")
    )


def _contested(rivals: list[_Claim]) -> Diagnostic:
    ordered = sorted(rivals, key=lambda claim: (claim.source, claim.path))
    paths = sorted({claim.path for claim in ordered})
    names = " and ".join(f"“{path}”" for path in paths)
    claimants = ", ".join(dict.fromkeys(claim.source for claim in ordered))
    several = "stand in each other's way and are" if len(paths) > 1 else "is"
    return Diagnostic(
        code="AU601",
        message=f"{names} {several} claimed by {claimants}",
        location=Position(ordered[0].source),
        hint="give each a slug or an address of its own",
        pages=tuple(paths),
    )
