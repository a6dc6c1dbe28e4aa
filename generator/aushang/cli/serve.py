"""`aushang serve`."""

from functools import partial
from pathlib import Path
from time import time_ns

import click

from aushang.cli.options import configuration_option, now_option
from aushang.cli.previewing import Terminal, open_indexer, subject_of
from aushang.serve.board import Board
from aushang.serve.changes import watching
from aushang.serve.preview import Preview
from aushang.serve.searching import Searching
from aushang.serve.server import serving


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
@click.option(
    "--follow", "follows", is_flag=True, help="Let the browser go to each page that is edited."
)
def serve(*, file: Path, now: str | None, port: int, name: str, follows: bool) -> None:
    """Show the site on this machine, and rebuild as content changes.

    Pages that are open reload by themselves and say what is wrong; while something is, the last
    good site stays. Nothing is published. Ctrl-C ends it.
    """
    terminal = Terminal()
    # Pages that an earlier preview has left open compare generations with this one's.
    board = Board(first=time_ns() // 1_000_000)
    searching = Searching(open_indexer, terminal)
    opening = partial(subject_of, file, now, terminal, searching)
    preview = Preview(opening, board=board, teller=terminal)
    subject = preview.subject
    with (
        watching(subject.places) as changes,
        serving(subject.shown, board, host=name, port=port, follows=follows) as server,
    ):
        preview.build(frozenset(), changes, server.show)
        if port not in {0, server.server_address[1]}:
            click.echo(f"Port {port} is in use, so this is another one.")
        terminal.begin(server.origin, subject.shown.base)
        preview.run(changes, server.show)
