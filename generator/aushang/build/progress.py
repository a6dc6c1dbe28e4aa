"""How far a build is, told to whoever wants to know. The engine itself never prints."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from time import perf_counter
from typing import Protocol


class Step(StrEnum):
    """The steps of a build, in their order."""

    LOAD = "load"
    CHECK_SOURCES = "check sources"
    RENDER = "render"
    CHECK_ARTIFACTS = "check artifacts"
    SWITCH = "switch"


class Progress(Protocol):
    """Somebody who watches a build."""

    def begin(self, step: Step) -> None:
        """A step begins; the one before it is over."""

    def written(self, files: int) -> None:
        """So many files stand in the staging folder by now."""


class Unwatched:
    """Nobody watches."""

    def begin(self, step: Step) -> None:
        """Nothing to do."""

    def written(self, files: int) -> None:
        """Nothing to do."""


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Tells `progress` of each step and measures it. `timer` counts seconds from anywhere."""

    progress: Progress
    timer: Callable[[], float] = perf_counter
    seconds: dict[Step, float] = field(default_factory=dict)

    @contextmanager
    def step(self, step: Step) -> Iterator[None]:
        """Begin a step; when the block ends, its seconds are known."""
        self.progress.begin(step)
        began = self.timer()
        try:
            yield
        finally:
            self.seconds[step] = self.timer() - began
