"""How far a build is: a line for each step. On a terminal it is a bar, see `bar`."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from aushang.build.progress import Progress, Step, Unwatched

if TYPE_CHECKING:
    from rich.console import Console

DOING = {
    Step.LOAD: "reading the content",
    Step.CHECK_SOURCES: "checking the content",
    Step.RENDER: "writing the site",
    Step.CHECK_ARTIFACTS: "checking the site",
    Step.SWITCH: "publishing",
}


@dataclass(frozen=True, slots=True)
class Lines:
    """One line for each step, for log files and pipes."""

    def begin(self, step: Step) -> None:
        """Say what is being done."""
        click.echo(f"{DOING[step]} …")

    def written(self, files: int) -> None:
        """Nothing: a log needs no counter."""


@contextmanager
def watcher(*, is_quiet: bool) -> Iterator[tuple[Progress, bool]]:
    """Whom a build tells its progress to, and whether findings are told in colour."""
    screen, has_colour = _screen(is_shown=not is_quiet)
    if screen is None:
        yield Unwatched() if is_quiet else Lines(), has_colour
        return
    from aushang.cli.bar import Bar  # noqa: PLC0415  see `_screen`

    with Bar(screen) as bar:
        yield bar, has_colour


@contextmanager
def counter(words: str, *, is_shown: bool) -> Iterator[tuple[Callable[[int, int], None], bool]]:
    """Whom to tell how many are done of how many, and whether findings are told in colour."""
    screen, has_colour = _screen(is_shown=is_shown)
    if screen is None:
        yield _silent, has_colour
        return
    from aushang.cli.bar import Counter  # noqa: PLC0415  see `_screen`

    with Counter(screen, words) as shown:
        yield shown.count, has_colour


def _screen(*, is_shown: bool) -> tuple["Console | None", bool]:
    """The terminal, if there is one that can show a bar, and whether it has colours."""
    if not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        return None, False
    from aushang.cli.bar import console  # noqa: PLC0415  rich costs what a pipe need not pay

    screen = console()
    has_colour = screen.color_system is not None and not screen.no_color
    return screen if is_shown and screen.is_interactive else None, has_colour


def _silent(_done: int, _of: int) -> None:
    """Nobody watches."""
