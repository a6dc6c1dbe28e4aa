"""What was published and is gone: addresses, ids and files that somebody may have kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from aushang.checks.suppression import CONFIGURATION
from aushang.checks.written import WrittenSite
from aushang.checks.written.resolution import page_of
from aushang.model import Kind, Position, Publication
from aushang.model.addresses import API, BADGES, EMBED, FEEDS, MEDIA
from aushang.model.similar import nearest

PERMANENCE = frozenset({"AU501", "AU502", "AU503"})
"""The codes of findings that compare with what is published: a publish ends them."""

_POSTS = f"{API}/posts/"
_FEEDS = (".rss", ".atom", ".ics")
_PAGES = (".html", ".htm")
_JSON_FEED = re.compile(rf"(?:^|/){FEEDS}/.*\.json$")
# Pages and archives that are counted, what is made of the site anew each time, and the file with
# which a post is noted down, of which everybody has a copy: nobody was promised these.
_PASSING = re.compile(
    r"(?:^|/)(?:seite|page)/\d+/index\.html$|^api/v1/(?:schema|changes|posts/pages)/|^404\.html$"
    rf"|(?:^|/){FEEDS}/(?:.*/)?posts/\d+\.(?:rss|atom|json)$"
    r"|(?:^|/)(?P<slug>[^/]+)/(?P=slug)\.ics$"
)
# What stands on the websites of others.
_ELSEWHERE = re.compile(rf"^(?:[^/]+/)?{BADGES}/|^{re.escape(EMBED)}$")


@dataclass(frozen=True, slots=True)
class Vanished:
    """Addresses that belong together and are gone. `name` is the word that they share.

    `now` is the site path that the page surely has now, and `source` its file; empty if nobody
    knows.
    """

    name: str
    addresses: tuple[str, ...]
    now: str = ""
    source: str = ""

    @property
    def position(self) -> Position:
        """Where the remedy is written: into what took its place, else into the configuration."""
        return Position(self.source or CONFIGURATION)


def vanished_addresses(publication: Publication, written: WrittenSite) -> Iterator[Vanished]:
    """Pages, feeds, files of the API, badges: together where they bear the same name."""
    together: dict[str, list[str]] = {}
    for path in sorted(_gone(publication, written)):
        if _is_kept(path):
            together.setdefault(_name_of(path), []).append(page_of(path))
    new = _new_pages(written) if together else {}
    for name, addresses in together.items():
        now = nearest(addresses[0], new)
        yield Vanished(name, tuple(addresses), now, new.get(now, ""))


def vanished_ids(publication: Publication, written: WrittenSite) -> Iterator[str]:
    """The ids of posts that the API knew."""
    for path in sorted(_gone(publication, written)):
        if path.startswith(_POSTS) and not _PASSING.search(path):
            yield path[len(_POSTS) :].removesuffix(".json")


def vanished_media(publication: Publication, written: WrittenSite) -> Iterator[str]:
    """Pictures and downloads."""
    folder = f"{MEDIA}/"
    return (path for path in sorted(_gone(publication, written)) if path.startswith(folder))


def _is_kept(path: str) -> bool:
    """Whether it is promised that there will always be something at the address."""
    is_feed = path.endswith(_FEEDS) or _JSON_FEED.search(path) is not None
    is_named = path.endswith(_PAGES) or path.startswith(f"{API}/")
    if not (is_feed or is_named or _ELSEWHERE.search(path)):
        return False
    return not (path.startswith((_POSTS, f"{MEDIA}/")) or _PASSING.search(path))


def _gone(publication: Publication, written: WrittenSite) -> Iterator[str]:
    """What was published, is not, and nobody said that it may go."""
    allowed = tuple(publication.site.gone)
    for path in written.before - written.files.keys():
        if not any(fnmatchcase(f"/{page_of(path)}", pattern) for pattern in allowed):
            yield path


def _name_of(path: str) -> str:
    """The word that stands for a page in its address, in whichever language: `sauna-offen`."""
    parts = PurePosixPath(page_of(path)).parts
    return PurePosixPath(parts[-1]).stem if parts else ""


def _new_pages(written: WrittenSite) -> dict[str, str]:
    """The pages that were not there before, with the files that they are made of."""
    return {
        page_of(path): file.sources[0]
        for path, file in written.files.items()
        if file.kind is Kind.PAGE and path not in written.before
    }
