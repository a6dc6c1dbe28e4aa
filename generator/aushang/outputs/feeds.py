"""Which entries stand in which feed. The formats only spell out what is decided here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice

from aushang.model import Post, Publication, Update
from aushang.model.addresses import EVERYTHING, Scope, absolute, feed_id, home, of_feed, of_scope
from aushang.outputs.characters import clean
from aushang.outputs.edition import Edition
from aushang.outputs.entries import Entry, announcement_entry, post_entry, update_entry
from aushang.outputs.scopes import posts_in, scope_name, scopes_of
from aushang.outputs.words import Stream, Words

NEWEST = {Stream.POSTS: 30, Stream.UPDATES: 50}

_BEFORE_ANY_NEWS = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed in no format yet: `entries` newest first, `home` and `site_url` absolute."""

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

    def path(self, publication: Publication, suffix: str) -> str:
        """The site path of the feed in the format with that suffix."""
        return of_feed(publication.site, self.scope, self.stream, suffix, self.language)


def in_feeds(publication: Publication) -> frozenset[str]:
    """The ids of the posts that stand in any feed: of no other is the text needed."""
    found: set[str] = set()
    for language in publication.site.languages:
        shelf = Shelf(publication, language)
        for scope in scopes_of(publication):
            for stream in Stream:
                found.update(post.id for post, _ in shelf.newest(scope, stream))
    return frozenset(found)


def feeds(
    publication: Publication, words: Mapping[str, Words], languages: Iterable[str]
) -> Iterator[Feed]:
    """Every feed of the languages; feeds share the entries they have in common."""
    for language in languages:
        desk = _Desk(Edition(publication, language, words[language]))
        for scope in scopes_of(publication):
            for stream in Stream:
                yield desk.feed(scope, stream)


class Shelf:
    """Who stands in which feed of one language."""

    def __init__(self, publication: Publication, language: str) -> None:
        self._publication = publication
        self._language = language

    def newest(self, scope: Scope, stream: Stream) -> Iterator[tuple[Post, Update | None]]:
        """The words of a feed, newest first; a post itself stands with None."""
        if stream is Stream.POSTS:
            words: Iterator[tuple[Post, Update | None]] = (
                (post, None) for post in self._in_scope(scope)
            )
        else:
            concerned = {post.id for post in self._in_scope(scope)}
            words = (word for word in self._said if word[0].id in concerned)
        return islice(words, NEWEST[stream])

    @cached_property
    def _said(self) -> list[tuple[Post, Update | None]]:
        """Every word on every matter, newest first."""
        words: list[tuple[Post, Update | None]] = []
        for post in self._in_scope(EVERYTHING):
            words.append((post, None))
            words += [(post, update) for update in post.updates]
        words.sort(
            key=lambda word: (_said_at(*word), word[0].id, word[1] is not None), reverse=True
        )
        return words

    def _in_scope(self, scope: Scope) -> Iterable[Post]:
        """Posts of the scope that have a text in this language, newest first."""
        found = posts_in(self._publication, scope)
        return (post for post in found if self._language in post.texts)


class _Desk:
    """The entries of one edition, each made at most once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._shelf = Shelf(edition.publication, edition.language)
        self._made: dict[tuple[Stream, str, str], Entry] = {}

    def feed(self, scope: Scope, stream: Stream) -> Feed:
        site, language, words = self._edition.site, self._edition.language, self._edition.words
        entries = tuple(self._entry(stream, *word) for word in self._shelf.newest(scope, stream))
        about = scope_name(self._edition.publication, scope, language, words)
        site_name = site.name.to(language)
        # Times of one zone compare by their wall clocks, which is wrong in the hour that repeats.
        changes = (entry.updated for entry in entries)
        return Feed(
            id=feed_id(site, scope, stream, language),
            language=language,
            scope=scope,
            stream=stream,
            title=clean(words.feed_title(site_name, about, stream)),
            description=clean(words.feed_description(site_name, about, stream)),
            home=absolute(site, self._page_of(scope)),
            site_name=clean(site_name),
            site_url=absolute(site, home(site, language)),
            updated=max(changes, key=datetime.timestamp, default=self._quiet_since),
            entries=entries,
        )

    def _page_of(self, scope: Scope) -> str:
        """The page that the feed belongs to; a type has one only once there is a post of it."""
        if scope.kind == "type" and not any(posts_in(self._edition.publication, scope)):
            return home(self._edition.site, self._edition.language)
        return of_scope(self._edition.site, scope, self._edition.language)

    @cached_property
    def _quiet_since(self) -> datetime:
        """What an empty feed calls its last change: the oldest post's time.

        It moves with nothing that is said, so an empty feed keeps its bytes.
        """
        posts = self._edition.publication.posts
        oldest = min((post.published for post in posts), default=_BEFORE_ANY_NEWS)
        return self._edition.local(oldest)

    def _entry(self, stream: Stream, post: Post, update: Update | None) -> Entry:
        if not post.updates:
            # Nothing was said since, so both streams have the same to say: 40 % fewer entries.
            stream = Stream.POSTS
        key = (stream, post.id, update.key if update else "")
        if key not in self._made:
            self._made[key] = self._make(stream, post, update)
        return self._made[key]

    def _make(self, stream: Stream, post: Post, update: Update | None) -> Entry:
        if update:
            return update_entry(self._edition, post, update)
        if stream is Stream.UPDATES:
            return announcement_entry(self._edition, post)
        return post_entry(self._edition, post)


def _said_at(post: Post, update: Update | None) -> datetime:
    return update.at if update else post.published
