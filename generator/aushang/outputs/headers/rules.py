"""What each file is served with: how long it may be kept, who may read it, what it is.

The one table. The modules beside it only spell it in the language of a host.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from aushang.model import Site
from aushang.model.addresses import (
    API,
    BADGES,
    EMBED,
    FEEDS,
    NOT_FOUND,
    SEARCH,
    home,
    of_api,
    of_statuspage,
)

ASKED_AGAIN: Final = "public, max-age=0, must-revalidate"
"""Kept, but asked for each time: an answer 304 is 200 bytes, and a closure is seen at once."""
A_MINUTE: Final = "public, max-age=60, stale-while-revalidate=30"
"""What many ask for each minute (RFC 5861, section 3)."""
FIVE_MINUTES: Final = "public, max-age=300"
A_DAY: Final = "public, max-age=86400"
FOR_EVER: Final = "public, max-age=31536000, immutable"
"""Only what never changes under its address (RFC 8246)."""

EVERYWHERE: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    # Pages carry their policy themselves, each as strict as it can be; this is the one part that
    # a meta element cannot say (CSP level 3, section 3.3).
    "Content-Security-Policy": "frame-ancestors 'self'",
}
"""What every answer has, whatever its status."""

OPEN: Final = {"Access-Control-Allow-Origin": "*"}
"""Whatever is meant for other programs may be read by scripts of any website."""

HIDDEN: Final = (".aushang", "_headers")
"""Files that are the program's and the host's own business."""

_ASSETS: Final = "assets"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Site paths that begin with `start` and end with `end`; with `end` None `start` alone.

    No host can say more in one line: of the files that hosts read, some know one `*` and no other
    sign.
    """

    start: str
    end: str | None = ""

    def covers(self, path: str) -> bool:
        """Whether a site path is one of them."""
        if self.end is None:
            return path == self.start
        is_long_enough = len(path) >= len(self.start) + len(self.end)
        return is_long_enough and path.startswith(self.start) and path.endswith(self.end)

    def includes(self, other: "Pattern") -> bool:
        """Whether all paths of the other are among them."""
        if other.end is None:
            return self.covers(other.start)
        if self.end is None:
            return False
        return other.start.startswith(self.start) and other.end.endswith(self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Files that are served alike. `media_type` is empty where the name's ending tells it."""

    what: str
    patterns: tuple[Pattern, ...]
    cache: str = ASKED_AGAIN
    is_open: bool = False
    media_type: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """What these files have besides `EVERYWHERE`, but for the media type."""
        return {"Cache-Control": self.cache, **(OPEN if self.is_open else {})}


REST: Final = Kind(what="pages, pictures and all else", patterns=(Pattern(""),))
"""The kind of all files that the table does not name."""

MISSING: Final = Kind(
    what="the answer that there is nothing, which apps on other websites must be able to read",
    patterns=(Pattern(NOT_FOUND, None),),
    is_open=True,
)
"""Without that, a browser makes of a 404 a network that failed (Fetch, section 4.10)."""

_OF_ANY_SITE: Final = (
    Kind(
        what="full pages of the log of changes",
        patterns=(Pattern(f"{API}/changes/full/", ".json"),),
        cache=FOR_EVER,
        is_open=True,
    ),
    Kind(
        what="schemas",
        patterns=(Pattern(f"{API}/schema/", ".json"),),
        is_open=True,
        media_type="application/schema+json",
    ),
    Kind(
        what="other feeds, and calendars",
        patterns=(Pattern("", ".rss"), Pattern("", ".atom"), Pattern("", ".ics")),
        cache=FIVE_MINUTES,
        is_open=True,
    ),
    Kind(
        what="the script for other websites",
        patterns=(Pattern(EMBED, None),),
        cache=FIVE_MINUTES,
        is_open=True,
    ),
    Kind(
        what="parts of the search, named after their content",
        patterns=tuple(
            Pattern(f"{SEARCH}/", ending) for ending in (".pf_fragment", ".pf_index", ".pf_meta")
        ),
        cache=FOR_EVER,
    ),
    MISSING,
    # Pages name them with a digest (`?v=…`), so a changed one has another address; but the file of
    # a publish that is not yet copied in full would answer to it, so not for ever.
    Kind(what="the look", patterns=(Pattern(f"{_ASSETS}/"),), cache=A_DAY),
    Kind(what="the rest of the API", patterns=(Pattern("", ".json"),), is_open=True),
)


def kinds(site: Site) -> tuple[Kind, ...]:
    """All kinds but `REST`; the first one that covers a path is the one that holds."""
    starts = [home(site, language) for language in site.languages]
    polled = Kind(
        what="what apps ask for each minute",
        patterns=(
            Pattern(of_api("status"), None),
            *_statuspage(site),
            *(Pattern(f"{start}{BADGES}/", ".svg") for start in starts),
        ),
        cache=A_MINUTE,
        is_open=True,
    )
    feeds = Kind(
        what="feeds as JSON",
        patterns=tuple(Pattern(f"{start}{FEEDS}/", ".json") for start in starts),
        cache=FIVE_MINUTES,
        is_open=True,
        media_type="application/feed+json",
    )
    return (polled, feeds, *_OF_ANY_SITE)


def _statuspage(site: Site) -> list[Pattern]:
    if site.statuspage is None:
        return []
    ending = ".json"
    return [Pattern(of_statuspage(site.statuspage, "").removesuffix(ending), ending)]


def kind_of(path: str, table: Iterable[Kind]) -> Kind:
    """The kind of a site path, such as `feeds/posts.rss`; a page's is `standorte/mitte/`."""
    return next((one for one in table if any(p.covers(path) for p in one.patterns)), REST)
