"""Programs that run on while a test talks to them over loopback."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from pathlib import Path

from tests.integration.sites import NOW

PATIENCE = 120.0  # seconds; a busy machine is slow, a broken program is for ever
# Below those that systems choose from (Linux: from 32768); a hundred for each worker of the tests.
_PORTS = count(15_000 + os.getpid() % 150 * 100)


@dataclass(frozen=True, slots=True)
class Running:
    """A program that writes into `log` and serves on `port`."""

    process: subprocess.Popen[bytes]
    log: Path
    port: int

    def told(self) -> str:
        """Everything it has printed so far."""
        return self.log.read_text(encoding="utf-8")

    def get(self, path: str) -> tuple[int, str]:
        """Status and body; status 0 while nobody answers."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()
        except ConnectionError:
            return 0, ""
        finally:
            connection.close()

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so; fails with all that was printed."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert self.process.poll() is None, self.told()
            assert time.monotonic() < deadline, self.told()
            time.sleep(0.05)


def free_port() -> int:
    """A port that nobody has, and that nobody gets who asks the system for any.

    One of the system's own choice could be somebody else's by the time that a program takes it.
    """
    while True:
        port = next(_PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@contextmanager
def running(root: Path, *arguments: str, port: int) -> Iterator[Running]:
    """A Python program in the publication's folder; at the end it gets a Ctrl-C."""
    log = root.parent / "log.txt"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=root,
            stdout=stream,
            stderr=subprocess.STDOUT,
            env={
                **os.environ,
                "AUSHANG_NOW": NOW,
                "NO_MKDOCS_2_WARNING": "1",
                "PYTHONUNBUFFERED": "1",
            },
        )
    try:
        yield Running(process, log, port)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
