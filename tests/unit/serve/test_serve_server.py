"""The server on one's own machine, over real sockets."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from aushang.model import AushangError
from aushang.serve.board import Board
from aushang.serve.injection import version
from aushang.serve.requests import Shown
from aushang.serve.server import Server, serving

PATIENCE = 120.0  # seconds; a busy machine is slow
HTML = "text/html; charset=utf-8"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of one page."""
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "404.html").write_text("gone")
    (tmp_path / "robots.txt").write_text("all")
    return tmp_path


def show(
    folder: Path, *, base: str = "/", host: str = "127.0.0.1", port: int = 0
) -> AbstractContextManager[Server]:
    """A server of the folder, on any port."""
    return serving(Shown(folder, base), Board(first=1), host=host, port=port)


def fetch(
    url: str, path: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=PATIENCE)
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, dict(response.getheaders()), body


@contextmanager
def reading(server: Server, page: str = "/", shown: str = "") -> Iterator[HTTPResponse]:
    """The stream of news for a page of which the browser shows a version."""
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=PATIENCE)
    connection.request("GET", f"/.aushang/events?page={page}&version={shown}")
    with connection.getresponse() as response:
        yield response


def next_news(stream: HTTPResponse) -> dict[str, Any]:
    """The data of the next event."""
    for line in stream:
        if line.startswith(b"data: "):
            news: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
            return news
    raise AssertionError("the stream has ended")


def test_a_page_is_served(folder: Path) -> None:
    """With its type and length, and never from a browser's memory."""
    with show(folder) as server:
        status, headers, body = fetch(server.url, "/")
        known = version("/", server.shown)
    script = (
        f'<script src="/.aushang/preview.js" data-version="{known}" data-generation="1"></script>'
    )
    assert (status, body.decode()) == (200, f"home{script}")
    assert headers["Content-Type"] == HTML
    assert headers["Content-Length"] == str(len(body))
    assert headers["Cache-Control"] == "no-store"


def test_head_has_the_headers_and_no_body(folder: Path) -> None:
    """`curl -I` works."""
    with show(folder) as server:
        status, headers, body = fetch(server.url, "/robots.txt", "HEAD")
    assert (status, headers["Content-Length"], body) == (200, "3", b"")


def test_a_missing_page_is_404_with_the_sites_words(folder: Path) -> None:
    """As the public server will do it."""
    with show(folder) as server:
        status, _, body = fetch(server.url, "/nothing/")
    assert (status, body[:4]) == (404, b"gone")


def test_the_next_request_sees_the_next_site(folder: Path) -> None:
    """Files are read anew each time, so a switch needs no restart."""
    with show(folder) as server:
        fetch(server.url, "/robots.txt")
        (folder / "robots.txt").write_text("none")
        assert fetch(server.url, "/robots.txt")[2] == b"none"


def test_a_port_in_use_leads_to_the_next_one(folder: Path) -> None:
    """Two previews at once are no mistake."""
    with (
        show(folder) as one,
        show(folder, base="/news/", port=one.server_address[1]) as other,
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
            show(folder, port=65535),
        ):
            raise AssertionError("served on a port in use")
    assert caught.value.message == "the ports 65535 to 65535 of 127.0.0.1 are all in use"
    assert caught.value.hint == "name another one with --port"


def test_a_host_that_is_not_ours_is_a_sentence(folder: Path) -> None:
    """192.0.2.1 is nobody's address (RFC 5737)."""
    with (
        pytest.raises(AushangError) as caught,
        show(folder, host="192.0.2.1", port=8000),
    ):
        raise AssertionError("served on a foreign address")
    assert caught.value.message == (
        "nothing can be served on 192.0.2.1, port 8000: Cannot assign requested address"
    )
    assert caught.value.hint == "name another address with --host and --port"


def test_what_is_no_page_is_served_as_it_is(folder: Path) -> None:
    """A feed reader or an app sees the bytes that will be published."""
    with show(folder) as server:
        assert fetch(server.url, "/robots.txt")[2] == b"all"


def test_what_has_its_digest_in_its_address_may_be_kept(folder: Path) -> None:
    """The style sheet is not read again with each reload."""
    with show(folder) as server:
        kept = fetch(server.url, "/robots.txt?v=1f")[1]["Cache-Control"]
        missing = fetch(server.url, "/nothing?v=1f")[1]["Cache-Control"]
    assert (kept, missing) == ("max-age=86400", "no-store")


def test_the_preview_s_own_files_are_served_beside_the_site(folder: Path) -> None:
    """Whatever path the site lives under."""
    with show(folder, base="/news/") as server:
        assert fetch(server.url, "/.aushang/preview.js")[0] == 200
        assert fetch(server.url, "/.aushang/preview.css")[0] == 200
        assert fetch(server.url, "/.aushang/server.py")[0] == 404


def test_the_site_may_be_exchanged_for_another(folder: Path) -> None:
    """When mkdocs.yml names another path."""
    with show(folder) as server:
        server.show(Shown(folder, "/news/"))
        assert server.url.endswith("/news/")
        assert fetch(server.url, "/news/robots.txt")[2] == b"all"


@pytest.mark.parametrize("host", ["attacker.example", "attacker.example:8000", "[", ""])
def test_a_foreign_name_for_this_machine_is_refused(folder: Path, host: str) -> None:
    """Else a page on the web could read drafts here, under a name of its own."""
    with show(folder) as server:
        for path in ("/", "/.aushang/events?page=/"):
            status, _, body = fetch(server.url, path, Host=host)
            assert status == 403
            assert body == (
                b"This preview answers under this machine's own names only. "
                b"To use another name, start it with --host.\n"
            )


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000"])
def test_this_machine_s_own_names_are_known(folder: Path, host: str) -> None:
    """By number and by name."""
    with show(folder) as server:
        assert fetch(server.url, "/", Host=host)[0] == 200


def test_served_to_the_network_any_name_will_do(folder: Path) -> None:
    """Whoever says so with `--host` has a name for the machine."""
    with show(folder, host="0.0.0.0") as server:  # noqa: S104  that is what is tested
        url = f"http://127.0.0.1:{server.server_address[1]}/"
        assert fetch(url, "/", Host="studio.example")[0] == 200


def test_an_open_page_is_told_at_once_and_again(folder: Path) -> None:
    """First how things stand, then each piece of news."""
    with show(folder) as server, reading(server) as stream:
        assert stream.getheader("Content-Type") == "text/event-stream"
        assert next_news(stream)["is_building"] is False
        server.board.post(is_building=True)
        assert next_news(stream)["is_building"] is True


def test_a_page_is_stale_when_it_is_not_what_would_be_served(folder: Path) -> None:
    """Whatever was missed meanwhile, the digest tells."""
    with show(folder) as server:
        known = version("/", server.shown)
        with reading(server, shown=known) as stream:
            assert next_news(stream)["is_stale"] is False
            (folder / "index.html").write_text("new")
            server.board.post(generation=2)
            assert next_news(stream)["is_stale"] is True
        with reading(server, shown=known) as stream:
            assert next_news(stream)["is_stale"] is True


def test_without_news_there_is_a_sign_of_life(folder: Path) -> None:
    """So that neither side takes the other for gone."""
    with show(folder) as server:
        server.heartbeat = 0.01
        with reading(server) as stream:
            next_news(stream)
            assert {stream.readline(), stream.readline(), stream.readline()} == {b"\n", b":\n"}


def test_pages_that_go_leave_nothing_behind(folder: Path) -> None:
    """The preview is left open for a day, and pages come and go."""
    with show(folder) as server:
        server.heartbeat = 0.01
        with ExitStack() as pages:
            for _ in range(50):
                next_news(pages.enter_context(reading(server)))
            assert server.board.readers == 50
        deadline = time.monotonic() + PATIENCE
        while server.board.readers:
            assert time.monotonic() < deadline
            time.sleep(0.01)


def test_the_end_of_the_server_is_the_end_of_its_streams(folder: Path) -> None:
    """The browser sees it, and tries again by itself."""
    with show(folder) as server, reading(server) as stream:
        next_news(stream)
        server.board.close()
        assert stream.read().strip() == b""


def test_a_browser_that_hangs_up_is_no_news(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They do it all the time; the terminal is for findings."""
    (folder / "index.html").write_text("x" * 10_000_000)
    with show(folder) as server:
        with socket.create_connection(server.server_address[:2]) as browser:
            browser.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            browser.recv(10)
        assert fetch(server.url, "/robots.txt")[0] == 200
    assert capsys.readouterr().err == ""
