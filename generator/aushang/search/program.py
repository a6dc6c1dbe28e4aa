"""Pagefind's program, which the extra `search` brings, and one conversation with it.

In its service mode it reads requests on its standard input and answers each on its output, as JSON
in Base64 with a comma behind. When its input ends it ends at once, so it never outlives this
process, however that ends. (Pagefind's own client for Python takes ten answers a second.)
"""

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread, Timer
from typing import Any, Final, Protocol

from aushang.model import AushangError

Message = Mapping[str, Any]

PACKAGE: Final = "pagefind-bin"

_END: Final = b","
_PIECE: Final = 1 << 16  # bytes read at a time


class Talk(Protocol):
    """Sends requests to Pagefind and gives its answers back."""

    def __call__(self, requests: Iterable[Message]) -> list[Message]:
        """One answer for each request."""


def program() -> Path:
    """Where the program is. Raises AushangError if it is not installed."""
    try:
        # Only who has a search needs it; it tells no types.
        from pagefind_bin import (  # type: ignore[import-untyped]  # noqa: PLC0415
            get_executable,
        )

        found = Path(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise AushangError(
            "mkdocs.yml says `search: true`, but Pagefind, which makes it, is not installed",
            "run `pip install 'aushang[search]'`, or write search: false",
        ) from error
    return found


class Brake:
    """Ends conversations from another thread: the one that goes on, and any that begins later."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_pulled = False

    def pull(self) -> None:
        """End them."""
        with self._lock:
            self._is_pulled = True
            self._end()

    def hold(self, process: subprocess.Popen[bytes]) -> None:
        """From now on it is this process that has to be ended."""
        with self._lock:
            self._process = process
            if self._is_pulled:
                self._end()

    def _end(self) -> None:
        if self._process:
            self._process.kill()


def talk(
    requests: Iterable[Message], *, command: Path, seconds: float, brake: Brake | None = None
) -> list[Message]:
    """Pagefind's answers.

    Raises AushangError if it takes longer than `seconds`, fails or dies, by the `brake` or without.
    """
    sent = [_spelt(number, request) for number, request in enumerate(requests, start=1)]
    answers: list[Message] = []
    process = _started(command)
    if brake:
        brake.hold(process)
    timer = Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    listener = Thread(target=lambda: answers.extend(_answers(process, len(sent))), daemon=True)
    listener.start()
    try:
        _send(process, sent)
        listener.join()
        is_late = not timer.is_alive()
    finally:
        timer.cancel()
        process.kill()
        process.wait()
        listener.join()
        for stream in (process.stdin, process.stdout):
            _close(stream)
    for answer in answers:
        if answer["type"] == "Error":
            raise AushangError(
                f"Pagefind refuses to index the site: {answer['message']}",
                "report this with the post that you changed last, or write search: false",
            )
    if len(answers) < len(sent):
        raise _broken_off(seconds) if is_late else _ended()
    return answers


def _broken_off(seconds: float) -> AushangError:
    return AushangError(
        f"Pagefind was still at work on the search index after {seconds:g} seconds and was stopped",
        "try again when the machine has less to do, or write search: false",
    )


def _ended() -> AushangError:
    return AushangError(
        "Pagefind ended in the middle of its work on the search index",
        "look whether memory or disk are full, or write search: false",
    )


def _started(command: Path) -> subprocess.Popen[bytes]:
    # Its settings come with each request; files and variables around us are other people's.
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")
    }
    try:
        return subprocess.Popen(
            [command, "--service"],
            cwd=command.parent,
            env=surroundings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise AushangError(
            f"Pagefind cannot be started: {error.strerror}",
            "install it again with `pip install --force-reinstall 'aushang[search]'`",
        ) from error


def _spelt(number: int, request: Message) -> bytes:
    written = json.dumps({"message_id": number, "payload": request})
    return base64.b64encode(written.encode()) + _END


def _send(process: subprocess.Popen[bytes], sent: Iterable[bytes]) -> None:
    stream = process.stdin
    if stream is None:  # for the type checker: it was asked for
        return
    with suppress(BrokenPipeError):  # it has ended; the missing answers say so
        stream.writelines(sent)
        stream.flush()


def _answers(process: subprocess.Popen[bytes], wanted: int) -> Iterator[Message]:
    """So many answers, or as many as there are before the program ends."""
    stream = process.stdout
    rest = b""
    while stream is not None and wanted:
        piece = stream.read1(_PIECE)  # type: ignore[attr-defined]  # a buffered pipe has it
        if not piece:
            return
        *whole, rest = (rest + piece).split(_END)
        for one in whole:
            yield json.loads(base64.b64decode(one))["payload"]
        wanted -= len(whole)


def _close(stream: Any) -> None:
    with suppress(OSError):  # what was not yet sent goes to nobody
        stream.close()
