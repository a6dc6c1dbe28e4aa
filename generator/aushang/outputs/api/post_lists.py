"""Lists of posts: the newest in one file, and pages of all of them.

Pages are numbered from the oldest and hold nothing that changes with the clock, so that a page is
written for the last time when it becomes full, but for edits. Of a full page the next one is there
already, if need be without a post: else the first post on it would change the link of the full one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from aushang.model import Artifact, Post
from aushang.outputs.api import documents, posts
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.envelope import around, document, file_unit, sources_of, ways
from aushang.outputs.unit import Unit

NEWEST: Final = 50
PER_PAGE: Final = 100
NAME: Final = "posts/index"


def post_list_units(directory: Directory) -> Iterator[Unit[Artifact]]:
    """The list of the newest, and each page, as units."""
    every = directory.publication.posts
    pages = pages_for(len(every))
    newest = file_unit("posts", partial(_newest, directory), every[:NEWEST])
    yield replace(newest, count=pages)
    for number in range(1, pages + 1):
        page = _on_page(every, number)
        yield file_unit(f"posts:{number:04}", partial(_page, directory, number, page), page)


def pages_for(count: int) -> int:
    """How many pages so many posts have: the last one always has room."""
    return count // PER_PAGE + 1


def _on_page(every: Sequence[Post], number: int) -> Sequence[Post]:
    """The posts of a page; `every` has the newest first."""
    last = len(every) - (number - 1) * PER_PAGE
    return every[max(last - PER_PAGE, 0) : last]


def _name(number: int) -> str:
    return f"posts/pages/{number:04}"


def _newest(directory: Directory) -> Artifact:
    every = directory.publication.posts
    newest, pages = every[:NEWEST], pages_for(len(every))
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


def _page(directory: Directory, number: int, page: Sequence[Post]) -> Artifact:
    name, sources = _name(number), sources_of(page)
    data = [posts.entry(directory, post) for post in page]
    envelope = documents.PostsPageDocument(
        **around(directory, sources, page, data),
        data=data,
        links=documents.PostsPageLinks(
            **ways(directory, name, "posts-page"),
            prev=directory.file(_name(number - 1)) if number > 1 else None,
            next=directory.file(_name(number + 1)) if len(page) == PER_PAGE else None,
            latest=directory.file(NAME),
        ),
    )
    return document(name, envelope, sources)
