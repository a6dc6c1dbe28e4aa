"""Which feeds there are and what they are called: for pages that name them and the feeds."""

from aushang.model import Publication
from aushang.model.addresses import Scope, of_calendar, of_feed
from aushang.outputs.scopes import scope_name
from aushang.outputs.shell import FeedLink
from aushang.outputs.words import Stream, Words

RSS = "application/rss+xml"
ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
CALENDAR = "text/calendar"

_FORMATS = (("rss", "RSS", RSS), ("atom", "Atom", ATOM), ("json", "JSON Feed", JSON_FEED))


def feeds_of(
    publication: Publication, language: str, scope: Scope, words: Words
) -> tuple[FeedLink, ...]:
    """The feeds of one scope in `language`: posts as RSS, Atom and JSON Feed, then updates.

    Each title names its format, since readers list them by title alone.
    """
    site_name = publication.site.name.to(language)
    about = scope_name(publication, scope, language, words)
    return tuple(
        FeedLink(
            title=f"{words.feed_title(site_name, about, stream)} ({name})",
            media_type=media_type,
            path=of_feed(publication.site, scope, stream, suffix, language),
        )
        for stream in Stream
        for suffix, name, media_type in _FORMATS
    )


def calendar_of(
    publication: Publication, language: str, scope: Scope, words: Words
) -> FeedLink | None:
    """The calendar of a scope in `language`; there is none of a type."""
    if scope.kind == "type":
        return None
    site_name = publication.site.name.to(language)
    about = scope_name(publication, scope, language, words)
    return FeedLink(
        title=f"{words.calendar_title(site_name, about)} (iCalendar)",
        media_type=CALENDAR,
        path=of_calendar(publication.site, scope, language),
    )
