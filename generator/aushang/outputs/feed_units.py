"""Each feed as a unit of its own."""

from collections.abc import Iterator
from functools import partial

from aushang.model import Artifact, Publication
from aushang.model.addresses import Scope
from aushang.outputs.edition import Edition
from aushang.outputs.feed_archives import SPELLINGS, Archives
from aushang.outputs.feed_joining import Joiner
from aushang.outputs.feeds import Desk
from aushang.outputs.scopes import scopes_of
from aushang.outputs.unit import Unit
from aushang.outputs.words import Stream, Words


def feed_units(publication: Publication, words: Words, language: str) -> Iterator[Unit[Artifact]]:
    """Every feed in the language, and their archives.

    Made one after another, they share what they have in common.
    """
    edition = Edition(publication, language, words)
    desk, archives = Desk(edition), Archives(edition)
    joiners = [(one, Joiner(one, publication.site)) for one in SPELLINGS]
    for scope in scopes_of(publication):
        for stream in Stream:
            # What the feed shows; and one post of its scope, with which a type gets its page.
            shown = {post.id: post for post, _ in desk.said(scope, stream)}
            posts = (*shown.values(), *publication.about(scope)[:1])
            for spelling, joiner in joiners:
                archived = archives.count(scope, spelling) if stream is Stream.POSTS else 0
                yield Unit(
                    name=f"feed:{scope.kind}:{scope.id}:{stream}:{spelling.suffix}:{language}",
                    topic=scope,
                    posts=posts,
                    count=archived,
                    make=partial(_made, desk, joiner, scope, stream, archived),
                )
    yield from archives.units()


def _made(
    desk: Desk, joiner: Joiner, scope: Scope, stream: Stream, archived: int
) -> Iterator[Artifact]:
    yield joiner.artifact(desk.feed(scope, stream, archived=archived))
