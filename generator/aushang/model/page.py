"""What is written by hand beside the posts: pages, and the files they show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from aushang.model.body import Body
from aushang.model.ignored import Ignored
from aushang.model.source import Source


class Menu(StrEnum):
    """Where a page is linked from on every page."""

    MAIN = "main"
    FOOTER = "footer"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """A page in one language. `slug` is its address under the language, `impressum`."""

    language: str
    title: str
    summary: str
    body: Body
    slug: str
    source: Source
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A hand-written page such as the imprint. `order` sorts it within its menu."""

    id: str
    texts: Mapping[str, PageText]
    source: Source
    menu: Menu = Menu.NONE
    order: int = 0
    ignore: Mapping[str, Ignored] = field(default_factory=dict)

    def text(self, language: str) -> PageText:
        """The page in `language`, else in the language that it was written in."""
        return self.texts.get(language) or next(iter(self.texts.values()))


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture or download from the content folder, published unchanged under `site_path`."""

    file: Path
    site_path: str
    source: str
