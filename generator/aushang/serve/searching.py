"""The search of the preview: its index follows the site while nobody waits, in a folder of its own.

A block takes seconds, and who writes waits for the page, not for the search. So an index is made in
a thread, when nothing has been edited for a moment, and the next edit ends it.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter
from typing import Protocol

from aushang.build.blocks import Find, Searchable, counts, key
from aushang.build.project import Indexer
from aushang.build.system import exchange
from aushang.model import Artifact, AushangError
from aushang.model.addresses import SEARCH, of_block, of_search
from aushang.outputs.searchable import Block

_QUIET = 1.0
"""Seconds after an edit: the browser loads the page meanwhile, and people often save twice."""

_KEY = ".key"
"""The file in a block's folder that says what it was made of. It is never served."""


class Stoppable(Indexer, Protocol):
    """An indexer whose work another thread can end."""

    @property
    def stop(self) -> Callable[[], None]:
        """End the work: what is being made fails, and so does all that is begun later."""


class Listener(Protocol):
    """Who tells the person at the terminal."""

    def searched(self, seconds: float) -> None:
        """The index was changed, and is that of the site now."""

    def failed(self, error: AushangError) -> None:
        """The index stays as it was."""


class Searching:
    """Keeps the index of one preview up to date.

    `quiet` is how long it waits, in seconds; `swap` exchanges two folders, or says False where the
    file system cannot.
    """

    def __init__(
        self,
        open_indexer: Callable[[], Stoppable],
        listener: Listener,
        *,
        quiet: float = _QUIET,
        swap: Callable[[Path, Path], bool] = exchange,
    ) -> None:
        self._open = open_indexer
        self._listener = listener
        self._quiet = quiet
        self._swap = swap
        self._run: _Run | None = None
        self._fault = ""

    def begin(self, folder: Path, searchable: Searchable) -> None:
        """Bring the index in `folder` up to date, soon and elsewhere; returns at once."""
        self.stop()
        before, self._run = self._run, _Run(folder, searchable, self._swap)
        Thread(target=self._follow, args=(self._run, before), daemon=True).start()

    def stop(self) -> None:
        """There is something better to do; what was made so far stays."""
        if self._run:
            self._run.stop()

    def _follow(self, run: "_Run", before: "_Run | None") -> None:
        if before:
            before.ended.wait()  # two at a time would be in each other's way
        try:
            if run.waits(self._quiet):
                run.follow(self._open(), self._listener)
                self._fault = self._fault if run.is_stopped else ""
        except AushangError as error:
            self._tell(run, error)
        except OSError as fault:
            why = fault.strerror or fault
            self._tell(
                run,
                AushangError(
                    f"the search of the preview cannot be written: {why}",
                    f"look at the folder “{run.folder}”",
                ),
            )
        finally:
            run.ended.set()

    def _tell(self, run: "_Run", error: AushangError) -> None:
        # What was stopped has failed for no reason of its own; what fails again is told once.
        if not run.is_stopped and error.message != self._fault:
            self._fault = error.message
            self._listener.failed(error)


class _Run:
    """One attempt at an index. `ended` is set when it touches nothing any more."""

    def __init__(
        self, folder: Path, searchable: Searchable, swap: Callable[[Path, Path], bool]
    ) -> None:
        self.folder = folder
        self.ended = Event()
        self._searchable = searchable
        self._swap = swap
        self._stopped = Event()
        self._indexer: Stoppable | None = None

    @property
    def is_stopped(self) -> bool:
        """Whether somebody has ended it."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """End it."""
        self._stopped.set()
        if self._indexer:
            self._indexer.stop()

    def waits(self, seconds: float) -> bool:
        """Wait; whether it is still wanted then."""
        return not self._stopped.wait(seconds)

    def follow(self, indexer: Stoppable, listener: Listener) -> None:
        """Make the blocks that are out of date, the newest first. Raises AushangError, OSError."""
        began = perf_counter()
        self._indexer = indexer
        found = self._searchable.blocks(indexer.block_size)
        is_changed = False
        for block in sorted(found, key=lambda one: one.number, reverse=True):
            if self.is_stopped:
                return
            is_changed |= self._made(block, indexer)
        for language, count in counts(found).items():
            file = indexer.directory(language, count)
            is_changed |= _rewritten(self.folder / file.path, file.data)
        is_changed |= self._removed(counts(found))
        if is_changed:
            listener.searched(perf_counter() - began)

    def _made(self, block: Block[Find], indexer: Indexer) -> bool:
        """Make a block if it is out of date; whether it was."""
        place = of_block(block.language, block.number)
        wanted = key(block, indexer)
        if _read(self.folder / place / _KEY) == wanted.encode():
            return False
        files = indexer.block(self._searchable.filled(block))
        self.folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=self.folder) as room:
            _write(Path(room), files)
            (Path(room) / place / _KEY).write_text(wanted)
            self._put(Path(room) / place, self.folder / place)
        return True

    def _put(self, new: Path, place: Path) -> None:
        """A folder takes the place of another one, which goes with the room it came from."""
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            if self._swap(new, place):
                return
            shutil.rmtree(place)
        new.rename(place)

    def _removed(self, wanted: Mapping[str, int]) -> bool:
        """Remove blocks that are no more; whether there were any."""
        kept = {
            self.folder / of_block(language, number)
            for language, count in wanted.items()
            for number in range(1, count + 1)
        }
        kept |= {self.folder / of_search(language) for language in wanted}
        index = self.folder / SEARCH
        folders = [one for pattern in ("*", "*/*") for one in index.glob(pattern) if one.is_dir()]
        gone = [one for one in folders if one not in kept]
        for one in gone:
            shutil.rmtree(one, ignore_errors=True)
        return bool(gone)


def _write(folder: Path, files: Iterable[Artifact]) -> None:
    for one in files:
        file = folder / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(one.data)


def _rewritten(file: Path, data: bytes) -> bool:
    if _read(file) == data:
        return False
    file.write_bytes(data)
    return True


def _read(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
