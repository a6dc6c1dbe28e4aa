"""What has left a feed, for whoever wants all that was ever said: archives that stay as they are.

They are made stretch by stretch of time, all that there are of it, and share their entries; then
those are let go, so that ten thousand are never held at once.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from aushang.model import Artifact, Post
from aushang.model.addresses import EVERYTHING, Scope
from aushang.outputs import atom, json_feed, rss
from aushang.outputs.edition import Edition
from aushang.outputs.feed_joining import Joiner, Spelling
from aushang.outputs.feeds import Desk, archives
from aushang.outputs.scopes import scopes_of
from aushang.outputs.unit import Unit

_STRETCH: Final = 900  # posts
SPELLINGS: Final = (rss.SPELLING, atom.SPELLING, json_feed.SPELLING)
"""All formats, in the order in which feeds are written."""
_OF_A_PART: Final = (json_feed.SPELLING,)


class Archives:
    """The archives of one edition, of the stream `posts`.

    Of everything there are some in each format, of a service, place or type in JSON Feed, which is
    the quickest to write and to judge (decision 19).
    """

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        publication, language = edition.publication, edition.language
        self._divided = {
            scope: archives(publication, language, scope) for scope in scopes_of(publication)
        }
        self._stretch = -1
        self._desk = Desk(edition)
        self._joiners: dict[str, Joiner] = {}

    def count(self, scope: Scope, spelling: Spelling) -> int:
        """How many archives there are of a scope in a format."""
        return len(self._divided[scope]) if spelling in _formats(scope) else 0

    def units(self) -> Iterator[Unit[Artifact]]:
        """Each archive in all its formats, in the order of time."""
        language = self._edition.language
        oldest_first = reversed(self._edition.publication.posts)
        ages = {post.id: age for age, post in enumerate(oldest_first)}
        found = [
            (ages[posts[0].id], scope, number, posts)
            for scope, divided in self._divided.items()
            for number, posts in enumerate(divided, start=1)
        ]
        for age, scope, number, posts in sorted(found, key=lambda one: one[0]):
            newer = number + 1 if number < len(self._divided[scope]) else 0
            stretch = age // _STRETCH
            yield Unit(
                name=f"archive:{scope.kind}:{scope.id}:{number}:{language}",
                topic=scope,
                posts=posts,
                count=newer,
                group=f"archive:{stretch}:{language}",
                make=partial(self._made, stretch, scope, number, newer, posts),
            )

    def _made(
        self, stretch: int, scope: Scope, number: int, newer: int, posts: Sequence[Post]
    ) -> Iterator[Artifact]:
        if stretch != self._stretch:
            self._stretch = stretch
            self._desk = Desk(self._edition)
            self._joiners = {one.suffix: Joiner(one, self._edition.site) for one in SPELLINGS}
        feed = self._desk.archive(scope, posts, number, newer=newer)
        for spelling in _formats(scope):
            yield self._joiners[spelling.suffix].artifact(feed)


def _formats(scope: Scope) -> tuple[Spelling, ...]:
    return SPELLINGS if scope == EVERYTHING else _OF_A_PART
