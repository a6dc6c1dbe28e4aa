"""`aushang import hugo`: bring a site over from another generator."""

from datetime import UTC, datetime
from pathlib import Path

import click

from aushang.content.hugo.move import move
from aushang.content.hugo.publication import new_site, publication_files
from aushang.content.hugo.site import read_site
from aushang.content.writing import plant
from aushang.reports.text import report


@click.group(name="import")
def import_() -> None:
    """Bring a publication over from another generator."""


@import_.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", "target", type=click.Path(path_type=Path), required=True, help="New folder.")
@click.option("--url", default="", help="Where people will find the site; else Hugo's baseURL.")
@click.option("--person", default="", help="Who answers questions about the moved posts.")
@click.option("--email", default="", help="Where that person reads mail.")
@click.option("--phone", default="", help="Where that person can be called.")
@click.option(
    "--time-zone",
    default="Europe/Berlin",
    show_default=True,
    help="The zone of times that are written without one.",
)
def hugo(folder: Path, target: Path, url: str, time_zone: str, **person: str) -> None:
    """Move the Hugo site in FOLDER into a new folder.

    What cannot follow is listed with file and line; nothing is dropped in silence. Type, services
    and period of a post are guessed where its title is plain; `guessed` in each post says what to
    look at.
    """
    source = read_site(folder)
    site = new_site(source, url=url, time_zone=time_zone, year=datetime.now(UTC).year)
    moved = move(source, site)
    plant(
        target,
        publication_files(moved, site, person),
        {f"content/{path}": file for path, file in moved.copies.items()},
    )
    click.echo(report(moved.diagnostics, root=folder.resolve(), cwd=Path.cwd()))
    counts = moved.counts
    click.echo(
        f"{counts['posts']} posts with {counts['translations']} translations, "
        f"{counts['services']} services, {counts['pages']} pages and {len(moved.copies)} files "
        f"moved to {target}."
    )
    click.echo(f"{counts['guessed']} posts hold guesses: look for `guessed:` in their first lines.")
    click.echo(f"Next: cd {target} && aushang build")
