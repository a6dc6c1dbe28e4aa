"""A file to be published, and who claims its path."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a file is to the reader of the build's summary."""

    PAGE = "page"
    FEED = "feed"
    API = "api"
    ASSET = "asset"
    REDIRECT = "redirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """One file of the site.

    `path` is relative to the site's root, with forward slashes (`meldungen/a/index.html`).
    `sources` are the files (`content/posts/a.md`) or the parts of the program that claim the path;
    the first one is where a fault is most likely to be mended.
    """

    path: str
    media_type: str
    data: bytes
    kind: Kind
    sources: tuple[str, ...]
