"""A web server for one person's own machine: the site as it stands, read anew with each request.

Pages get the preview's script; while a page is open it is told of news (server-sent events, HTML
standard § 9.2).
"""

import errno
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from socketserver import TCPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from aushang.model import AushangError
from aushang.serve.board import Board
from aushang.serve.injection import (
    EVENTS,
    HEARTBEAT,
    OWN,
    RETRY,
    event,
    own_file,
    version,
    version_of,
    with_script,
)
from aushang.serve.requests import HTML, Answer, Shown, answer

_PORTS_TRIED = 50
_LAST_PORT = 65535
_HEARTBEAT = 15.0  # seconds; a page that has gone is noticed with the second one

_FOREIGN = Answer(
    HTTPStatus.FORBIDDEN,
    data=b"This preview answers under this machine's own names only. "
    b"To use another name, start it with --host.\n",
)


class Server(ThreadingHTTPServer):
    """Serves `shown`, which may be exchanged; `url` is where a browser finds the start page."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64  # a browser opens several connections for each page

    def __init__(
        self,
        address: tuple[str, int],
        shown: Shown,
        board: Board,
        *,
        follows: bool = False,
        heartbeat: float = _HEARTBEAT,
    ) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.shown = shown
        self.board = board
        self.follows = follows
        self.heartbeat = heartbeat
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Bind without the base's question to the name service, which may hang."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def show(self, shown: Shown) -> None:
        """Show another site from now on."""
        self.shown = shown

    @property
    def origin(self) -> str:
        """Scheme, host and port, with the port that was really taken."""
        host, port = self.server_address[:2]
        named = f"[{host!s}]" if self.address_family == socket.AF_INET6 else str(host)
        return f"http://{named}:{port}"

    @property
    def url(self) -> str:
        """The start page."""
        return self.origin + self.shown.base

    @property
    def is_private(self) -> bool:
        """Whether only this machine reaches it."""
        return ip_address(str(self.server_address[0])).is_loopback

    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers hang up all the time; anything else is told as the base does."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # a socket


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "aushang"
    sys_version = ""
    timeout = 60  # seconds without a word on an open connection; its thread is let go
    disable_nagle_algorithm = True  # else the body waits 40 ms for the headers' receipt

    def do_GET(self) -> None:
        if self._is_welcome() and self.path.partition("?")[0] == EVENTS:
            self._stream()
        else:
            self._send(self._answer(), has_body=True)

    def do_HEAD(self) -> None:
        self._send(self._answer(), has_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 – the base's name
        """Requests are not told: findings are what the terminal is for."""

    def _is_welcome(self) -> bool:
        """Whether this machine is called by a name of its own.

        Else any page on the web could have its own host name lead here and read drafts (DNS
        rebinding). Who serves to a network does so on purpose.
        """
        host = self.headers.get("Host", "localhost")
        return not self.server.is_private or _is_own_name(host)

    def _answer(self) -> Answer:
        if not self._is_welcome():
            return _FOREIGN
        shown, board = self.server.shown, self.server.board
        address = self.path.partition("?")[0]
        if address.startswith(OWN):
            return own_file(address) or answer(address, shown)
        # Before the page is read: a page that is newer than it says is merely told once more.
        news = board.news
        found = answer(address, shown)
        if found.media_type != HTML:
            return found
        page = with_script(
            found.data, version=version_of(found, shown), news=news, follows=self.server.follows
        )
        return Answer(found.status, found.media_type, page)

    def _send(self, found: Answer, *, has_body: bool) -> None:
        self.send_response(found.status)
        self.send_header("Content-Type", found.media_type)
        self.send_header("Content-Length", str(len(found.data)))
        # The next look shows the next build; but what has its digest in its address never changes,
        # and a style sheet that need not be read again is half of a quick reload.
        is_fixed = found.status is HTTPStatus.OK and "?v=" in self.path
        self.send_header("Cache-Control", "max-age=86400" if is_fixed else "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if found.location:
            self.send_header("Location", found.location)
        self.end_headers()
        if has_body:
            self.wfile.write(found.data)

    def _stream(self) -> None:
        """Tell a page all news until it goes or the server ends."""
        asked = parse_qs(urlsplit(self.path).query)
        page, had = asked.get("page", ["/"])[0], asked.get("version", [""])[0]
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        board, seen = self.server.board, -1
        with board.reading():
            self.wfile.write(RETRY)
            while latest := board.after(seen, self.server.heartbeat):
                number, news = latest
                is_stale = number != seen and version(page, self.server.shown) != had
                told = event(news, is_stale=is_stale) if number != seen else HEARTBEAT
                self.wfile.write(told)
                seen = number


def _is_own_name(host: str) -> bool:
    """Whether a `Host` header names no host but this one: by number, or as `localhost`."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or bool(ip_address(name))
    except ValueError:
        return False


@contextmanager
def serving(
    shown: Shown, board: Board, *, host: str, port: int, follows: bool = False
) -> Iterator[Server]:
    """A running server on `port`, or on the next one that is free; port 0 takes any.

    Raises AushangError where none of them can be had. When the block ends, so does the board.
    """
    server = _bound(shown, board, host=host, port=port, follows=follows)
    thread = Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        board.close()
        server.shutdown()
        thread.join()
        server.server_close()


def _bound(shown: Shown, board: Board, *, host: str, port: int, follows: bool) -> Server:
    last = min(port + _PORTS_TRIED, _LAST_PORT + 1)
    for number in range(port, last):
        try:
            return Server((host, number), shown, board, follows=follows)
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
