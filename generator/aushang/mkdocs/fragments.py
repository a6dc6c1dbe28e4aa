"""The parts of a page that a sheet fills, as HTML.

Pure functions. Everything that comes in is a plain value and is escaped here, since the theme's
template environment escapes nothing. Each fragment is empty or whole lines.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape

from aushang.model import Heading, Site, addresses
from aushang.outputs.shell import FeedLink, Sheet

DEEPEST_IN_CONTENTS = 3
_REMEMBERED = 1_024  # rows of feed links, some 2 kB each: those of pages about the same things


def title(sheet: Sheet, site_name: str) -> str:
    """The title of window and preview: the page's, and the site's unless it is in there already."""
    if not sheet.title or site_name in sheet.title:
        return escape(sheet.title or site_name)
    return escape(f"{sheet.title} – {site_name}")


def description(sheet: Sheet) -> str:
    """The description for search engines and previews; nothing if there is none."""
    if not sheet.description:
        return ""
    words = escape(" ".join(sheet.description.split()))
    return (
        f'  <meta name="description" content="{words}">\n'
        f'  <meta property="og:description" content="{words}">\n'
    )


def links(sheet: Sheet, site: Site, base: str) -> str:
    """Canonical address, other languages (both must be absolute URLs) and feeds.

    A page that must not be indexed has no address of its own to recommend.
    """
    lines = []
    if sheet.is_indexed:
        url = escape(addresses.absolute(site, sheet.path))
        lines.append(f'  <link rel="canonical" href="{url}">')
        lines.append(f'  <meta property="og:url" content="{url}">')
    if len(sheet.alternates) > 1:
        lines.extend(_alternates(sheet.alternates, site))
    if sheet.feeds:
        lines.append(_feeds(sheet.feeds, base))
    return "\n".join(lines)


def _alternates(alternates: Mapping[str, str], site: Site) -> Iterator[str]:
    for language in site.languages:
        if language in alternates:
            url = escape(addresses.absolute(site, alternates[language]))
            if language == site.language:
                yield f'  <link rel="alternate" hreflang="x-default" href="{url}">'
            yield f'  <link rel="alternate" hreflang="{escape(language)}" href="{url}">'


@lru_cache(_REMEMBERED)
def _feeds(feeds: tuple[FeedLink, ...], base: str) -> str:
    return "\n".join(_feed(feed, base) for feed in feeds)


def _feed(feed: FeedLink, base: str) -> str:
    url = escape(base + addresses.encoded(feed.path))
    return (
        f'  <link rel="alternate" type="{escape(feed.media_type)}"'
        f' title="{escape(feed.title)}" href="{url}">'
    )


def linked_data(json: str) -> str:
    """JSON-LD as a data block. With `<` written as an escape no text can end the element."""
    if not json:
        return ""
    harmless = json.replace("<", r"\u003c")
    return f'  <script type="application/ld+json">{harmless}</script>'


def switch(sheet: Sheet, site: Site, base: str, names: Mapping[str, str]) -> str:
    """The list of languages, each in its own words; its start page if there is no translation."""
    items = []
    for language in site.languages:
        tag = escape(language)
        if language == sheet.language:
            items.append(
                f'<li><span lang="{tag}" aria-current="true">{names[language]}</span></li>'
            )
        else:
            path = sheet.alternates.get(language, addresses.home(site, language))
            href = escape(base + addresses.encoded(path))
            link = f'<a href="{href}" lang="{tag}" hreflang="{tag}">{names[language]}</a>'
            items.append(f"<li>{link}</li>")
    return "\n".join(items)


def in_contents(heading: Heading) -> bool:
    """Whether the list of contents names the heading."""
    return heading.level <= DEEPEST_IN_CONTENTS


def contents(headings: Sequence[Heading]) -> str:
    """The list of contents, nested by level, down to level 3."""
    parts: list[str] = []
    open_levels: list[int] = []
    for heading in filter(in_contents, headings):
        while open_levels and open_levels[-1] > heading.level:
            parts.append("</li></ol>")
            open_levels.pop()
        if open_levels and open_levels[-1] == heading.level:
            parts.append("</li>")
        else:
            parts.append("<ol>")
            open_levels.append(heading.level)
        parts.append(f'<li><a href="#{escape(heading.id)}">{escape(heading.text)}</a>')
    parts.append("</li></ol>" * len(open_levels))
    return "".join(parts)
