"""Which feeds there are and what they are called: for pages that name them and the feeds."""

from collections.abc import Iterator

from aushang.model import PostType, Publication
from aushang.model.addresses import EVERYTHING, Scope, of_feed
from aushang.outputs.shell import FeedLink
from aushang.outputs.words import Stream, Words

RSS = "application/rss+xml"
ATOM = "application/atom+xml"

_FORMATS = (("rss", "RSS", RSS), ("atom", "Atom", ATOM))


def scopes_of(publication: Publication) -> Iterator[Scope]:
    """Everything there is a feed about: all, each service, each place, each type."""
    yield EVERYTHING
    yield from (Scope("service", service) for service in publication.services)
    yield from (Scope("location", location) for location in publication.locations)
    yield from (Scope("type", kind) for kind in PostType)


def scope_name(publication: Publication, scope: Scope, language: str, words: Words) -> str:
    """What customers call the scope, in `language`; empty for everything."""
    match scope.kind:
        case "service":
            return publication.services[scope.id].name.to(language)
        case "location":
            return publication.locations[scope.id].name.to(language)
        case "type":
            return words.type_name(PostType(scope.id))
        case _:
            return ""


def feed_title(
    publication: Publication, language: str, scope: Scope, stream: Stream, words: Words
) -> str:
    """The title that the feed itself carries."""
    site_name = publication.site.name.to(language)
    return words.feed_title(site_name, scope_name(publication, scope, language, words), stream)


def feeds_of(
    publication: Publication, language: str, scope: Scope, words: Words
) -> tuple[FeedLink, ...]:
    """The feeds of one scope in `language`: posts as RSS and Atom, then updates as RSS and Atom.

    Each title names its format, since readers list them by title alone.
    """
    return tuple(
        FeedLink(
            title=f"{feed_title(publication, language, scope, stream, words)} ({name})",
            media_type=media_type,
            path=of_feed(publication.site, scope, stream, suffix, language),
        )
        for stream in Stream
        for suffix, name, media_type in _FORMATS
    )
