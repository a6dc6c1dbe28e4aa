"""Waits until somebody has changed what the site is made of, and has finished doing so.

An event only wakes: whether anything is different is for the engine to find out. So nothing hangs
on a single event, and after folders came, went or moved everything is watched anew: a notice that
the system dropped, or sent for a folder under its old name, cannot leave a part unwatched.
"""

import os
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NamedTuple

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from aushang.content.entries import is_ignored
from aushang.model import AushangError

_SILENCE = 0.03  # seconds; an editor writes a file in several steps
_LONGEST = 0.25  # seconds; a checkout of thousands of files is looked at while it goes on
_STORM = 1_000  # changed paths; the system may have dropped some
_LOOK = 1.0  # seconds between two looks whether the folders are still the same ones

# Opening and reading are events too; a build that reacted to them would start itself for ever.
_CHANGES: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,  # a file that could not be read was given the right to be
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


@dataclass(frozen=True, slots=True)
class Places:
    """What a site is made of: folders with all below them, and single files. All absolute."""

    folders: tuple[Path, ...]
    files: tuple[Path, ...] = ()


class Change(NamedTuple):
    """A path at which something happened, and whether it is that of a folder."""

    path: Path
    is_folder: bool


class _Listener(FileSystemEventHandler):
    """Called by the observer's thread for one folder; `names` are the entries that count.

    `real` is the folder without links, as events name it, `named` what the caller calls it.
    """

    def __init__(
        self,
        real: str,
        named: Path,
        found: SimpleQueue[Change],
        names: frozenset[str] = frozenset(),
    ) -> None:
        self._real = real
        self._named = named
        self._found = found
        self._names = names

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in (str(event.src_path), str(event.dest_path)):
            if not path.startswith(self._real):
                continue
            inside = path[len(self._real) :].strip("/")
            if inside in self._names if self._names else not _is_litter(inside):
                self._found.put(Change(self._named / inside, event.is_directory))


def _is_litter(inside: str) -> bool:
    """What editors and Git keep beside the files; wrongly passed on, it costs a look."""
    *folders, last = inside.split("/")
    return ".git" in folders or is_ignored(last)


class Changes:
    """Changes of some places, collected by the observer's threads and taken by ours."""

    def __init__(self, places: Places, observer: Callable[[], BaseObserver] = Observer) -> None:
        self._places = places
        self._new_observer = observer
        self._found: SimpleQueue[Change] = SimpleQueue()
        self._seen = _identities(places)
        self._observer = self._observing()

    def watch(self, places: Places) -> None:
        """Watch these places, anew if they are the same. Raises AushangError, and goes on."""
        seen = _identities(places)
        self._places = places
        fresh = self._observing()
        self.close()
        self._observer, self._seen = fresh, seen

    def close(self) -> None:
        """Watch nothing any more."""
        self._observer.stop()
        self._observer.join()

    def wait(self, timeout: float) -> frozenset[Path]:
        """Block until something changed and it is quiet again; nothing after `timeout` seconds.

        Where it does not become quiet, what has changed so far. Raises AushangError where the
        system refuses to watch.
        """
        first = self._first(time.monotonic() + timeout)
        if first is None:
            return frozenset()
        found = [first, *self._more()]
        folders = self._places.folders
        if len(found) > _STORM or any(one.is_folder or one.path in folders for one in found):
            self.watch(self._places)
        return frozenset(change.path for change in found)

    def _first(self, deadline: float) -> Change | None:
        while True:
            left = deadline - time.monotonic()
            try:
                return self._found.get(timeout=max(0, min(left, _LOOK)))
            except Empty:
                # A folder that is exchanged for another, or whose parents move, says nothing.
                if _identities(self._places) != self._seen:
                    return Change(self._places.folders[0], is_folder=True)
                if left <= _LOOK:
                    return None

    def _more(self) -> Iterator[Change]:
        last = time.monotonic() + _LONGEST
        try:
            while time.monotonic() < last:
                yield self._found.get(timeout=_SILENCE)
            while True:
                yield self._found.get_nowait()
        except Empty:
            return

    def _observing(self) -> BaseObserver:
        """A new observer at work; folders that are not there are looked for by their parents."""
        # Folders made quickly inside each other are watched twice; nothing is lost by that.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        observer = self._new_observer()
        observer.start()
        try:
            for folder in self._places.folders:
                self._schedule(observer, folder)
            for above, names in _parents(self._places).items():
                self._schedule(observer, above, names)
        except OSError as fault:
            observer.stop()
            observer.join()
            raise AushangError(
                f"the system does not let changes be watched: {fault.strerror or fault}",
                "close programs that watch folders too, or raise the limit "
                "(Linux: fs.inotify.max_user_watches)",
            ) from fault
        return observer

    def _schedule(
        self, observer: BaseObserver, folder: Path, names: frozenset[str] = frozenset()
    ) -> None:
        real = os.path.realpath(folder)
        listener = _Listener(real, folder, self._found, names)
        try:
            observer.schedule(listener, real, recursive=not names, event_filter=_CHANGES)
        except (FileNotFoundError, NotADirectoryError):
            return


def _parents(places: Places) -> dict[Path, frozenset[str]]:
    """The folders around all places, and the names in each that count."""
    found: dict[Path, frozenset[str]] = {}
    for place in (*places.folders, *places.files):
        if not any(place.parent.is_relative_to(folder) for folder in places.folders):
            found[place.parent] = found.get(place.parent, frozenset()) | {place.name}
    return found


def _identities(places: Places) -> tuple[tuple[int, int] | None, ...]:
    """Which folders stand at the places, and around them, whatever their names are."""
    found: list[tuple[int, int] | None] = []
    for folder in (*places.folders, *_parents(places)):
        try:
            status = folder.stat()
        except OSError:
            found.append(None)
        else:
            found.append((status.st_dev, status.st_ino))
    return tuple(found)


@contextmanager
def watching(places: Places) -> Iterator[Changes]:
    """Watch some places until the block ends. Raises AushangError if the system refuses."""
    changes = Changes(places)
    try:
        yield changes
    finally:
        changes.close()
