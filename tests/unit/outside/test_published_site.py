"""A published site is asked for its log: what is followed, what is refused, who is asked again."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from aushang.build.published_log import ForeignSiteError
from aushang.model.change_log import Log, following
from aushang.outside.client import Manners
from aushang.outside.published_site import UnreachableError, fetched_log

TAG = "kraftraum.example,2026"
EMPTY = Log(epoch="e", tag=TAG)
MARK = following(EMPTY.mark, 1, "a", "0" * 64)
ITEM = {"modified": 1, "id": "a", "mark": MARK, "digest": "0" * 64}
PAGE = {"epoch": "e", "tag": TAG, "items": [ITEM], "links": {}}
LATEST = "https://aktuell.kraftraum.example/api/v1/changes/0001.json"
INDEX = {"api_version": "1.2", "revision": "", "links": {"changes_latest": LATEST}}

Answer = tuple[int, dict[str, str], bytes]
SITE: dict[str, Answer] = {
    "/api/v1/index.json": (200, {}, json.dumps(INDEX).encode()),
    "/api/v1/changes/0001.json": (200, {}, json.dumps(PAGE).encode()),
}
NONE: Answer = (404, {}, b"no")


@contextmanager
def served(answer: Callable[[str, int], Answer]) -> Iterator[tuple[str, list[str]]]:
    """A server that answers by path and by how often it was asked, and what it was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            status, headers, body = answer(self.path, len(asked))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", asked
    finally:
        server.shutdown()
        server.server_close()


async def at_once(_: float) -> None:
    """A pause that takes no time."""


MANNERS = Manners(agent="aushang test", sleep=at_once, patience=60)


def fetched(url: str) -> Log | None:
    """The log at an address."""
    return fetched_log(url, TAG, None, MANNERS)


def test_the_log_is_fetched_in_few_requests() -> None:
    """Wherever the site says that it lives."""
    with served(lambda path, _: SITE.get(path, NONE)) as (url, asked):
        log = fetched(url)
    assert log is not None
    assert [(one.modified, one.id, one.mark) for one in log.items] == [(1, "a", MARK)]
    assert asked == ["/api/v1/index.json", "/api/v1/changes/0001.json"]


def test_no_site_is_no_log() -> None:
    """404 and 410: nothing was published yet."""
    for status in (404, 410):
        with served(lambda _path, _number, status=status: (status, {}, b"")) as (url, _):
            assert fetched(url) is None


def test_who_is_in_trouble_is_asked_once_more() -> None:
    """Then it is enough."""
    with served(lambda path, n: (503, {}, b"") if n == 1 else SITE[path]) as (url, asked):
        assert fetched(url) is not None
        assert len(asked) == 3
    with served(lambda _path, _number: (503, {}, b"")) as (url, asked):
        with pytest.raises(UnreachableError, match="it says 503 Service Unavailable"):
            fetched(url)
        assert len(asked) == 2


def test_who_refuses_is_not_asked_again() -> None:
    """A password, say."""
    with served(lambda _path, _number: (401, {}, b"")) as (url, asked):
        with pytest.raises(UnreachableError, match="it says 401 Unauthorized"):
            fetched(url)
        assert len(asked) == 1


def test_redirects_on_the_same_host_are_followed() -> None:
    """A site may have moved below another path."""

    def answer(path: str, _: int) -> Answer:
        if not path.startswith("/neu"):
            return (301, {"Location": f"/neu{path}"}, b"")
        return SITE.get(path.removeprefix("/neu"), NONE)

    with served(answer) as (url, _):
        assert fetched(url) is not None


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://other.example/x", "it leads on to another host, other.example"),
        ("//other.example/x", "it leads on to another host, other.example"),
        ("http://127.0.0.1:1/x", "it leads on to another host, 127.0.0.1"),
        ("/api/v1/index.json", "it leads on more than 3 times"),
    ],
)
def test_no_redirect_leads_off_the_host(location: str, reason: str) -> None:
    """Nor in a circle."""
    with (
        served(lambda _path, _number: (302, {"Location": location}, b"")) as (url, _),
        pytest.raises(UnreachableError, match=reason),
    ):
        fetched(url)


def test_an_answer_without_end_is_cut() -> None:
    """No page of a log is so large."""
    with (
        served(lambda _path, _number: (200, {}, b" " * 4_000_001)) as (url, _),
        pytest.raises(UnreachableError, match=r"/api/v1/index.json has more than 4,000,000 bytes"),
    ):
        fetched(url)


def test_a_page_for_people_is_foreign() -> None:
    """Hosts that answer everything with their start page do not count as a first time."""
    with (
        served(lambda _path, _number: (200, {}, b"<!doctype html>")) as (url, _),
        pytest.raises(ForeignSiteError),
    ):
        fetched(url)


def test_nobody_there_is_told() -> None:
    """In the words of the check of links."""
    with served(lambda _path, _number: NONE) as (url, _):
        pass
    with pytest.raises(UnreachableError, match="no connection could be made"):
        fetched(url)
