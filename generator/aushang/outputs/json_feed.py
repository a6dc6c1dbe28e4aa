"""JSON Feed 1.1 (jsonfeed.org). The only place that knows it.

What apps sort and filter by stands in the extension `_aushang` of each item, in the words of the
API.
"""

from functools import partial
from typing import Final

from pydantic_core import to_json

from aushang.model.addresses import mail
from aushang.outputs.entries import Author, Entry
from aushang.outputs.feed_joining import Ways, rendered
from aushang.outputs.feed_links import JSON_FEED
from aushang.outputs.feeds import Feed

_VERSION: Final = "https://jsonfeed.org/version/1.1"


class JsonFeed:
    """The spelling; an item stands on a line of its own."""

    suffix: Final = "json"
    media_type: Final = JSON_FEED
    source: Final = __name__

    def data(self, feed: Feed, ways: Ways, spelt: dict[Entry, bytes]) -> bytes:
        """See `feed_joining.Spelling`."""
        for entry in feed.entries:
            if entry not in spelt:
                spelt[entry] = to_json(_item(entry))
        head = to_json(_head(feed, ways)).removesuffix(b"}")
        items = b",\n".join(spelt[entry] for entry in feed.entries)
        return b'%s,"items":[\n%s\n]}\n' % (head, items)


SPELLING: Final = JsonFeed()
render: Final = partial(rendered, SPELLING)


def _head(feed: Feed, ways: Ways) -> dict[str, object]:
    """All but the items."""
    head = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": ways.own,
        "description": feed.description,
        "next_url": ways.older,
        "authors": [{"name": feed.site_name, "url": feed.site_url}],
        "language": feed.language,
    }
    return {name: value for name, value in head.items() if value}


def _item(entry: Entry) -> dict[str, object]:
    matter = entry.matter
    # One of them must be there. An archive has no text, and there the summary is all there is.
    content = {"content_html": entry.html} if entry.html else {"content_text": entry.summary}
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        **content,
        "summary": entry.summary,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [_author(entry.author)] if entry.author else [],
        "language": entry.language,
        "tags": entry.categories,
        "_aushang": {
            "type": matter.type,
            "effect": matter.effect,
            "starts": matter.starts,
            "ends": matter.ends,
            "services": matter.services,
            "locations": matter.locations,
            "file": matter.file,
        },
    }


def _author(author: Author) -> dict[str, str]:
    url = author.url or (mail(author.email) if author.email else "")
    return {"name": author.name, "url": url} if url else {"name": author.name}
