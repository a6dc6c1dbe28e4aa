"""The sample publication with its search index, served on this machine, for tests in a browser."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.factories import berlin

from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import project, publisher
from aushang.search.index import installed


class _Quiet(SimpleHTTPRequestHandler):
    """Serves without a log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's name
        """Say nothing."""


def build_sample(folder: Path, block_size: int) -> Path:
    """The sample publication as it is published, with blocks of so many posts."""
    configuration = load_configuration(Path(__file__).parents[2] / "mkdocs.yml")
    configuration = replace(configuration, output=folder / "site")
    result = build(
        project(configuration),
        replace(publisher(configuration), indexer=replace(installed(), block_size=block_size)),
        now=berlin("2026-11-21T21:00"),
        watch=Stopwatch(Unwatched()),
    )
    assert not result.is_refused
    return configuration.output


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder's address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
