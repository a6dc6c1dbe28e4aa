"""`aushang next`: when the site changes by itself."""

from itertools import islice
from pathlib import Path

import click

from aushang.build.project import draft_content
from aushang.cli.building import clock, opened
from aushang.cli.options import configuration_option, now_option
from aushang.mkdocs.host import host, project
from aushang.model.timetable import timetable
from aushang.reports.timetable import as_json, lines

_TEXT, _JSON = "text", "json"


@click.command("next")
@click.option(
    "--count", type=click.IntRange(min=1), default=10, show_default=True, help="How many changes."
)
@click.option(
    "--builds", is_flag=True, help="Only those that show when the site is built again after them."
)
@click.option("--hours", is_flag=True, help="Also when places open and close by their hours.")
@click.option(
    "--format",
    "form",
    type=click.Choice([_TEXT, _JSON]),
    default=_TEXT,
    show_default=True,
    help="For people or for programs.",
)
@now_option("Look ahead")
@configuration_option
def next_(  # noqa: PLR0913  each option is one
    file: Path, now: str | None, form: str, count: int, *, builds: bool, hours: bool
) -> None:
    """Print the next moments at which the site changes by itself.

    Opening hours, and posts that begin or end, are applied by browsers and apps. A post or an
    update that waits for its day, and a promise that runs out, are marked with `build`: a scheduler
    should build then. So are the beginning and the end of what programs for Statuspage are told,
    since they apply no clock. Posts that wait for their day are told here and nowhere else.
    """
    configuration = opened(file)
    at = clock(now, configuration.site)
    drafted = draft_content(project(configuration), host(configuration), at)
    publication = drafted.publication
    found = (
        one
        for one in timetable(publication)
        if (one.needs_build or not builds) and (hours or not one.is_by_hours)
    )
    chosen = list(islice(found, count))
    if form == _JSON:
        click.echo(as_json(chosen, publication))
        return
    for line in lines(chosen, publication):
        click.echo(line)
    if not chosen:
        click.echo("Nothing changes by itself.")
    unread = len(publication.unread)
    if unread:
        files = "1 file that cannot" if unread == 1 else f"{unread} files that cannot"
        click.echo(f"Left out: {files} be read. aushang check tells why.", err=True)
