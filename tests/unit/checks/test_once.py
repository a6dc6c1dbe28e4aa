"""What checks share is found once for a publication, and lives no longer than it."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from weakref import ref

from tests.factories import make_post, make_publication

from aushang.checks.once import once
from aushang.model import Post, Publication


def test_the_same_publication_is_walked_once() -> None:
    """An equal one is another one: nobody compares ten thousand posts."""
    asked: list[Publication] = []

    @once
    def posts(publication: Publication) -> Iterator[Post]:
        asked.append(publication)
        yield from publication.all_posts

    one, two = make_publication([make_post("a")]), make_publication([make_post("b")])
    twin = replace(one)
    assert [posts(one), posts(one), posts(two), posts(one), posts(twin)] == [
        one.all_posts,
        one.all_posts,
        two.all_posts,
        one.all_posts,
        one.all_posts,
    ]
    assert [id(each) for each in asked] == [id(one), id(two), id(one), id(twin)]


def test_nothing_outlives_its_publication() -> None:
    """A worker lets the texts of forty posts go before it takes the next ones."""

    class Found:
        """Something that can be watched."""

    @once
    def found(publication: Publication) -> Iterator[Found]:
        yield from (Found() for _ in publication.all_posts)

    publication = make_publication([make_post("a")])
    watched = ref(found(publication)[0])
    assert watched() is not None
    del publication
    gc.collect()
    assert watched() is None
