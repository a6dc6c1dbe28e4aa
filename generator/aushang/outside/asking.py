"""Asks many addresses, and keeps what each of them said."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urldefrag, urlsplit

from aushang.outside.answer import Answer, Standing
from aushang.outside.client import Client, Manners, UnknownHostError
from aushang.outside.known import Known, Ledger, after

Told = Callable[[int, int], None]
"""Somebody who is told how many addresses have answered, and of how many."""

_NO_HOST = Answer(Standing.DEAD, "there is no such host")
_NO_NETWORK = Answer(Standing.UNKNOWN, "no name at all could be looked up: there is no network")


@dataclass(slots=True)
class _Round:
    """One round of questions: what was known, and what was learned."""

    ledger: Ledger
    before: Mapping[str, Known]
    now: datetime
    learned: dict[str, Known]
    lost: list[str]
    has_network: bool = False

    def learn(self, url: str, answer: Answer) -> None:
        """Keep an answer at once."""
        known = after(self.before.get(url), answer, self.now)
        self.learned[url] = known
        self.ledger.keep(url, known)


def asked(
    urls: Iterable[str],
    ledger: Ledger,
    manners: Manners,
    *,
    now: datetime,
    told: Told = lambda _done, _of: None,
) -> Mapping[str, Known]:
    """What is known of each of `urls` after asking those that are not surely there.

    Addresses that differ in what stands behind `#` are asked once; they are given back as they came
    in. A host that the name service does not know counts as dead only if it knows another one.
    KeyboardInterrupt ends it; what was learned until then is kept.
    """
    by_place: dict[str, list[str]] = {}
    for url in urls:
        by_place.setdefault(urldefrag(url).url, []).append(url)
    before = ledger.known()
    due = [
        place for place in sorted(by_place) if place not in before or not before[place].is_good(now)
    ]
    round_ = _Round(ledger, before, now, {}, [])
    asyncio.run(_ask_all(due, round_, manners, told))
    known = {**before, **round_.learned}
    ledger.forget(by_place, now)
    return {url: known[place] for place, same in by_place.items() for url in same}


async def _ask_all(due: list[str], round_: _Round, manners: Manners, told: Told) -> None:
    done = 0
    async with Client(manners) as client:

        async def ask(url: str) -> None:
            nonlocal done
            try:
                answer = await client.ask(url)
            except UnknownHostError:
                round_.lost.append(url)
            else:
                round_.has_network = round_.has_network or _was_reached(answer)
                round_.learn(url, answer)
            done += 1
            told(done, len(due))

        # Hosts in turn: the addresses of one host wait for each other anyway.
        async with asyncio.TaskGroup() as group:
            for url in _interleaved(due):
                group.create_task(ask(url))
    for url in round_.lost:
        round_.learn(url, _NO_HOST if round_.has_network else _NO_NETWORK)


def _was_reached(answer: Answer) -> bool:
    return answer.why.startswith("it says ")


def _interleaved(urls: Iterable[str]) -> list[str]:
    by_host: dict[str, list[str]] = {}
    for url in urls:
        by_host.setdefault(_host(url), []).append(url)
    queues = list(by_host.values())
    longest = max(map(len, queues), default=0)
    return [queue[number] for number in range(longest) for queue in queues if number < len(queue)]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
