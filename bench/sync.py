"""The rows about apps that keep posts: what a first sync costs, and to come back for one change.

Requests and bytes are counted as files, uncompressed; a host that compresses sends a fifth of it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from aushang.mkdocs.configuration import load_configuration
from bench.corpus import samples
from bench.engines import aushang, post_file
from bench.later_builds import edit
from bench.measure import built
from bench.plan import Plan
from bench.table import Line, bounded

_MOST_REQUESTS = 3
_MOST_KILOBYTES = 100.0
_MOST_SHARE = 120.0


@dataclass
class App:
    """Follows the log of changes as docs/reference/api.md says, where nothing goes wrong.

    It asks for files of the site in `folder`, which stands at `url`.
    """

    folder: Path
    url: str
    page: str
    number: int = 0
    mark: str = ""
    requests: int = 0
    size: int = 0
    size_of_posts: int = 0

    def sync(self) -> None:
        """Bring everything up to date."""
        last: dict[str, dict[str, Any]] = {}
        mine, page = (self.number, self.mark), self.page
        while True:
            self.page = page
            content = json.loads(self._asked(page))
            for item in content["items"]:
                if item["modified"] > mine[0]:
                    last[item["id"]] = item
                    self.number, self.mark = item["modified"], item["mark"]
            moved = content.get("moved")
            is_past = moved is not None and (moved["modified"], moved["mark"]) == mine
            page = moved["after"] if is_past else content["next"]
            if page == self.page:
                break
        for item in last.values():
            if item["state"] != "deleted":
                self.size_of_posts += len(self._asked(item["url"]))

    def _asked(self, address: str) -> bytes:
        data = (self.folder / address.removeprefix(self.url)).read_bytes()
        self.requests += 1
        self.size += len(data)
        return data


def of_an_app(plan: Plan) -> Iterator[Line]:
    """A first sync, and what comes back a year later for the one post that was changed."""
    engine = replace(aushang(), name="aushang-sync")
    folder = plan.filled(engine, plan.posts)
    built(engine, folder)
    configuration = load_configuration(folder / "mkdocs.yml")
    url = configuration.site.url
    app = App(configuration.output, url, f"{url}api/v1/changes/0001.json")
    app.sync()
    share = 100 * app.size / app.size_of_posts
    what = f"bytes of a first sync of {plan.posts:,} posts, by those of the posts' files"
    yield bounded(what, share, _MOST_SHARE, "%")
    edit(post_file(folder, next(samples(1))), "Nachtrag.")
    built(engine, folder)
    app.requests = app.size = 0
    app.sync()
    what = f"of a copy of {plan.posts:,} posts that lacks one change"
    yield bounded(f"requests {what}", app.requests, _MOST_REQUESTS, "requests")
    yield bounded(f"kilobytes {what}", app.size / 1000, _MOST_KILOBYTES, "kB")
