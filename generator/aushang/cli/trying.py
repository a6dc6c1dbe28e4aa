"""A publish tried out, as the commands run it: everything but the switch."""

from dataclasses import dataclass
from pathlib import Path

import click

from aushang.cli.building import clock, judged, opened
from aushang.cli.fixing import fixed
from aushang.cli.reporting import Wanted
from aushang.cli.summary import near, passed


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixing:
    """What `--fix` and `--yes` ask for."""

    is_wanted: bool = False
    is_sure: bool = False


NOTHING = Fixing()


def tried(
    file: Path, now: str | None, *, is_strict: bool, wanted: Wanted, fixing: Fixing = NOTHING
) -> int:
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
    if fixing.is_wanted:
        root, is_sure = configuration.root, fixing.is_sure
        return fixed(result.diagnostics, root, is_sure=is_sure, is_strict=is_strict)
    return int(result.is_refused)
