"""RSS 2.0 (rssboard.org/rss-specification, and the board's best practices)."""

from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import _Element

from aushang.checks.written.facts import Flaw
from aushang.checks.written.feed.dates import is_rfc822
from aushang.checks.written.feed.elements import (
    Entry,
    Fields,
    entries_of,
    fields_of,
    line_of,
    text_of,
)
from aushang.checks.written.feed.texts import (
    html_flaws,
    is_absolute,
    relative_flaws,
    short,
    title_flaws,
)
from aushang.checks.written.views import Said, moment

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_LINK = "{http://www.w3.org/2005/Atom}link"
_DATE = "Fri, 20 Nov 2026 09:00:00 +0100"


def rss_self(root: _Element) -> str:
    """The feed's own address as it says it; empty if it says none."""
    links = root.iterfind(f"channel/{_LINK}")
    return next((link.get("href", "") for link in links if link.get("rel") == "self"), "")


def rss_items(root: _Element) -> Sequence[Entry]:
    """The items of a feed whose root is `<rss>`."""
    return entries_of(root.iterfind("channel/item"))


def rss_said(items: Iterable[Entry]) -> Iterator[Said]:
    """What the items say of posts."""
    for _, fields in items:
        yield _said(fields)


def rss_flaws(
    root: _Element, items: Sequence[Entry], site_url: str, *, has_base: bool
) -> Iterator[Flaw]:
    """Flaws of a feed with these items; `has_base` if it says what relative addresses mean."""
    channel = root.find("channel")
    if channel is None:
        yield Flaw("AU303", "", "the feed has no `channel`", line_of(root))
        return
    line, fields = line_of(channel), fields_of(channel)
    for name in ("title", "link", "description"):
        if not text_of(fields, name):
            yield Flaw("AU303", name, f"the channel has no `{name}`", line)
    if not rss_self(root):
        yield Flaw("AU308", line=line)
    for name in ("pubDate", "lastBuildDate"):
        yield from _date_flaws(fields, name, "the channel")
    yield from title_flaws(text_of(fields, "title"), line)
    if not items:
        yield Flaw("AU311", text_of(fields, "description") or text_of(fields, "title"), line=line)
    yield from rss_item_flaws(items, site_url, has_base=has_base)


def rss_item_flaws(items: Iterable[Entry], site_url: str, *, has_base: bool) -> Iterator[Flaw]:
    """Flaws of the items of one feed, whatever its channel is like."""
    seen: set[str] = set()
    for item, fields in items:
        yield from _item_flaws(item, fields, seen)
        yield from _text_flaws(item, fields, site_url, has_base=has_base)


def _item_flaws(item: _Element, fields: Fields, seen: set[str]) -> Iterator[Flaw]:
    line = line_of(item)
    title, id_ = text_of(fields, "title"), text_of(fields, "guid")
    what = f"item “{short(title or id_)}”"
    if not title and not text_of(fields, "description"):
        yield Flaw("AU303", id_, f"{what} has neither `title` nor `description`", line)
    yield from title_flaws(title, line)
    yield from _date_flaws(fields, "pubDate", what)
    if not id_:
        yield Flaw("AU306", title, f"{what} has no `guid`", line)
    elif id_ in seen:
        yield Flaw("AU305", id_, line=line)
    else:
        seen.add(id_)
        is_link = fields["guid"].get("isPermaLink", "true") != "false"
        if is_link and not id_.startswith(("http://", "https://")):
            yield Flaw("AU307", id_, line=line_of(fields["guid"]) or line)
    if "enclosure" in fields:
        yield from _enclosure_flaws(item, id_, what)


def _enclosure_flaws(item: _Element, id_: str, what: str) -> Iterator[Flaw]:
    for enclosure in item.iterfind("enclosure"):
        for name in ("url", "length", "type"):
            if not enclosure.get(name):
                reason = f"the enclosure of {what} has no `{name}`"
                yield Flaw("AU303", id_, reason, line_of(enclosure))


def _text_flaws(item: _Element, fields: Fields, site_url: str, *, has_base: bool) -> Iterator[Flaw]:
    line, link = line_of(item), text_of(fields, "link")
    for name in ("description", _CONTENT):
        html = text_of(fields, name)
        yield from html_flaws(html, line)
        if not has_base:
            yield from relative_flaws(html, name, site_url, line)
    if link and not (has_base or is_absolute(link)):
        yield Flaw("AU312", link, line=line)


def _said(fields: Fields) -> Said:
    published = moment(text_of(fields, "pubDate"))
    return Said(
        text_of(fields, "guid"), text_of(fields, "link"), text_of(fields, "title"), published
    )


def _date_flaws(fields: Fields, name: str, what: str) -> Iterator[Flaw]:
    if name in fields:
        date = fields[name].text or ""
        if not is_rfc822(date):
            reason = f"`{name}` of {what} is “{short(date)}”; expected a date such as {_DATE}"
            yield Flaw("AU304", date, reason, line_of(fields[name]))
