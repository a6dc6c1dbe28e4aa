"""A folder as a web server gives it out, with entity tags, and what it was asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@dataclass(slots=True)
class Hosted:
    """A server: its address, the folder it serves now, the answers it gave since one looked.

    The answer for the path `cut` breaks off in its middle.
    """

    address: str
    folder: Path
    cut: str = ""
    answers: list[tuple[str, int]] = field(default_factory=list)

    def told(self) -> list[tuple[str, int]]:
        """Path and status of each answer since the last call."""
        answers, self.answers = self.answers, []
        return answers


@contextmanager
def hosted(folder: Path, port: int) -> Iterator[Hosted]:
    """Serve the folder on that port of this machine."""
    host = Hosted(f"http://127.0.0.1:{port}/", folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # of an older one browsers heed no entity tag

        def do_GET(self) -> None:
            file = host.folder / self.path.removeprefix("/")
            data = file.read_bytes() if file.is_file() else b""
            tag = f'"{sha256(data).hexdigest()[:16]}"'
            status = 200 if data else 404
            if data and self.headers["If-None-Match"] == tag:
                status, data = 304, b""
            host.answers.append((self.path.removeprefix("/"), status))
            self.send_response(status)
            self.send_header("ETag", tag)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Connection", "close")
            self.end_headers()
            is_cut = host.cut == self.path.removeprefix("/")
            self.wfile.write(data[: len(data) // 2] if is_cut else data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
