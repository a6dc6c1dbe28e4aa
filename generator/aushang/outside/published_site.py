"""Reads the log of changes of a site that is published: few files, one after the other.

Whoever names the site has a right to it, so a machine near this one may be asked. Nothing is
followed to another host, and no answer may be larger than a page of a log can be.
"""

import asyncio
from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin, urlsplit

import aiohttp

from aushang.build.published_log import reading
from aushang.model.addresses import of_api
from aushang.model.change_log import Log
from aushang.outside.client import FAILURES, REDIRECTS, Manners, reason, said

_MOST_BYTES: Final = 4_000_000  # an index has some 20 KB, a page of the log 70
_MOST_HOPS: Final = 3
_TRIES: Final = 2
_NOTHING = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


class UnreachableError(Exception):
    """The site could not be asked; why, in words that follow a colon."""


def fetched_log(url: str, tag: str, own: Log | None, manners: Manners) -> Log | None:
    """The log of the site at `url`, which ends with a slash; None where there is none yet.

    Of `own` what the two have in common is not fetched. Raises UnreachableError, and what
    `published_log.reading` raises.
    """
    return asyncio.run(_walk(url, tag, own, manners))


async def _walk(url: str, tag: str, own: Log | None, manners: Manners) -> Log | None:
    async with aiohttp.ClientSession(
        headers={"User-Agent": manners.agent, "Cache-Control": "no-cache"},
        timeout=aiohttp.ClientTimeout(total=manners.patience),
        cookie_jar=aiohttp.DummyCookieJar(),
    ) as session:
        steps = reading(tag, own)
        name = next(steps)
        while True:
            data = await _asked(session, url + of_api(name), manners)
            try:
                name = steps.send(data)
            except StopIteration as end:
                log: Log | None = end.value
                return log


async def _asked(session: aiohttp.ClientSession, url: str, manners: Manners) -> bytes | None:
    """A file of the site, None if it is not there; who is in trouble is asked once more."""
    for number in range(1, _TRIES + 1):
        try:
            status, data = await _answered(session, url)
        except FAILURES as error:
            if number == _TRIES or isinstance(error, TimeoutError):
                raise UnreachableError(reason(error, manners.patience)) from error
        else:
            if status == HTTPStatus.OK:
                return data
            if status in _NOTHING:
                return None
            if number == _TRIES or status < HTTPStatus.INTERNAL_SERVER_ERROR:
                raise UnreachableError(said(status))
        await manners.sleep(manners.pause)
    return None


async def _answered(session: aiohttp.ClientSession, url: str) -> tuple[int, bytes]:
    """Status and body behind all redirects."""
    for _ in range(_MOST_HOPS + 1):
        async with session.get(url, allow_redirects=False) as response:
            onward = response.headers.get("Location")
            if response.status not in REDIRECTS or not onward:
                return response.status, await _body(response)
        onward = urljoin(url, onward)
        if not _is_same_host(url, onward):
            raise UnreachableError(f"it leads on to another host, {urlsplit(onward).hostname}")
        url = onward
    raise UnreachableError(f"it leads on more than {_MOST_HOPS} times")


async def _body(response: aiohttp.ClientResponse) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_any():
        data += chunk
        if len(data) > _MOST_BYTES:
            raise UnreachableError(f"{response.url.path} has more than {_MOST_BYTES:,} bytes")
    return bytes(data)


def _is_same_host(url: str, onward: str) -> bool:
    before, after = urlsplit(url), urlsplit(onward)
    if before.hostname != after.hostname:
        return False
    return after.scheme == "https" or (after.scheme, after.port) == (before.scheme, before.port)
