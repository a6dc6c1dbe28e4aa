"""Waits until somebody has changed the content, and has finished doing so."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

# Reading a file is an event too; a build that reacted to it would start itself for ever.
_CHANGES = frozenset({"created", "modified", "deleted", "moved"})


class Changes(FileSystemEventHandler):
    """The changed paths, collected by the observer's thread and taken by ours.

    `file` is the one file that matters in its folder; below `content` everything does.
    """

    def __init__(self, content: Path, file: Path) -> None:
        self._content = content
        self._file = file
        self._paths: SimpleQueue[Path] = SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by the observer for everything that happens in the watched folders."""
        if event.event_type not in _CHANGES:
            return
        if event.is_directory and event.event_type == "modified":
            return  # the entry that made it so has an event of its own
        for name in (event.src_path, event.dest_path):
            path = Path(str(name))
            if name and (path == self._file or path.is_relative_to(self._content)):
                self._paths.put(path)

    def wait(self, *, settle: float, timeout: float | None = None) -> frozenset[Path]:
        """Block until something changed and nothing more did for `settle` seconds.

        Editors write a file in several steps, and a checkout changes many. Nothing after `timeout`
        seconds without any change.
        """
        try:
            found = {self._paths.get(timeout=timeout)}
        except Empty:
            return frozenset()
        while True:
            try:
                found.add(self._paths.get(timeout=settle))
            except Empty:
                return frozenset(found)


@contextmanager
def watching(content: Path, file: Path) -> Iterator[Changes]:
    """Watch a folder with all below it, and one file beside it. Both are absolute."""
    changes = Changes(content, file)
    observer = Observer()
    observer.schedule(changes, str(content), recursive=True)
    if not file.parent.is_relative_to(content):
        observer.schedule(changes, str(file.parent), recursive=False)
    observer.start()
    try:
        yield changes
    finally:
        observer.stop()
        observer.join()
