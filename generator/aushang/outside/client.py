"""Asks one address whether it is there, as a polite visitor does.

First with HEAD, which costs the server little; where that does not say yes, with a GET of one byte,
because many servers answer HEAD wrongly. `Retry-After` is obeyed (RFC 9110, section 10.2.3).
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from random import Random
from types import TracebackType
from typing import Self
from urllib.parse import urldefrag, urljoin, urlsplit

import aiohttp
from aiohttp.resolver import ThreadedResolver

from aushang.outside.answer import Answer, Standing
from aushang.outside.private import PrivateAddressError, PublicResolver, is_public

_AT_ONCE = 16  # requests to all hosts together; one at a time to each
_PAUSE = 0.5  # seconds between two requests to one host
_PATIENCE = 20.0  # seconds for an answer
_TRIES = 3
_LONGEST_WAIT = 60.0  # seconds; who says to come back later than that is not waited for
_MOST_HOPS = 10
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_LATER = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NO_SUCH_RANGE = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
FAILURES = (PrivateAddressError, aiohttp.ClientError, OSError, TimeoutError, ValueError)
_NO_SUCH_HOST = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})


class UnknownHostError(Exception):
    """No such host, says the name service; or there is no name service at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How to ask: as whom, how the time passes, and whether private machines may be asked.

    `pause` is the time between two requests to one host, in seconds.
    """

    agent: str
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    random: Random = field(default_factory=Random)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    pause: float = _PAUSE
    patience: float = _PATIENCE
    may_ask_private: bool = False


class Client:
    """One conversation with many hosts; an asynchronous context."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._hosts: dict[str, asyncio.Lock] = {}
        self._crowd = asyncio.Semaphore(_AT_ONCE)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        resolver = ThreadedResolver()
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=resolver if self._manners.may_ask_private else PublicResolver(resolver),
                limit=_AT_ONCE,
            ),
            headers={"User-Agent": self._manners.agent, "Accept": "*/*"},
            timeout=aiohttp.ClientTimeout(total=self._manners.patience),
            # A cookie that was set on the way lets some redirects end.
            cookie_jar=aiohttp.CookieJar(unsafe=self._manners.may_ask_private),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session:
            await self._session.close()

    async def ask(self, url: str) -> Answer:
        """How `url` stands. Raises UnknownHostError; what that means, many hosts together tell."""
        try:
            answer = await self._asked("HEAD", url)
        except aiohttp.ClientConnectorDNSError as error:
            if getattr(error.os_error, "errno", None) in _NO_SUCH_HOST:
                raise UnknownHostError(urlsplit(url).hostname) from error
            return _unknown("its name could not be looked up just now")
        except FAILURES as error:
            answer = self._failed(error)
            if not isinstance(error, aiohttp.ServerConnectionError):
                return answer
            # Some servers hang up on HEAD.
        if answer.standing is Standing.OK:
            return answer
        try:
            return await self._asked("GET", url)
        except FAILURES as error:
            return self._failed(error)

    def _failed(self, error: Exception) -> Answer:
        """What it means that there was no answer: nothing for sure."""
        return _unknown(reason(error, self._manners.patience))

    async def _asked(self, method: str, url: str) -> Answer:
        """The answer at the end of all redirects."""
        for _ in range(_MOST_HOPS):
            answer, onward = await self._answered(method, url)
            if onward is None:
                return answer
            url = onward
        return _unknown(f"it leads on more than {_MOST_HOPS} times")

    async def _answered(self, method: str, url: str) -> tuple[Answer, str | None]:
        """One answer, or where it sends us. Who says “later” is asked again then."""
        for number in range(1, _TRIES + 1):
            status, headers = await self._request(method, url)
            if status not in _LATER or number == _TRIES:
                break
            wait = self._wait(headers.get("Retry-After", ""), number)
            if wait > _LONGEST_WAIT:
                break
            await self._manners.sleep(wait)
        onward = headers.get("Location")
        if status in REDIRECTS and onward:
            return _unknown("it leads on"), urldefrag(urljoin(url, onward)).url
        return _judged(status), None

    async def _request(self, method: str, url: str) -> tuple[int, dict[str, str]]:
        session = self._session
        if session is None:
            raise RuntimeError("the client is asked outside of its context")
        host = urlsplit(url).hostname or ""
        if urlsplit(url).scheme not in {"http", "https"}:
            raise aiohttp.InvalidURL(url)
        if not (self._manners.may_ask_private or is_public(host)):
            raise PrivateAddressError(host)
        headers = {"Range": "bytes=0-0"} if method == "GET" else {}
        async with self._hosts.setdefault(host, asyncio.Lock()):
            try:
                async with (
                    self._crowd,
                    session.request(
                        method, url, headers=headers, allow_redirects=False
                    ) as response,
                ):
                    found = {
                        name: response.headers[name]
                        for name in ("Location", "Retry-After")
                        if name in response.headers
                    }
                    return response.status, found
            finally:
                await self._manners.sleep(self._manners.pause)

    def _wait(self, said: str, number: int) -> float:
        """Seconds to wait: as the server says, else longer each time and never the same."""
        if said.isdecimal() and said.isascii():
            return float(said)
        try:
            until = parsedate_to_datetime(said)
        except ValueError:
            return float(2**number) + self._manners.random.random()
        aware = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max((aware - self._manners.now()).total_seconds(), 0.0)


def reason(error: Exception, patience: float) -> str:
    """Why one of `FAILURES` kept an answer from us; `patience` is how many seconds we waited."""
    match error:
        case PrivateAddressError():
            return "it leads to a machine that is not public, and was not asked"
        case aiohttp.InvalidURL():
            return "it is no address that can be asked"
        case TimeoutError():
            return f"there was no answer in {patience:.0f} seconds"
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientConnectorSSLError():
            return "its certificate is not valid"
        case aiohttp.ClientConnectorError():
            return "no connection could be made"
        case _:
            return f"it could not be asked ({type(error).__name__})"


def said(status: int) -> str:
    """An answer in words: “it says 404 Not Found”."""
    return f"it says {status} {_phrase(status)}".rstrip()


def _judged(status: int) -> Answer:
    if status in _GONE:
        return Answer(Standing.DEAD, said(status))
    is_fine = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES or status == _NO_SUCH_RANGE
    return Answer(Standing.OK if is_fine else Standing.UNKNOWN, said(status))


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _unknown(why: str) -> Answer:
    return Answer(Standing.UNKNOWN, why)
