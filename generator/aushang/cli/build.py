"""`aushang build`."""

import shlex
import shutil
import sys
from pathlib import Path

import click

from aushang.build.garbage import uncollected
from aushang.cli.early import tell, unchanged_build
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
@click.option(
    "--published",
    metavar="FOLDER-OR-URL",
    help="The site that customers have now, whose log of changes goes on.",
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
    published: str | None,
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
    wanted, look = Wanted(form, files), _look(file)
    is_quiet = is_quiet or not wanted.is_text
    found = None
    if published is None:
        found = unchanged_build(file, now, output=output, is_strict=is_strict)
    if found:
        result = found.result
        tell(found, wanted, look=look, is_quiet=is_quiet)
    else:
        with uncollected():
            from aushang.cli.building import built  # noqa: PLC0415  it takes half a second

        result = built(
            file,
            now,
            output=output,
            published=published,
            look=look,
            is_strict=is_strict,
            is_quiet=is_quiet,
            wanted=wanted,
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
