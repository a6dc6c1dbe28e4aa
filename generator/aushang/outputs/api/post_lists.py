"""Lists of posts: the newest in one file, and pages of all of them.

Each post has a place, numbered from the oldest: that at which the log of changes names it first. So
it keeps it whatever becomes of others, and a page with a hundred places given away is written again
only for an edit of its own posts. Pages hold nothing that changes with the clock. Of a full page
the next one is there already, if need be without a post: else the first post on it would change the
link of the full one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from aushang.model import Artifact, Post
from aushang.model.change_log import Log, in_order
from aushang.outputs.api import documents, posts
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.envelope import around, document, file_unit, sources_of, ways
from aushang.outputs.unit import Unit

NEWEST: Final = 50
PER_PAGE: Final = 100
NAME: Final = "posts/index"


def post_list_units(directory: Directory, before: Log | None) -> Iterator[Unit[Artifact]]:
    """The list of the newest, and each page, as units. `before` is the log that is published."""
    every = directory.publication.posts
    pages = _pages(every, in_order(before, map(_id, reversed(every)), tag=directory.site.tag))
    newest = file_unit("posts", partial(_newest, directory, len(pages)), every[:NEWEST])
    yield replace(newest, count=len(pages))
    for number, page in enumerate(pages, start=1):
        is_full = number < len(pages)
        make = partial(_page, directory, number, page, is_full=is_full)
        yield replace(file_unit(f"posts:{number:04}", make, page), count=int(is_full))


def _pages(every: Iterable[Post], places: Sequence[str]) -> Sequence[Sequence[Post]]:
    """The posts of each page in the order of `every`; the last one has room. `places` are ids."""
    pages: list[list[Post]] = [[] for _ in range(len(places) // PER_PAGE + 1)]
    page_of = {id_: place // PER_PAGE for place, id_ in enumerate(places)}
    for post in every:
        pages[page_of[post.id]].append(post)
    return pages


def _id(post: Post) -> str:
    return post.id


def _name(number: int) -> str:
    return f"posts/pages/{number:04}"


def _newest(directory: Directory, pages: int) -> Artifact:
    newest = directory.publication.posts[:NEWEST]
    data = [posts.summary(directory, post) for post in newest]
    sources = sources_of(newest)
    envelope = documents.PostsDocument(
        **around(directory, sources, newest, data),
        data=data,
        links=documents.NewestLinks(
            **ways(directory, NAME, "posts"),
            pages=pages,
            oldest_page=directory.file(_name(1)),
            newest_page=directory.file(_name(pages)),
        ),
    )
    return document(NAME, envelope, sources)


def _page(directory: Directory, number: int, page: Sequence[Post], *, is_full: bool) -> Artifact:
    name, sources = _name(number), sources_of(page)
    data = [posts.entry(directory, post) for post in page]
    envelope = documents.PostsPageDocument(
        **around(directory, sources, page, data),
        data=data,
        links=documents.PostsPageLinks(
            **ways(directory, name, "posts-page"),
            prev=directory.file(_name(number - 1)) if number > 1 else None,
            next=directory.file(_name(number + 1)) if is_full else None,
            latest=directory.file(NAME),
        ),
    )
    return document(name, envelope, sources)
