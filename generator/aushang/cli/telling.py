"""What every build tells, in whatever way it came to its result."""

from collections.abc import Iterable
from pathlib import Path

import click

from aushang.build.result import Result
from aushang.cli.reporting import Wanted, told
from aushang.cli.summary import account, findings, near
from aushang.reports.legible import harmless


def tell_notices(notices: Iterable[str]) -> None:
    """What in the configuration has no effect."""
    for notice in notices:
        click.echo(f"aushang: note: {harmless(notice)}", err=True)


def tell_findings(
    result: Result, wanted: Wanted, *, root: Path, is_strict: bool, colour: bool
) -> None:
    """What was found, in each form that is wanted. `root` is that of `Project`."""
    told(
        result.diagnostics,
        wanted,
        text=findings(result, root=root, cwd=Path.cwd(), colour=colour),
        root=root,
        exit_code=int(result.is_refused),
        is_strict=is_strict,
        colour=colour,
    )


def tell_account(result: Result, *, output: Path, look: str, also: str = "") -> None:
    """How much stands where, and `look`, the command to look at it; nothing of a refused site.

    `also` is what else is worth knowing before that, in a sentence.
    """
    if not result.is_refused:
        if also:
            click.echo(harmless(also))
        click.echo(account(result, output=near(output), look=look))
