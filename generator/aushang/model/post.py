"""A piece of news, its texts by language, and the later words on the same matter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from aushang.model.body import Body
from aushang.model.ignored import Ignored
from aushang.model.price import Price
from aushang.model.source import Source


class PostType(StrEnum):
    """What kind of change a post announces."""

    REOPENING = "reopening"
    CLOSURE = "closure"
    DISRUPTION = "disruption"
    MAINTENANCE = "maintenance"
    AVAILABILITY = "availability"
    PRICE = "price"
    NEWS = "news"


class Effect(StrEnum):
    """What a customer can do there now."""

    OPEN = "open"
    RESTRICTED = "restricted"
    FULL = "full"
    CLOSED = "closed"


class UpdateStatus(StrEnum):
    """How far the matter has come. What is `withdrawn` does not take place, or never held."""

    INVESTIGATING = "investigating"
    IDENTIFIED = "identified"
    MONITORING = "monitoring"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A later word on a post. `texts` holds it by language; `at` is when it was said."""

    at: datetime
    texts: Mapping[str, Body]
    status: UpdateStatus | None = None

    @property
    def key(self) -> str:
        """The update's part of an id and its anchor on the page: of `at`, never of a position."""
        return f"update-{self.at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostText:
    """A post in one language. `slug` is the last part of its address in that language."""

    language: str
    title: str
    summary: str
    body: Body
    slug: str
    source: Source
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """An entry of a post's list of further reading. `address` is as in `Link.address`."""

    title: str
    target: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A piece of news. All times are aware.

    `published` is when it was said; `starts` and `ends` bound when it bites (half-open, a missing
    end means "until further word"). Empty `services` or `locations` mean: all of them.
    `updates` stand newest first. `ignore` maps a finding's code to why it is let pass.
    """

    id: str
    type: PostType
    published: datetime
    texts: Mapping[str, PostText]
    source: Source
    updated: datetime | None = None
    services: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    effect: Effect | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    next_update: datetime | None = None
    contact: str = ""
    updates: tuple[Update, ...] = ()
    prices: tuple[Price, ...] = ()
    tags: tuple[str, ...] = ()
    links: tuple[RelatedLink, ...] = ()
    is_pinned: bool = False
    ignore: Mapping[str, Ignored] = field(default_factory=dict)

    @property
    def modified(self) -> datetime:
        """When the newest word on the matter was said: the post, a correction or an update."""
        # Most posts are said once, and every list asks: 0.1 µs instead of 0.6.
        if not self.updates and not self.updated:
            return self.published
        said = [self.published, *(update.at for update in self.updates)]
        if self.updated:
            said.append(self.updated)
        return max(said)

    @property
    def withdrawn(self) -> datetime | None:
        """When an update took the post back; of a visible post, one that has been said."""
        if not self.updates:
            return None
        said = (one.at for one in self.updates if one.status is UpdateStatus.WITHDRAWN)
        return min(said, default=None)

    def text(self, language: str) -> PostText:
        """The post in `language`, else in the language that it was written in."""
        return self.texts.get(language) or next(iter(self.texts.values()))
