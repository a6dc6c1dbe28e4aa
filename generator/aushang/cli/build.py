"""`aushang build`."""

import shlex
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import click

from aushang.cli.building import built, clock, opened
from aushang.cli.explained import explained
from aushang.cli.options import CONFIGURATION, configuration_option, now_option
from aushang.cli.reporting import TEXT, Wanted, reporting_options


@click.command()
@configuration_option
@now_option("Build")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Publish in this folder instead of the configured one.",
)
@click.option("--strict", "is_strict", is_flag=True, help="Take warnings for errors.")
@click.option(
    "--explain",
    "is_explained",
    is_flag=True,
    help="Say why each part of the site was made again.",
)
@click.option("--quiet", "-q", "is_quiet", is_flag=True, help="Print findings only.")
@reporting_options
def build(  # noqa: PLR0913  one for each option
    *,
    file: Path,
    now: str | None,
    output: Path | None,
    is_strict: bool,
    is_explained: bool,
    is_quiet: bool,
    form: str,
    files: tuple[tuple[str, Path], ...],
) -> int:
    """Write the site, if it passes every check.

    The published folder is replaced in one step. With findings it stays as it was, and the exit
    code is 1.
    """
    configuration = opened(file)
    if output:
        configuration = replace(configuration, output=output.absolute())
    result = built(
        configuration,
        now=clock(now, configuration.site),
        look=_look(file),
        is_strict=is_strict,
        is_quiet=is_quiet,
        wanted=Wanted(form, files),
    )
    if is_explained:
        click.echo(explained(result.reasons), err=form != TEXT)
    return int(result.is_refused)


def _look(file: Path) -> str:
    """The command to look at the site, as it can be typed where this one was."""
    program = Path(sys.argv[0])
    on_path = shutil.which(program.name)
    is_on_path = on_path is not None and Path(on_path).resolve() == program.resolve()
    words = [program.name if is_on_path else str(program), "serve"]
    if file != CONFIGURATION:
        words += ["--config", str(file)]
    return shlex.join(words)
