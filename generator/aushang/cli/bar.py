"""A bar on a terminal. Apart from `watchers`, since only a terminal is worth the import of rich."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from aushang.build.progress import Step
from aushang.cli.watchers import DOING


def console() -> Console:
    """The terminal, with its width and colours as rich finds them out."""
    return Console(highlight=False, markup=False)


class _Shown:
    """A bar with words behind it, gone when it is over."""

    def __init__(self, console: Console, words: str, total: int) -> None:
        self._progress = Progress(
            BarColumn(bar_width=20),
            TextColumn(words, markup=False),
            console=console,
            transient=True,
        )
        self._task: TaskID = self._progress.add_task("", total=total)

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


class Counter(_Shown):
    """A bar for a number of like things."""

    def __init__(self, console: Console, words: str) -> None:
        super().__init__(console, f"{words}: {{task.completed}} of {{task.total}}", total=0)

    def count(self, done: int, of: int) -> None:
        """Move the bar."""
        self._progress.update(self._task, completed=done, total=of)


class Bar(_Shown):
    """A bar for the steps of a build."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "{task.description}", total=len(Step))
        self._begun = -1

    def begin(self, step: Step) -> None:
        """Move the bar to the step."""
        self._begun += 1
        self._progress.update(self._task, description=DOING[step], completed=self._begun)

    def written(self, files: int) -> None:
        """Show how many files there are by now."""
        self._progress.update(self._task, description=f"{DOING[Step.RENDER]}: {files} files")
