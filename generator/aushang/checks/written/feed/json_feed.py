"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from collections.abc import Iterator, Mapping

from aushang.checks.written.facts import Flaw
from aushang.checks.written.feed.dates import is_rfc3339
from aushang.checks.written.feed.texts import html_flaws, relative_flaws, short, title_flaws
from aushang.checks.written.views import Said, moment

_VERSION = "https://jsonfeed.org/version/1"
_DATE = "2026-11-20T09:00:00+01:00"


def is_json_feed(content: object) -> bool:
    """Whether a JSON file says that it is a feed."""
    return isinstance(content, dict) and str(content.get("version", "")).startswith(_VERSION)


def json_feed_flaws(feed: Mapping[str, object], site_url: str) -> Iterator[Flaw]:
    """Flaws of a feed of which `is_json_feed` is true."""
    yield from json_frame_flaws(feed)
    items = feed.get("items")
    if not isinstance(items, list):
        yield Flaw("AU303", "items", "the feed has no list of `items`")
        return
    if not items:
        yield Flaw("AU311", _text(feed, "description") or _text(feed, "title"))
    seen: set[str] = set()
    for item in items:
        if not isinstance(item, dict):
            yield Flaw("AU303", "items", f"an item is “{short(str(item))}”; expected an object")
            continue
        yield from json_item_flaws(item, site_url)
        id_ = _id(item)
        if id_ and id_ in seen:
            yield Flaw("AU305", id_)
        seen.add(id_)


def json_frame_flaws(feed: Mapping[str, object]) -> Iterator[Flaw]:
    """Flaws of a feed, whatever its items are."""
    if not isinstance(feed.get("title"), str):
        yield Flaw("AU303", "title", "the feed has no `title`")
    if not json_feed_self(feed):
        yield Flaw("AU308")
    yield from title_flaws(_text(feed, "title"))
    if feed.get("next_url") is not None and feed.get("next_url") == feed.get("feed_url"):
        yield Flaw("AU303", _text(feed, "next_url"), "`next_url` of the feed is its own `feed_url`")


def json_feed_self(feed: Mapping[str, object]) -> str:
    """The feed's own address as it says it; empty if it says none."""
    return _text(feed, "feed_url")


def json_feed_said(feed: Mapping[str, object]) -> Iterator[Said]:
    """What the items say of posts."""
    items = feed.get("items")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield json_item_said(item)


def json_item_said(item: Mapping[str, object]) -> Said:
    """What one item says of a post."""
    return Said(
        _text(item, "id"),
        _text(item, "url"),
        _text(item, "title"),
        moment(_text(item, "date_published")),
        moment(_text(item, "date_modified")),
    )


def json_item_flaws(item: Mapping[str, object], site_url: str) -> Iterator[Flaw]:
    """Flaws of one item, whatever stands around it."""
    id_, title = _id(item), _text(item, "title")
    what = f"item “{short(title or id_)}”"
    if not id_:
        yield Flaw("AU303", title, f"{what} has no `id`")
    html = _text(item, "content_html")
    if not html and not isinstance(item.get("content_text"), str):
        yield Flaw("AU303", title, f"{what} has neither `content_html` nor `content_text`")
    yield from title_flaws(title)
    yield from html_flaws(html)
    yield from relative_flaws(html, "content_html", site_url)
    for name in ("date_published", "date_modified"):
        date = item.get(name)
        if date is not None and not (isinstance(date, str) and is_rfc3339(date)):
            value = str(date)
            reason = f"`{name}` of {what} is “{short(value)}”; expected a date such as {_DATE}"
            yield Flaw("AU304", value, reason)
    attachments = item.get("attachments")
    for one in attachments if isinstance(attachments, list) else ():
        for name in ("url", "mime_type"):
            if not isinstance(one, dict) or not one.get(name):
                yield Flaw("AU303", title, f"an attachment of {what} has no `{name}`")


def _id(item: Mapping[str, object]) -> str:
    # A number is fine: readers turn it into a string.
    found = item.get("id")
    return "" if found is None else str(found)


def _text(owner: Mapping[str, object], name: str) -> str:
    found = owner.get(name)
    return found if isinstance(found, str) else ""
