"""What is measured, how often, and where: the options that all rows share."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bench.corpus import samples
from bench.engines import Engine
from bench.measure import Cost, cold
from bench.peers import Peers, installed

_FEW = 5  # posts


class NotThereError(Exception):
    """Aushang cannot do yet what a row wants to measure; the words say what."""


@dataclass(frozen=True)
class Plan:
    """Numbers of posts and of runs. Every folder is made below `folder`, once."""

    folder: Path
    posts: int = 10_000
    small: int = 1_000
    large: int = 100_000
    runs: int = 3
    edits: int = 20
    starts: int = 20
    _filled: dict[tuple[str, int], Path] = field(default_factory=dict)

    @cached_property
    def peers(self) -> Peers:
        """The peers, installed when the first row asks for one."""
        return installed()

    def filled(self, engine: Engine, count: int) -> Path:
        """The engine's folder with so many posts."""
        key = (engine.name, count)
        if key not in self._filled:
            folder = self.folder / f"{engine.name}-{count}"
            engine.fill(folder, samples(count))
            self._filled[key] = folder
        return self._filled[key]

    def in_turn(self, count: int, *engines: Engine) -> list[list[Cost]]:
        """Each engine's cold builds: all run once before any runs again."""
        folders = [self.filled(engine, count) for engine in engines]
        costs: list[list[Cost]] = [[] for _ in engines]
        for _ in range(self.runs):
            for found, engine, folder in zip(costs, engines, folders, strict=True):
                self._warm(engine, folder)
                found.append(cold(engine, folder))
        return costs

    def _warm(self, engine: Engine, folder: Path) -> None:
        """Bring the engine's program and its posts into the machine's memory.

        What nobody used while another engine ran is taken out of it: after 15 s a build of ours
        took 0.3 to 1.5 s longer, which is the disk's time and nobody's merit.
        """
        cold(engine, self.filled(engine, _FEW))
        for file in folder.rglob("*.md"):
            file.read_bytes()

    def peak(self, engine: Engine, count: int) -> float:
        """The peak memory of one more cold build, in MB."""
        return cold(engine, self.filled(engine, count), is_watched=True).megabytes
