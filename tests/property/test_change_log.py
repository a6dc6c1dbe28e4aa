"""Whoever follows the log of changes by the documented rules ends with exactly the current posts.

Two machines publish one site, lose their folders, set their clocks back, look or do not look at
what customers have; posts are written, withdrawn and written again under the same id. Clients stop
wherever they are. What is published and read are real pages, of three items; a cache in between
keeps what may be kept for ever.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import make_site

from aushang.build.published_log import reading
from aushang.model.addresses import absolute, of_api
from aushang.model.change_log import Log, carried_on, continued
from aushang.outputs.api.changes import latest, page_files, pages_of

SITE = make_site()
INDEX = absolute(SITE, of_api("index"))
BEGIN = datetime(2026, 11, 22, 8, 15, tzinfo=UTC)
PER_PAGE = 3
IDS = "abcdefg"
FATES = ("seen", "seen", "unseen", "lost")
Files = Mapping[str, bytes]


class StartOverError(Exception):
    """The log does not go on from what the client knows."""


class Place(NamedTuple):
    """Where a client is in the log; the page is the one that led to itself."""

    epoch: str
    number: int
    mark: str
    url: str


@dataclass
class Client:
    """Written from docs/reference/api.md alone: it knows addresses and JSON.

    `kept` are pages that never change.
    """

    posts: dict[str, bytes] = field(default_factory=dict)
    place: Place | None = None
    kept: dict[str, bytes] = field(default_factory=dict)

    def sync(self, web: Files) -> None:
        """Bring the posts up to date."""
        try:
            self._follow(web)
        except StartOverError:
            self.place = None
            self._follow(web)

    def _follow(self, web: Files) -> None:
        last: dict[str, dict] = {}
        links = json.loads(web[INDEX])["links"]
        self._now = self.place or Place("", 0, "", links["changes"])
        for item in self._items(web):
            if item["kind"] == "post":
                last[item["id"]] = item
        for id_, item in last.items():
            self._take(web, id_, item)
        if self.place is None:
            self.posts = {id_: data for id_, data in self.posts.items() if id_ in last}
        self.place = self._now

    def _items(self, web: Files) -> Iterator[dict]:
        """The items behind the client's own; the place goes on with them."""
        epoch, mine, mark, url = self._now
        is_met = mine == 0
        while True:
            page = self._page(web, url)
            if epoch not in {"", page["epoch"]}:
                raise StartOverError
            self._now = self._now._replace(epoch=page["epoch"], url=url)
            for item in page["items"]:
                number = item["modified"]
                is_met = is_met or (number, item["mark"]) == (mine, mark)
                if number >= mine and not is_met:
                    raise StartOverError
                if number > mine:
                    self._now = self._now._replace(number=number, mark=item["mark"])
                    yield item
            moved = page.get("moved")
            is_past = moved is not None and (moved["modified"], moved["mark"]) == (mine, mark)
            is_met = is_met or is_past
            if page["next"] == url:
                break
            url = moved["after"] if is_past else page["next"]
        if not is_met:
            raise StartOverError

    def _page(self, web: Files, url: str) -> dict:
        if url not in web and url not in self.kept:
            raise StartOverError
        data = self.kept.get(url) or web[url]
        if "/full/" in url:
            self.kept[url] = data
        return json.loads(data)

    def _take(self, web: Files, id_: str, item: dict[str, str]) -> None:
        if item["state"] == "deleted" or item["url"] not in web:
            self.posts.pop(id_, None)
        elif sha256(self.posts.get(id_, b"")).hexdigest() != item["digest"]:
            self.posts[id_] = web[item["url"]]


@dataclass
class Machine:
    """One that publishes: what stands in its output folder."""

    files: Files = field(default_factory=dict)

    def publish(self, posts: Mapping[str, bytes], published: Files | None, now: datetime) -> Files:
        """What customers have then; with `published` it looks at what they had until now."""
        own, theirs = read(self.files), read(published) if published is not None else None
        current = {id_: sha256(data).hexdigest() for id_, data in posts.items()}
        log = continued(carried_on(own, theirs), current, tag=SITE.tag, now=now)
        self.files = written(log, posts)
        return self.files


def written(log: Log, posts: Mapping[str, bytes]) -> Files:
    """The published files, by address."""
    first, last = (absolute(SITE, of_api(one)) for one in ("changes/0001", latest(log, PER_PAGE)))
    links = {"changes": first, "changes_latest": last}
    index = {"api_version": "1.2", "revision": "", "links": links}
    files = {INDEX: json.dumps(index).encode()}
    for page in pages_of(log, PER_PAGE):
        files |= {absolute(SITE, one.path): one.data for one in page_files(page, SITE)}
    return files | {absolute(SITE, of_api(f"posts/{id_}")): data for id_, data in posts.items()}


def read(files: Files) -> Log | None:
    """The log, as a build reads it back."""
    steps = reading(SITE.tag)
    name = next(steps)
    while True:
        try:
            name = steps.send(files.get(absolute(SITE, of_api(name))))
        except StopIteration as end:
            return end.value


def edit(posts: dict[str, bytes], step: list[tuple[str, str, int]]) -> None:
    """Write and withdraw posts."""
    for what, id_, version in step:
        if what == "write":
            posts[id_] = f"{id_}{version}".encode()
        else:
            posts.pop(id_, None)


ids = st.sampled_from(IDS)
edits = st.lists(
    st.one_of(
        st.tuples(st.just("write"), ids, st.integers(0, 3)),
        st.tuples(st.just("withdraw"), ids, st.just(0)),
    ),
    max_size=5,
)
publishes = st.fixed_dictionaries(
    {
        "edits": edits,
        "machine": st.integers(0, 1),
        "looks": st.booleans(),
        "loses": st.booleans(),
        "clock": st.sampled_from((-1, 0, 0, 1)),
        "clients": st.sets(st.integers(0, 4)),
    }
)


@settings(max_examples=150, deadline=None)
@given(st.lists(publishes, min_size=1, max_size=12))
def test_every_client_ends_with_the_current_posts(history: list[dict]) -> None:
    """Wherever it stopped, and whatever happened meanwhile."""
    machines, clients = (Machine(), Machine()), [Client() for _ in range(5)]
    posts: dict[str, bytes] = {}
    web: Files = {}
    now = BEGIN
    for step in history:
        edit(posts, step["edits"])
        now += timedelta(hours=step["clock"])
        machine = machines[step["machine"]]
        if step["loses"]:
            machine.files = {}
        web = machine.publish(posts, web if step["looks"] else None, now)
        for number in step["clients"]:
            clients[number].sync(web)
            assert clients[number].posts == posts
    for client in (*clients, Client()):
        client.sync(web)
        assert client.posts == posts


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(edits, st.integers(0, 1), st.sampled_from(FATES)), max_size=12))
def test_who_looks_before_publishing_makes_nobody_start_over(history: list[tuple]) -> None:
    """Two machines in turn, whatever they have lost or built that nobody ever saw."""
    machines, client, posts = [Machine(), Machine()], Client(), {}
    web = machines[0].publish(posts, None, BEGIN)
    client._follow(web)
    epoch = client.place.epoch
    for number, (step, which, fate) in enumerate(history):
        edit(posts, step)
        if fate == "lost":
            machines[which] = Machine()
        built = machines[which].publish(posts, web, BEGIN - timedelta(days=number))
        if fate != "unseen":
            web = built
            client._follow(web)
            assert (client.posts, client.place.epoch) == (posts, epoch)
