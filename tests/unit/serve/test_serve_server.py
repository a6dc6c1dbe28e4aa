"""The server on one's own machine, over real sockets."""

import socket
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from aushang.model import AushangError
from aushang.serve.server import serving


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of one page."""
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "404.html").write_text("gone")
    return tmp_path


def fetch(url: str, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=5)
    connection.request(method, path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, dict(response.getheaders()), body


def test_a_page_is_served(folder: Path) -> None:
    """With its type and length, and never from a browser's memory."""
    with serving(folder, base="/", host="127.0.0.1", port=0) as server:
        status, headers, body = fetch(server.url, "/")
    assert (status, body) == (200, b"home")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Content-Length"] == "4"
    assert headers["Cache-Control"] == "no-store"


def test_head_has_the_headers_and_no_body(folder: Path) -> None:
    """`curl -I` works."""
    with serving(folder, base="/", host="127.0.0.1", port=0) as server:
        status, headers, body = fetch(server.url, "/", "HEAD")
    assert (status, headers["Content-Length"], body) == (200, "4", b"")


def test_a_missing_page_is_404_with_the_sites_words(folder: Path) -> None:
    """As the public server will do it."""
    with serving(folder, base="/", host="127.0.0.1", port=0) as server:
        status, _, body = fetch(server.url, "/nothing/")
    assert (status, body) == (404, b"gone")


def test_the_next_request_sees_the_next_site(folder: Path) -> None:
    """Files are read anew each time, so a switch needs no restart."""
    with serving(folder, base="/", host="127.0.0.1", port=0) as server:
        fetch(server.url, "/")
        (folder / "index.html").write_text("new")
        assert fetch(server.url, "/")[2] == b"new"


def test_a_port_in_use_leads_to_the_next_one(folder: Path) -> None:
    """Two previews at once are no mistake."""
    with (
        serving(folder, base="/", host="127.0.0.1", port=0) as one,
        serving(folder, base="/news/", host="127.0.0.1", port=one.server_address[1]) as other,
    ):
        assert other.server_address[1] > one.server_address[1]
        assert other.url == f"http://127.0.0.1:{other.server_address[1]}/news/"


def test_all_ports_in_use_is_a_sentence(folder: Path) -> None:
    """The last port has none after it."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 65535))
        taken.listen()
        with (
            pytest.raises(AushangError) as caught,
            serving(folder, base="/", host="127.0.0.1", port=65535),
        ):
            raise AssertionError("served on a port in use")
    assert caught.value.message == "the ports 65535 to 65535 of 127.0.0.1 are all in use"
    assert caught.value.hint == "name another one with --port"


def test_a_host_that_is_not_ours_is_a_sentence(folder: Path) -> None:
    """192.0.2.1 is nobody's address (RFC 5737)."""
    with (
        pytest.raises(AushangError) as caught,
        serving(folder, base="/", host="192.0.2.1", port=8000),
    ):
        raise AssertionError("served on a foreign address")
    assert caught.value.message == (
        "nothing can be served on 192.0.2.1, port 8000: Cannot assign requested address"
    )
    assert caught.value.hint == "name another address with --host and --port"
