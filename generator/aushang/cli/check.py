"""`aushang check`."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from aushang.audit.audit import Audit, audit
from aushang.audit.cache import cache_file
from aushang.audit.site import site_of
from aushang.build.workers import collect_seldom, worker_count
from aushang.reports.text import report


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--site-url", metavar="URL", default="", help="Where the site will live.")
@click.option("--strict", "is_strict", is_flag=True, help="Take warnings for errors.")
@click.option("--no-cache", "is_forgetful", is_flag=True, help="Read every file again.")
def check(*, folder: Path, site_url: str, is_strict: bool, is_forgetful: bool) -> int:
    """Check a built site, or this publication without publishing.

    FOLDER is what a server would serve, whoever built it; nothing is written to it.
    """
    collect_seldom()
    site = site_of(folder, site_url)
    result = audit(
        folder,
        site,
        now=datetime.now(UTC),
        workers=worker_count(),
        cache=None if is_forgetful else cache_file(folder),
    )
    has_colour = sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))
    told = report(result.diagnostics, root=folder.absolute(), cwd=Path.cwd(), colour=has_colour)
    if told:
        click.echo(told, color=has_colour)
    click.echo(_account(result))
    return int(any(one.is_error or is_strict for one in result.diagnostics))


def _account(result: Audit) -> str:
    return f"{result.pages:,} pages in {result.files:,} files."
