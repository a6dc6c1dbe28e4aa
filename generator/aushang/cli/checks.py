"""`aushang checks`."""

from pathlib import Path

import click

from aushang.cli.codes import every_code
from aushang.cli.here import severity_here, site_here
from aushang.cli.options import configuration_option


@click.command()
@configuration_option
def checks(file: Path) -> None:
    """List everything that can be found, with its code.

    The columns are code, name, stage, severity, the version that brought it, and what it is.
    `aushang explain CODE` says more about one. What the configuration says otherwise is marked
    with `here`.
    """
    codes, site = every_code(), site_here(file)
    columns = [
        (
            code.code,
            code.name,
            code.stage,
            severity_here(code.code, code.severity, site),
            code.since,
        )
        for code in codes
    ]
    widths = [max(map(len, column)) for column in zip(*columns, strict=True)]
    for code, column in zip(codes, columns, strict=True):
        cells = [text.ljust(width) for text, width in zip(column, widths, strict=True)]
        click.echo("  ".join([*cells, code.headline]))
