"""Real servers on this machine are asked, and each kind of answer gets its meaning."""

import asyncio
import os
import signal
import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from urllib.parse import unquote

import pytest

from aushang.outside.answer import Answer, Standing
from aushang.outside.asking import asked
from aushang.outside.client import Client, Manners
from aushang.outside.known import Known, Ledger, after, read_known
from aushang.outside.private import is_public

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Server(ThreadingHTTPServer):
    """Answers by path, and notes what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        self.seen: list[tuple[str, str, dict[str, str]]] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_port}"

    def methods(self, path: str) -> list[str]:
        """How a path was asked for."""
        return [method for method, asked_for, _ in self.seen if asked_for == path]


class Handler(BaseHTTPRequestHandler):
    """`/status/404` says 404; the others say what their names say."""

    server: Server

    def do_HEAD(self) -> None:
        """As GET, without a body."""
        self._answer()

    def do_GET(self) -> None:
        """Answer."""
        self._answer()

    def log_message(self, *args: object) -> None:
        """Nothing."""

    def _answer(self) -> None:
        self.server.seen.append((self.command, self.path, dict(self.headers)))
        first, _, rest = unquote(self.path.partition("?")[0]).strip("/").partition("/")
        match first:
            case "status":
                self._say(int(rest))
            case "no-head":
                self._say(405 if self.command == "HEAD" else 200)
            case "hangs-up" if self.command == "HEAD":
                self.close_connection = True
            case "to":
                self._say(302, Location=f"/{rest}")
            case "loop":
                self._say(302, Location="/loop")
            case "to-mail":
                self._say(302, Location="mailto:a@b.example")
            case "later":
                calls = len(self.server.methods(self.path))
                self._say(*((429,) if calls < 3 else (200,)), **{"Retry-After": rest})
            case "never":
                self._say(429, **{"Retry-After": rest})
            case _:
                self._say(200)

    def _say(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of our own."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class Clock:
    """Sleeps without sleeping, and notes for how long."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        """No time passes."""
        if seconds:
            self.slept.append(seconds)


def manners(clock: Clock | None = None, **changes: object) -> Manners:
    """As the tests ask."""
    values = {"pause": 0.0, "may_ask_private": True, "now": lambda: NOW} | changes
    return Manners(
        agent="aushang/test",
        sleep=(clock or Clock()).sleep,
        random=Random(1),
        **values,  # type: ignore[arg-type]  # each is one of its fields
    )


def answer(url: str, how: Manners) -> Answer:
    """One question."""

    async def ask() -> Answer:
        async with Client(how) as client:
            return await client.ask(url)

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/status/200", Answer(Standing.OK, "it says 200 OK")),
        ("/status/204", Answer(Standing.OK, "it says 204 No Content")),
        ("/status/416", Answer(Standing.OK, "it says 416 Requested Range Not Satisfiable")),
        ("/status/404", Answer(Standing.DEAD, "it says 404 Not Found")),
        ("/status/410", Answer(Standing.DEAD, "it says 410 Gone")),
        ("/status/401", Answer(Standing.UNKNOWN, "it says 401 Unauthorized")),
        ("/status/403", Answer(Standing.UNKNOWN, "it says 403 Forbidden")),
        ("/status/500", Answer(Standing.UNKNOWN, "it says 500 Internal Server Error")),
        ("/status/599", Answer(Standing.UNKNOWN, "it says 599")),
        ("/no-head", Answer(Standing.OK, "it says 200 OK")),
        ("/hangs-up", Answer(Standing.OK, "it says 200 OK")),
        ("/to/status/200", Answer(Standing.OK, "it says 200 OK")),
        ("/to/to/status/404", Answer(Standing.DEAD, "it says 404 Not Found")),
        ("/loop", Answer(Standing.UNKNOWN, "it leads on more than 10 times")),
        ("/to-mail", Answer(Standing.UNKNOWN, "it is no address that can be asked")),
    ],
)
def test_each_answer_has_its_meaning(server: Server, path: str, expected: Answer) -> None:
    """Only what its own server says is gone is dead."""
    assert answer(server.url + path, manners()) == expected


def test_head_comes_first_and_a_get_asks_for_one_byte(server: Server) -> None:
    """Under our own name."""
    answer(f"{server.url}/status/200", manners())
    assert server.methods("/status/200") == ["HEAD"]
    answer(f"{server.url}/status/404", manners())
    assert server.methods("/status/404") == ["HEAD", "GET"]
    headers = server.seen[-1][2]
    assert headers["Range"] == "bytes=0-0"
    assert headers["User-Agent"] == "aushang/test"


def test_who_says_later_is_asked_later(server: Server) -> None:
    """As many seconds as it says, and twice."""
    clock = Clock()
    assert answer(f"{server.url}/later/7", manners(clock)).standing is Standing.OK
    assert clock.slept == [7.0, 7.0]


def test_a_date_can_say_when(server: Server) -> None:
    """RFC 9110 allows both."""
    clock = Clock()
    answer(f"{server.url}/later/Sat, 21 Nov 2026 12:00:09 GMT", manners(clock))
    assert clock.slept == [9.0, 9.0]


def test_who_does_not_say_when_is_asked_less_and_less_often(server: Server) -> None:
    """Never all at the same moment."""
    clock = Clock()
    answer(f"{server.url}/later/soon", manners(clock))
    assert [int(seconds) for seconds in clock.slept] == [2, 4]
    assert clock.slept[0] % 1 > 0


def test_who_says_much_later_is_not_waited_for(server: Server) -> None:
    """Nor counted as dead."""
    clock = Clock()
    assert answer(f"{server.url}/never/3600", manners(clock)) == Answer(
        Standing.UNKNOWN, "it says 429 Too Many Requests"
    )
    assert clock.slept == []


def test_nobody_answers(server: Server) -> None:
    """A port where nobody listens."""
    server.server_close()
    assert answer(server.url, manners()) == Answer(Standing.UNKNOWN, "no connection could be made")


def test_a_slow_server_is_not_dead() -> None:
    """It takes the connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        assert answer(url, manners(patience=0.3)) == Answer(
            Standing.UNKNOWN, "there was no answer in 0 seconds"
        )


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_machines_near_this_one_are_not_asked(server: Server, host: str) -> None:
    """By number or by name."""
    url = f"http://{host}:{server.server_port}/"
    assert answer(url, manners(may_ask_private=False)) == Answer(
        Standing.UNKNOWN, "it leads to a machine that is not public, and was not asked"
    )
    assert server.seen == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("www.example.com", True),
        ("10.0.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),  # noqa: S104  nobody binds to it
        ("224.0.0.1", False),
        ("[::1]", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("fe80::1%eth0", False),
    ],
)
def test_which_numbers_are_public(number: str, *, expected: bool) -> None:
    """What RFC 6890 keeps for special use is not."""
    assert is_public(number) is expected


def test_one_host_is_asked_one_at_a_time(server: Server, tmp_path: Path) -> None:
    """With a pause behind each question."""
    clock = Clock()
    urls = [f"{server.url}/status/200?{number}" for number in range(5)]
    asked(urls, Ledger(tmp_path / "a.sqlite"), manners(clock, pause=0.5), now=NOW)
    assert clock.slept == [0.5] * 5


def test_what_was_learned_is_kept_and_not_asked_again(server: Server, tmp_path: Path) -> None:
    """What was there is taken to be there for a fortnight; what was not is asked each time."""
    ledger = Ledger(tmp_path / "a.sqlite")
    good, bad = f"{server.url}/status/200", f"{server.url}/status/404"
    urls = [good, f"{good}#teil", bad]
    first = asked(urls, ledger, manners(), now=NOW)
    assert {url: known.answer.standing for url, known in first.items()} == {
        good: Standing.OK,
        f"{good}#teil": Standing.OK,
        bad: Standing.DEAD,
    }
    assert server.methods("/status/200") == ["HEAD"]
    asked(urls, ledger, manners(), now=NOW + timedelta(days=13))
    assert server.methods("/status/200") == ["HEAD"]
    assert server.methods("/status/404") == ["HEAD", "GET"] * 2
    asked(urls, ledger, manners(), now=NOW + timedelta(days=14))
    assert server.methods("/status/200") == ["HEAD"] * 2


def test_dead_is_believed_after_a_day(server: Server, tmp_path: Path) -> None:
    """Twice on one day is once."""
    ledger = Ledger(tmp_path / "a.sqlite")
    url = f"{server.url}/status/410"
    told = [
        asked([url], ledger, manners(), now=NOW + timedelta(hours=hours))[url].is_surely_dead
        for hours in (0, 5, 23, 24)
    ]
    assert told == [False, False, False, True]


def test_an_unclear_answer_takes_nothing_back() -> None:
    """A clear one does."""
    dead = Answer(Standing.DEAD, "it says 404 Not Found")
    unclear = Answer(Standing.UNKNOWN, "it says 503 Service Unavailable")
    once = after(None, dead, NOW)
    later = after(once, unclear, NOW + timedelta(days=1))
    assert not later.is_surely_dead
    assert after(later, dead, NOW + timedelta(days=2)).is_surely_dead
    alive = after(later, Answer(Standing.OK, "it says 200 OK"), NOW + timedelta(days=2))
    assert not after(alive, dead, NOW + timedelta(days=3)).is_surely_dead


def test_without_a_network_nothing_is_dead(tmp_path: Path) -> None:
    """RFC 6761: no name under `invalid` is ever known."""
    url = "http://nobody.invalid/"
    known = asked([url], Ledger(tmp_path / "a.sqlite"), manners(), now=NOW)
    assert known[url].answer.standing is Standing.UNKNOWN


def test_a_host_that_is_not_known_is_dead_if_others_are(server: Server, tmp_path: Path) -> None:
    """The network is there, then; a name service that does not answer leaves it open."""
    urls = ["http://nobody.invalid/", f"{server.url}/status/200"]
    known = asked(urls, Ledger(tmp_path / "a.sqlite"), manners(), now=NOW)
    assert known[urls[0]].answer in {
        Answer(Standing.DEAD, "there is no such host"),
        Answer(Standing.UNKNOWN, "its name could not be looked up just now"),
    }


def test_progress_is_told(server: Server, tmp_path: Path) -> None:
    """After each answer."""
    told: list[tuple[int, int]] = []
    urls = [f"{server.url}/{number}" for number in range(3)]
    asked(
        urls,
        Ledger(tmp_path / "a.sqlite"),
        manners(),
        now=NOW,
        told=lambda done, of: told.append((done, of)),
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_what_was_learned_survives_an_interruption(server: Server, tmp_path: Path) -> None:
    """Ctrl-C after the second answer."""
    file = tmp_path / "a.sqlite"

    def stop(done: int, _of: int) -> None:
        if done == 2:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        asked(
            [f"{server.url}/{number}" for number in range(9)],
            Ledger(file),
            manners(),
            now=NOW,
            told=stop,
        )
    assert len(read_known(file)) >= 2


def test_a_ledger_that_is_none_is_replaced(tmp_path: Path) -> None:
    """Whatever stands there, a check goes on."""
    file = tmp_path / "a.sqlite"
    file.write_bytes(b"this is no database" * 100)
    assert read_known(file) == {}
    ledger = Ledger(file)
    ledger.keep("http://a.example/", Known(Answer(Standing.OK, "x"), NOW))
    assert ledger.known()["http://a.example/"].asked == NOW
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE link SET standing = 'odd'")
    assert read_known(file) == {}


def test_what_nobody_links_to_is_forgotten_in_time(tmp_path: Path) -> None:
    """Half a year after it was last asked."""
    ledger = Ledger(tmp_path / "a.sqlite")
    for days in (179, 181):
        ledger.keep(
            f"http://{days}.example/", Known(Answer(Standing.OK, "x"), NOW - timedelta(days=days))
        )
    ledger.forget([], NOW)
    assert list(ledger.known()) == ["http://179.example/"]
