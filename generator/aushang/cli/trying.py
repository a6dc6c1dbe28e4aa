"""A publish tried out, as the commands run it: everything but the switch."""

from pathlib import Path

import click

from aushang.cli.building import clock, judged, opened
from aushang.cli.reporting import Wanted
from aushang.cli.summary import near, passed


def tried(file: Path, now: str | None, *, is_strict: bool, wanted: Wanted) -> int:
    """Make the site, judge it, and tell; the exit code."""
    configuration = opened(file)
    result = judged(
        configuration,
        now=clock(now, configuration.site),
        is_strict=is_strict,
        is_quiet=not wanted.is_text,
        wanted=wanted,
        is_trial=True,
    )
    if wanted.is_text and not result.is_refused:
        click.echo(passed(result, output=near(configuration.output)))
    return int(result.is_refused)
