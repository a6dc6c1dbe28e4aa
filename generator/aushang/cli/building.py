"""One build as the commands run it: progress, findings and account go to the console."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from aushang.build.memory import Memory
from aushang.build.moment import moment
from aushang.build.pipeline import build
from aushang.build.progress import Progress, Stopwatch, Unwatched
from aushang.build.project import Host
from aushang.build.result import Result
from aushang.build.workers import collect_seldom
from aushang.cli.reporting import Wanted, told
from aushang.cli.summary import account, findings
from aushang.cli.watchers import Lines
from aushang.mkdocs.configuration import Configuration, load_configuration
from aushang.mkdocs.host import project, publisher
from aushang.model import Site
from aushang.reports.legible import harmless

TOLD_AS_TEXT = Wanted()


def opened(file: Path) -> Configuration:
    """The configuration; what has no effect in it is told. Raises AushangError."""
    configuration = load_configuration(file)
    for notice in configuration.notices:
        click.echo(f"aushang: note: {harmless(notice)}", err=True)
    return configuration


def built(  # noqa: PLR0913  each is a thing of its own
    configuration: Configuration,
    *,
    now: datetime,
    look: str = "",
    is_strict: bool = False,
    is_quiet: bool = False,
    wanted: Wanted = TOLD_AS_TEXT,
) -> Result:
    """Build and tell. Findings are always shown; `look` is the command to look at the site."""
    is_quiet = is_quiet or not wanted.is_text
    result = judged(configuration, now=now, is_strict=is_strict, is_quiet=is_quiet, wanted=wanted)
    if not (result.is_refused or is_quiet):
        click.echo(account(result, output=near(configuration.output), look=look))
    return result


def judged(  # noqa: PLR0913  each is a thing of its own
    configuration: Configuration,
    *,
    now: datetime,
    is_strict: bool = False,
    is_quiet: bool = False,
    furnished: Host | None = None,
    memory: Memory | None = None,
    wanted: Wanted = TOLD_AS_TEXT,
    is_trial: bool = False,
) -> Result:
    """Build and tell what was found; without `is_quiet` also how far it is.

    `furnished` and `memory` are for a process that builds the same folder often: the host of a
    build before, whose templates are compiled, and what is known of the folder.
    """
    collect_seldom()
    what = project(configuration)
    with _watcher(is_quiet=is_quiet) as (progress, colour):
        watch = Stopwatch(progress)
        result = build(
            what,
            furnished or publisher(configuration),
            now=now,
            watch=watch,
            strict=is_strict,
            is_trial=is_trial,
            memory=memory,
        )
    told(
        result.diagnostics,
        wanted,
        text=findings(result, root=what.root, cwd=Path.cwd(), colour=colour),
        root=what.root,
        exit_code=int(result.is_refused),
        is_strict=is_strict,
        colour=colour,
    )
    return result


@contextmanager
def _watcher(*, is_quiet: bool) -> Iterator[tuple[Progress, bool]]:
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


def clock(text: str | None, site: Site) -> datetime:
    """The time that `--now` gives, else the real one, to the second."""
    if text is not None:
        return moment(text, site.zone)
    return datetime.now(UTC).replace(microsecond=0)


def near(folder: Path) -> str:
    """The folder as one would type it from here."""
    here = Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)
