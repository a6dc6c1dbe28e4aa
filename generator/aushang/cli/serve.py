"""`aushang serve`."""

from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from aushang.cli.building import built, clock, opened
from aushang.cli.options import configuration_option, now_option
from aushang.mkdocs.configuration import Configuration
from aushang.model import AushangError
from aushang.reports.legible import harmless
from aushang.reports.sentences import sentence
from aushang.serve.changes import Changes, watching
from aushang.serve.server import serving

_SETTLE = 0.2  # seconds without a change: an editor writes a file in several steps

_NAMED = 3  # changed files


@click.command()
@configuration_option
@now_option("Show the site")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to begin with; the next free one is taken.",
)
@click.option(
    "--host",
    "name",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Whom to answer; 0.0.0.0 shows it to the whole network.",
)
def serve(*, file: Path, now: str | None, port: int, name: str) -> None:
    """Show the site on this machine, and rebuild as content changes.

    While something is wrong with the content, the last good site stays. Ctrl-C ends it.
    """
    configuration = opened(file)
    with (
        watching(configuration.content, configuration.file.resolve()) as changes,
        serving(
            configuration.output.resolve(),
            base=configuration.site.base_path,
            host=name,
            port=port,
        ) as server,
    ):
        built(configuration, now=clock(now, configuration.site))
        if port not in {0, server.server_address[1]}:
            click.echo(f"Port {port} is in use, so this is another one.")
        click.echo(f"Showing the site at {server.url} (Ctrl-C ends it)")
        _rebuild_for_ever(configuration, changes, now=now)


def _rebuild_for_ever(
    configuration: Configuration, changes: Changes, *, now: str | None
) -> NoReturn:
    while True:
        changed = changes.wait(settle=_SETTLE)
        click.echo(f"\nchanged: {_names(changed, configuration.root)}")
        try:
            if configuration.file.resolve() in changed:
                configuration = opened(configuration.file)
            built(configuration, now=clock(now, configuration.site))
        except AushangError as error:  # a slip in mkdocs.yml must not end the preview
            click.echo(f"aushang: error: {sentence(error.message, error.hint)}", err=True)


def _names(changed: frozenset[Path], root: Path) -> str:
    names = []
    for path in sorted(changed):
        with suppress(ValueError):
            names.append(harmless(str(path.relative_to(root))))
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
