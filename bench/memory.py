"""The peak memory of a command with all the processes that it starts. Linux only.

It is sampled from /proc ten times a second. Forked workers share pages, so where there are several
processes their proportional set sizes are added; a lone process has its resident set size, because
asking for the other one stops it for up to 0.3 s. Even so, what is watched is slower: times and
memory are taken from different runs.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PROC = Path("/proc")
_EVERY = 0.1  # seconds
_PAGE = os.sysconf("SC_PAGE_SIZE")
_SESSION = 3  # place of the session in /proc/PID/stat, counted behind the name in brackets


class Watch:
    """The highest sum that was seen, in MB."""

    def __init__(self, session: int) -> None:
        self._session = session
        self._end = threading.Event()
        self.megabytes = 0.0

    def run(self) -> None:
        """Sample until told to end."""
        while not self._end.wait(_EVERY):
            self.megabytes = max(self.megabytes, sampled(self._session))

    def end(self) -> None:
        """Sample no more."""
        self._end.set()


@contextmanager
def watching(session: int) -> Iterator[Watch]:
    """Watch the processes of a session in a thread of its own."""
    watch = Watch(session)
    thread = threading.Thread(target=watch.run, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        watch.end()
        thread.join()


def sampled(session: int) -> float:
    """What the processes of a session hold at this moment, in MB."""
    processes = list(_members(session))
    measure = _resident if len(processes) == 1 else _proportional
    return sum(measure(process) for process in processes) / 1e6


def _members(session: int) -> Iterator[Path]:
    for process in _PROC.iterdir():
        if process.name.isdigit():
            fields = _text(process / "stat").rpartition(")")[2].split()
            if len(fields) > _SESSION and fields[_SESSION] == str(session):
                yield process


def _resident(process: Path) -> int:
    fields = _text(process / "statm").split()
    return int(fields[1]) * _PAGE if fields else 0


def _proportional(process: Path) -> int:
    for line in _text(process / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:  # it has ended meanwhile
        return ""
