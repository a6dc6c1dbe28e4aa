"""Which entries stand in which feed. The formats only spell out what is decided here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from aushang.model import Post, Publication, Update
from aushang.model.addresses import Scope, absolute, home, of_scope
from aushang.model.permanent_ids import feed_id
from aushang.outputs.characters import clean
from aushang.outputs.edition import Edition
from aushang.outputs.entries import (
    Entry,
    announcement_entry,
    archived_entry,
    post_entry,
    update_entry,
)
from aushang.outputs.scopes import scope_name, scopes_of
from aushang.outputs.words import Stream, Words

NEWEST = {Stream.POSTS: 30, Stream.UPDATES: 50}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed in no format yet: `entries` newest first, `home` and `site_url` absolute.

    `number` is that of an archive, from 1 for the oldest, and 0 for the feed that people subscribe
    to; `older` and `newer` are the numbers of the archives around it, 0 where there is none. All
    documents of a feed share its `id` (RFC 5005, section 4).
    """

    id: str
    language: str
    scope: Scope
    stream: Stream
    title: str
    description: str
    home: str
    site_name: str
    site_url: str
    updated: datetime
    entries: tuple[Entry, ...]
    number: int = 0
    older: int = 0
    newer: int = 0


def in_feeds(publication: Publication) -> frozenset[str]:
    """The ids of the posts that stand in any feed: of no other is the text needed."""
    return frozenset(
        post.id
        for language in publication.site.languages
        for scope in scopes_of(publication)
        for stream in Stream
        for post, _ in newest(publication, language, scope, stream)
    )


def feeds(
    publication: Publication, words: Mapping[str, Words], languages: Iterable[str]
) -> Iterator[Feed]:
    """Every feed of the languages; feeds share the entries they have in common."""
    for language in languages:
        desk = Desk(Edition(publication, language, words[language]))
        for scope in scopes_of(publication):
            for stream in Stream:
                yield desk.feed(scope, stream)


def newest(
    publication: Publication, language: str, scope: Scope, stream: Stream
) -> list[tuple[Post, Update | None]]:
    """The words of a feed, newest first; a post itself stands with None."""
    posts, most = publication.about(scope), NEWEST[stream]
    first = list(islice((post for post in posts if language in post.texts), most))
    words: list[tuple[Post, Update | None]] = [(post, None) for post in first]
    if stream is Stream.POSTS:
        return words
    # What is older than the last of so many posts has no room: nothing else need be sorted.
    floor = first[-1].published if len(first) == most else None
    words += [
        (post, update)
        for post in posts
        if post.updates and language in post.texts
        for update in post.updates
        if floor is None or update.at >= floor
    ]
    words.sort(key=lambda word: (_said_at(*word), word[0].id, word[1] is not None), reverse=True)
    return words[:most]


def archives(publication: Publication, language: str, scope: Scope) -> list[Sequence[Post]]:
    """The posts of each archive of the stream `posts`, the oldest archive first.

    An archive begins to be when the first post has left the feed, and each holds as many posts as
    the feed does. So it is full from the beginning and keeps its posts, and the feed holds whatever
    stands in none.
    """
    size = NEWEST[Stream.POSTS]
    posts = [post for post in publication.about(scope) if language in post.texts]
    return [posts[end - size : end] for end in range(len(posts), size, -size)]


class Desk:
    """The entries of one edition, each made at most once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._said: dict[tuple[Scope, Stream], list[tuple[Post, Update | None]]] = {}
        # Entries of archives, which stand in no stream, lack their texts.
        self._made: dict[tuple[Stream | None, str, str], Entry] = {}

    def said(self, scope: Scope, stream: Stream) -> list[tuple[Post, Update | None]]:
        """The words of a feed, as `newest` finds them."""
        key = (scope, stream)
        if key not in self._said:
            edition = self._edition
            self._said[key] = newest(edition.publication, edition.language, scope, stream)
        return self._said[key]

    def feed(self, scope: Scope, stream: Stream, *, archived: int = 0) -> Feed:
        """One feed, in no format yet; there are `archived` archives of it."""
        entries = tuple(self._entry(stream, *word) for word in self.said(scope, stream))
        return replace(self._frame(scope, stream, entries), older=archived)

    def archive(self, scope: Scope, posts: Sequence[Post], number: int, *, newer: int) -> Feed:
        """The archive with the `number`, which holds the `posts`; `newer` is the next, or 0."""
        entries = tuple(map(self._archived, posts))
        feed = self._frame(scope, Stream.POSTS, entries)
        return replace(feed, number=number, older=number - 1, newer=newer)

    def _frame(self, scope: Scope, stream: Stream, entries: tuple[Entry, ...]) -> Feed:
        edition = self._edition
        publication, language, words = edition.publication, edition.language, edition.words
        site, site_name = edition.site, edition.site.name.to(language)
        about = scope_name(publication, scope, language, words)
        # Times of one zone compare by their wall clocks, which is wrong in the hour that repeats.
        changes = (entry.updated for entry in entries)
        return Feed(
            id=feed_id(site, scope, stream, language),
            language=language,
            scope=scope,
            stream=stream,
            title=clean(words.feed_title(site_name, about, stream)),
            description=clean(_described(words, site_name, about, stream, entries)),
            home=absolute(site, self._page_of(scope)),
            site_name=clean(site_name),
            site_url=absolute(site, home(site, language)),
            # An empty feed is as old as the site's ids, so whatever is said elsewhere, it keeps its
            # bytes.
            updated=max(changes, key=datetime.timestamp, default=site.ours_since),
            entries=entries,
        )

    def _page_of(self, scope: Scope) -> str:
        """The page that the feed belongs to; a type has one only once there is a post of it."""
        if scope.kind == "type" and not self._edition.publication.about(scope):
            return home(self._edition.site, self._edition.language)
        return of_scope(self._edition.site, scope, self._edition.language)

    def _entry(self, stream: Stream, post: Post, update: Update | None) -> Entry:
        if not post.updates:
            # Nothing was said since, so both streams have the same to say: 40 % fewer entries.
            stream = Stream.POSTS
        key = (stream, post.id, update.key if update else "")
        if key not in self._made:
            self._made[key] = self._make(stream, post, update)
        return self._made[key]

    def _archived(self, post: Post) -> Entry:
        key = (None, post.id, "")
        if key not in self._made:
            self._made[key] = archived_entry(self._edition, post)
        return self._made[key]

    def _make(self, stream: Stream, post: Post, update: Update | None) -> Entry:
        if update:
            return update_entry(self._edition, post, update)
        if stream is Stream.UPDATES:
            return announcement_entry(self._edition, post)
        return post_entry(self._edition, post)


def _described(
    words: Words, site_name: str, about: str, stream: Stream, entries: tuple[Entry, ...]
) -> str:
    """Who subscribes to an empty feed is told that it is not broken."""
    described = words.feed_description(site_name, about, stream)
    return described if entries else f"{described} {words.nothing_yet()}"


def _said_at(post: Post, update: Update | None) -> datetime:
    return update.at if update else post.published
