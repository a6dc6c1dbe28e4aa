"""What a page output needs of the theme: a sheet goes in, a whole page comes out.

The theme's template is rendered once per variant, sheets are joined in (decision 5 of the design).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from aushang.model import Heading


class FeedLink(NamedTuple):
    """An autodiscovery link: its title, media type and site path.

    A named tuple, because a page's dozen of them is looked up by value (3 µs a page less).
    """

    title: str
    media_type: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page without its surroundings.

    `path` is the page's site path (`meldungen/a/`, or `404.html`). `title` and `description` are
    plain text. `body` is safe HTML that begins with the page's `<h1>`; addresses in it begin with
    `ROOT`. `section` is the menu entry that the page belongs to: `home`, `archive`, `services`,
    `locations`, `questions`, `subscribe`, a hand-written page's id, or nothing. `alternates` are
    the site paths of the same page by language, its own included. `linked_data` is JSON-LD as JSON
    text, or empty. `is_timed` says that parts of the body are for times to come (see
    `pages.spells`).
    """

    path: str
    language: str
    title: str
    description: str
    body: str
    section: str = ""
    headings: tuple[Heading, ...] = ()
    alternates: Mapping[str, str] = field(default_factory=dict)
    feeds: tuple[FeedLink, ...] = ()
    linked_data: str = ""
    is_indexed: bool = True
    is_timed: bool = False


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the menu or the footer: the `Sheet.section` it stands for, words, path."""

    section: str
    title: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page of one language.

    `search` is the site path of the search page, or empty.
    """

    language: str
    site_name: str
    home: str
    menu: tuple[MenuEntry, ...]
    footer: tuple[MenuEntry, ...]
    search: str = ""

    def __hash__(self) -> int:
        """Of the language alone: there is one frame of each, and pages are looked up by theirs."""
        return hash(self.language)


class Shell(Protocol):
    """The theme."""

    def page(self, sheet: Sheet, frame: Frame) -> bytes:
        """The whole page, joined from the variant's pieces; UTF-8."""

    def page_in_full(self, sheet: Sheet, frame: Frame) -> bytes:
        """The same through the theme's template as a whole: slow, the truth for `page`."""

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Style sheets, scripts and pictures that pages refer to: site path and bytes."""
