"""How far a build is: a line for each step. On a terminal it is a bar, see `bar`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from aushang.build.progress import Progress, Step, Unwatched

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
    plain = Unwatched() if is_quiet else Lines()
    if not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        yield plain, False
        return
    from aushang.cli.bar import Bar, console  # noqa: PLC0415  rich costs what a pipe need not pay

    screen = console()
    has_colour = screen.color_system is not None and not screen.no_color
    if is_quiet or not screen.is_interactive:
        yield plain, has_colour
    else:
        with Bar(screen) as bar:
            yield bar, has_colour
