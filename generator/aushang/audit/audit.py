"""The audit of a folder: walk → read what was touched → judge what may have a fault."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from aushang.audit.cache import Kept, keep, recall
from aushang.audit.kinds import type_of
from aushang.audit.reading import Reader, Reading, unpacked
from aushang.audit.walk import Stamp, Walk, walked
from aushang.build.program import program
from aushang.build.untouched import COARSE
from aushang.checks.runner import check_artifacts
from aushang.checks.written import Facts, WrittenFile, WrittenSite
from aushang.checks.written.index import Index, index_of
from aushang.checks.written.sharing import FactSharing
from aushang.model import AushangError, Diagnostic, Kind, Publication, Site

_PAGES = ("text/html", "application/xhtml+xml")
_REMEDY = "name the folder that a server would serve, such as site, public or _site"
_NO_STAMP = Stamp(changed=0, noted=0, size=-1, inode=0)
"""That of no file."""

Told = Callable[[int, int], None]
"""Somebody who is told how many files are read, and of how many."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found in a folder, in reading order, and how much was looked at.

    `read` counts the files that were read anew, `written` is the site as checks saw it.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    pages: int
    read: int
    written: WrittenSite


def audit(  # noqa: PLR0913  each is a thing of its own
    folder: Path,
    site: Site,
    *,
    now: datetime,
    workers: int,
    cache: Path | None = None,
    told: Told = lambda _done, _of: None,
) -> Audit:
    """Judge the built site in `folder`. Nothing is written but `cache`.

    Raises AushangError for a folder that cannot be read or holds no page, and if a worker dies.
    """
    began = time.time_ns()
    walk = walked(folder)
    if not any(type_of(path).startswith(_PAGES) for path in walk.files):
        raise AushangError(
            f"“{folder}” holds no HTML, so there is nothing to check",
            _REMEDY,
        )
    kept = recall(cache, program=program(), site=site.url) if cache else None
    before = kept.readings if kept else {}
    root = os.path.realpath(folder)
    readings, anew = _read(Reader(root, site.url, before), walk, before, workers, told)
    written, index = _written(root, site, readings, kept)
    publication = Publication(site=site, now=now)
    found = check_artifacts(publication, written)
    if cache:
        index = index.after(written) if index else index_of(written)
        trusted = _to_keep(readings, before=began - COARSE)
        keep(cache, Kept(trusted, index), kept, program=program(), site=site.url)
    faults = [fault for reading in readings.values() for fault in reading.faults]
    kinds = Counter(reading.kind for reading in readings.values())
    if not (kinds[Kind.PAGE] or kinds[Kind.REDIRECT] or faults or walk.faults):
        raise AushangError(f"“{folder}” holds pieces of HTML and no page", _REMEDY)
    everything = sorted((*walk.faults, *faults, *found), key=lambda one: one.order)
    return Audit(tuple(everything), len(readings), kinds[Kind.PAGE], anew, written)


def _read(
    reader: Reader, walk: Walk, before: Mapping[str, Reading], workers: int, told: Told
) -> tuple[dict[str, Reading], int]:
    """A reading of every file, in order of path, and how many files were read for it."""
    touched: list[tuple[str, Stamp]] = []
    readings: dict[str, Reading] = {}
    for path, stamp in walk.files.items():
        known = before.get(path)
        if known is not None and known.stamp == stamp:
            readings[path] = known
        else:
            touched.append((path, stamp))
    done = 0
    for some in reader.readings(touched, workers=workers):
        done += len(some)
        told(done, len(touched))
        readings.update(some)
    return readings, len(touched)


def _to_keep(readings: Mapping[str, Reading], *, before: int) -> dict[str, Reading]:
    """All of them: who misses a file next time must know that it was there.

    A file that was touched just now may be so once more, so its stamp is not trusted.
    """
    return {
        path: reading
        if max(reading.stamp.changed, reading.stamp.noted) < before
        else replace(reading, stamp=_NO_STAMP)
        for path, reading in readings.items()
    }


def _written(
    root: str, site: Site, readings: Mapping[str, Reading], kept: Kept | None
) -> tuple[WrittenSite, Index | None]:
    """The site as checks see it, and the index that told what of it has to be judged."""
    facts = FactsOf(readings)
    files = {
        path: WrittenFile(reading.kind, type_of(path), (path,))
        for path, reading in readings.items()
    }
    read = partial(_bytes_of, root)
    if kept is None:
        return WrittenSite.of(files, facts, site, read=read), None
    known = kept.readings
    changed = {
        path: facts[path]
        for path, reading in readings.items()
        if path not in known or reading.digest != known[path].digest
    }
    then = {
        path: unpacked(reading.facts)
        for path, reading in known.items()
        if path in changed or path not in readings
    }
    judged = kept.index.to_judge(readings.keys(), changed, then)
    written = WrittenSite.of(files, facts, site, judged, read=read, past=kept.index.past)
    return written, kept.index


class FactsOf(Mapping[str, Facts]):
    """The facts of all files, unpacked when they are first asked for.

    Several checks ask for all of them, so they stay; what pages have in common stands once.
    """

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._known: dict[str, Facts] = {}
        self._sharing = FactSharing()

    def __getitem__(self, path: str) -> Facts:
        """The facts of one file."""
        found = self._known.get(path)
        if found is None:
            found = self._sharing.settled(unpacked(self._readings[path].facts))
            self._known[path] = found
        return found

    def __iter__(self) -> Iterator[str]:
        """The paths."""
        return iter(self._readings)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._readings)

    def __contains__(self, path: object) -> bool:
        """Whether there is such a file; nothing is unpacked for it."""
        return path in self._readings


def _bytes_of(root: str, path: str) -> bytes:
    return Path(root, path).read_bytes()
