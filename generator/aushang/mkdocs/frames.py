"""What the theme's template reads besides the slots: the same for every page of one variant."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from typing import Final, NamedTuple

from babel import Locale
from babel.core import get_global

from aushang.mkdocs.fragments import in_contents
from aushang.model import Site, addresses
from aushang.outputs.shell import Frame, MenuEntry, Sheet

_REMEMBERED: Final = 64  # frames: one for each language


class Variant(NamedTuple):
    """What two pages must share to differ in nothing but their slots; looked up for each page.

    `base` is the way to the site's root as it stands in front of every address on the page;
    `is_entry` says that a menu leads to this very page, not only to one above it.
    """

    frame: Frame
    base: str
    section: str
    is_entry: bool
    is_home: bool
    has_contents: bool
    is_indexed: bool
    is_search: bool
    is_timed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a menu. `current` is the value of `aria-current`: `page`, or `true` below it."""

    title: str
    href: str
    is_here: bool
    current: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """`frame` in the templates. Texts are escaped, addresses are as they stand on the page.

    `search` is where the search field leads, empty where there is no search and on its own page.
    Of the `scripts` none is needed to read a page; `is_search` lets them run WebAssembly.
    """

    language: str
    catalogue: str
    locale: str
    kind: str
    site_name: str
    home: str
    logo: str
    icon: str
    style_sheet: str
    search: str
    scripts: tuple[str, ...]
    is_search: bool
    feed: str
    menu: tuple[Entry, ...]
    footer: tuple[Entry, ...]
    is_home: bool
    is_indexed: bool
    has_contents: bool
    has_languages: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Site paths of the theme's files, and of the publication's own logo, if it has one."""

    icon: str
    style_sheet: str
    clock_script: str = ""
    places_script: str = ""
    search_script: str = ""
    logo: str = ""


def variant_of(sheet: Sheet, frame: Frame, site: Site) -> Variant:
    """The variant a sheet belongs to. Only the 404 page is served from any depth."""
    is_absolute = sheet.path == addresses.NOT_FOUND
    return Variant(
        frame=frame,
        base=site.base_path if is_absolute else addresses.relative_root(sheet.path),
        section=sheet.section,
        is_entry=sheet.path in _entry_paths(frame),
        is_home=sheet.path == frame.home,
        has_contents=any(in_contents(heading) for heading in sheet.headings),
        is_indexed=sheet.is_indexed,
        is_search=bool(frame.search) and sheet.path == frame.search,
        is_timed=sheet.is_timed,
    )


@lru_cache(_REMEMBERED)
def _entry_paths(frame: Frame) -> frozenset[str]:
    return frozenset(entry.path for entry in (*frame.menu, *frame.footer))


def view_of(variant: Variant, site: Site, files: Files, catalogue: str) -> View:
    """The values of a variant. `catalogue` is the tag of Material's interface texts to use."""
    frame, base = variant.frame, variant.base
    feed = addresses.of_feed(site, addresses.EVERYTHING, "posts", "rss", frame.language)
    return View(
        language=escape(frame.language),
        catalogue=catalogue,
        locale=_locale(frame.language),
        kind="website" if variant.is_home else "article",
        site_name=escape(frame.site_name),
        home=_href(base, frame.home),
        logo=_href(base, files.logo) if files.logo else "",
        icon=_href(base, files.icon),
        style_sheet=_href(base, files.style_sheet),
        search=_href(base, frame.search) if frame.search and not variant.is_search else "",
        scripts=tuple(_href(base, script) for script in _scripts(variant, files)),
        is_search=variant.is_search,
        feed=_href(base, feed),
        menu=tuple(_entry(entry, variant) for entry in frame.menu),
        footer=tuple(_entry(entry, variant) for entry in frame.footer),
        is_home=variant.is_home,
        is_indexed=variant.is_indexed,
        has_contents=variant.has_contents,
        has_languages=len(site.languages) > 1,
    )


def _scripts(variant: Variant, files: Files) -> Iterator[str]:
    """The clock where parts wait for their time, the choice of a place on the start page."""
    if variant.is_search:
        yield files.search_script
    if variant.is_timed:
        yield files.clock_script
    if variant.is_timed and variant.is_home:
        yield files.places_script


def own_name(language: str) -> str:
    """What a language calls itself, escaped: “Deutsch”, “English”, “Français”."""
    name = Locale.parse(language, sep="-").display_name or language
    return escape(name[0].upper() + name[1:])


def _entry(entry: MenuEntry, variant: Variant) -> Entry:
    return Entry(
        title=escape(entry.title),
        href=_href(variant.base, entry.path),
        is_here=bool(entry.section) and entry.section == variant.section,
        current="page" if variant.is_entry else "true",
    )


def _href(base: str, path: str) -> str:
    return escape(base + addresses.encoded(path))


@cache
def _locale(language: str) -> str:
    """Language and territory as Open Graph wants them: `de_DE`, `en_US` for tags without one."""
    likely = get_global("likely_subtags").get(language.replace("-", "_"), "")
    parts = Locale.parse(likely or language, sep="_" if likely else "-")
    return f"{parts.language}_{parts.territory}" if parts.territory else parts.language
