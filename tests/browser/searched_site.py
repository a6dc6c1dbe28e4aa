"""A publication with its search index, served on this machine, for tests in a browser."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from aushang.mkdocs.shell import MaterialShell
from aushang.model import Publication
from aushang.outputs import pages
from aushang.outputs.searchable import documents
from aushang.search.index import installed


class _Quiet(SimpleHTTPRequestHandler):
    """Serves without a log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's name
        """Say nothing."""


def write(folder: Path, publication: Publication, theme: MaterialShell, block_size: int) -> None:
    """Pages, what they refer to, and the index."""
    found = replace(installed(), block_size=block_size).render(documents(publication))
    files = [(each.path, each.data) for each in (*pages.render(publication, theme), *found)]
    media = [(each.site_path, each.file.read_bytes()) for each in publication.media]
    for name, data in [*files, *media, *theme.assets()]:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


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
