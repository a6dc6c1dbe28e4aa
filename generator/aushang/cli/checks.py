"""`aushang checks`."""

import click

from aushang.cli.codes import every_code


@click.command()
def checks() -> None:
    """List everything that can be found, with its code.

    `aushang explain CODE` says more about one.
    """
    codes = every_code()
    columns = [(code.code, code.name, code.stage, code.severity) for code in codes]
    widths = [max(map(len, column)) for column in zip(*columns, strict=True)]
    for code, column in zip(codes, columns, strict=True):
        cells = [text.ljust(width) for text, width in zip(column, widths, strict=True)]
        click.echo("  ".join([*cells, code.headline]))
