"""How far a build is: a bar on a terminal, a line for each step elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from aushang.build.progress import Progress as Watcher
from aushang.build.progress import Step, Unwatched

_DOING = {
    Step.LOAD: "reading the content",
    Step.CHECK_SOURCES: "checking the content",
    Step.RENDER: "writing the site",
    Step.CHECK_ARTIFACTS: "checking the site",
    Step.SWITCH: "publishing",
}


@contextmanager
def watcher(console: Console, *, is_quiet: bool) -> Iterator[Watcher]:
    """What a build tells its progress to, on this console."""
    if is_quiet:
        yield Unwatched()
    elif console.is_interactive:
        with Bar(console) as bar:
            yield bar
    else:
        yield Lines()


@dataclass(frozen=True, slots=True)
class Lines:
    """One line for each step, for log files and pipes."""

    def begin(self, step: Step) -> None:
        """Say what is being done."""
        click.echo(f"{_DOING[step]} …")

    def written(self, files: int) -> None:
        """Nothing: a log needs no counter."""


class Bar:
    """A bar that is gone when the build is over."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            BarColumn(bar_width=20),
            TextColumn("{task.description}", markup=False),
            console=console,
            transient=True,
        )
        self._task: TaskID = self._progress.add_task("", total=len(Step))
        self._begun = -1

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def begin(self, step: Step) -> None:
        """Move the bar to the step."""
        self._begun += 1
        self._progress.update(self._task, description=_DOING[step], completed=self._begun)

    def written(self, files: int) -> None:
        """Show how many files there are by now."""
        self._progress.update(self._task, description=f"{_DOING[Step.RENDER]}: {files} files")
