"""A folder served on this machine, as any web server would, for as long as a test wants it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@contextmanager
def served(folder: Path, base: str = "/", headers: dict[str, str] | None = None) -> Iterator[str]:
    """The address under which the folder stands: `base` on a free port of this machine.

    `headers` go out with each answer.
    """
    handler = partial(_Quiet, base=base, headers=headers or {}, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{base}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    """Keeps no log."""

    def __init__(self, *rest: Any, base: str, headers: dict[str, str], **named: Any) -> None:
        self._base, self._more = base, headers
        super().__init__(*rest, **named)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self._base))

    def end_headers(self) -> None:
        for name, value in self._more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's name
        """Say nothing."""
