"""One build as the commands run it: progress, findings and account go to the console."""

from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from aushang.build.moment import moment
from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch
from aushang.build.result import Result
from aushang.cli.summary import account, findings
from aushang.cli.watchers import watcher
from aushang.mkdocs.configuration import Configuration, load_configuration
from aushang.mkdocs.host import host, project
from aushang.model import Site
from aushang.reports.legible import harmless

CONFIGURATION = Path("mkdocs.yml")


def opened(file: Path) -> Configuration:
    """The configuration; what has no effect in it is told. Raises AushangError."""
    configuration = load_configuration(file)
    for notice in configuration.notices:
        click.echo(f"aushang: note: {harmless(notice)}", err=True)
    return configuration


def built(
    configuration: Configuration,
    *,
    now: datetime,
    look: str = "",
    is_strict: bool = False,
    is_quiet: bool = False,
) -> Result:
    """Build and tell. Findings are always shown; `look` is the command to look at the site."""
    console = Console(highlight=False, markup=False)
    what = project(configuration)
    with watcher(console, is_quiet=is_quiet) as progress:
        watch = Stopwatch(progress)
        result = build(what, host(configuration), now=now, watch=watch, strict=is_strict)
    colour = console.color_system is not None and not console.no_color
    told = findings(result, root=what.root, cwd=Path.cwd(), colour=colour)
    if told:
        click.echo(told, color=colour)
    if not (result.is_refused or is_quiet):
        click.echo(account(result, output=_near(what.output), look=look))
    return result


def clock(text: str | None, site: Site) -> datetime:
    """The time that `--now` gives, else the real one, to the second."""
    if text is not None:
        return moment(text, site.zone)
    return datetime.now(UTC).replace(microsecond=0)


def _near(folder: Path) -> str:
    """The folder as one would type it from here."""
    here = Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)
