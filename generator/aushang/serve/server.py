"""A web server for one person's own machine: the published folder, read anew with each request."""

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from aushang.model import AushangError
from aushang.serve.requests import Answer, answer

_PORTS_TRIED = 50
_LAST_PORT = 65535


class Server(ThreadingHTTPServer):
    """Serves `folder` under `base`. `url` is where a browser finds the start page."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], folder: Path, base: str) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.folder = folder
        self.base = base
        super().__init__(address, _Handler)

    @property
    def url(self) -> str:
        """With the port that was really taken."""
        host, port = self.server_address[:2]
        named = f"[{host!s}]" if self.address_family == socket.AF_INET6 else str(host)
        return f"http://{named}:{port}{self.base}"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "aushang"
    sys_version = ""

    def do_GET(self) -> None:
        self._send(self._answer(), has_body=True)

    def do_HEAD(self) -> None:
        self._send(self._answer(), has_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 – the base's name
        """Requests are not told: findings are what the terminal is for."""

    def _answer(self) -> Answer:
        return answer(self.path, folder=self.server.folder, base=self.server.base)

    def _send(self, found: Answer, *, has_body: bool) -> None:
        self.send_response(found.status)
        self.send_header("Content-Type", found.media_type)
        self.send_header("Content-Length", str(len(found.data)))
        self.send_header("Cache-Control", "no-store")  # the next look shows the next build
        self.send_header("X-Content-Type-Options", "nosniff")
        if found.location:
            self.send_header("Location", found.location)
        self.end_headers()
        if has_body:
            self.wfile.write(found.data)


@contextmanager
def serving(folder: Path, *, base: str, host: str, port: int) -> Iterator[Server]:
    """A running server on `port`, or on the next one that is free; port 0 takes any.

    Raises AushangError where none of them can be had.
    """
    server = _bound(folder, base=base, host=host, port=port)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _bound(folder: Path, *, base: str, host: str, port: int) -> Server:
    last = min(port + _PORTS_TRIED, _LAST_PORT + 1)
    for number in range(port, last):
        try:
            return Server((host, number), folder, base)
        except OSError as fault:
            if fault.errno != errno.EADDRINUSE:
                reason = fault.strerror or str(fault)
                raise AushangError(
                    f"nothing can be served on {host}, port {number}: {reason}",
                    "name another address with --host and --port",
                ) from fault
    raise AushangError(
        f"the ports {port} to {last - 1} of {host} are all in use",
        "name another one with --port",
    )
