"""The pages of the site. `leaves` makes their bodies, `render` puts the theme around them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from aushang.model import Artifact, Kind, Publication
from aushang.model.addresses import file_of
from aushang.outputs.pages import (
    archive,
    kind,
    location,
    missing,
    post,
    service,
    start,
    subscribe,
    written,
)
from aushang.outputs.pages.frame import frame
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.press import Press
from aushang.outputs.shell import Frame, Shell

__all__ = ["LISTS", "Leaf", "Press", "frames", "leaves", "post_leaves", "put", "render"]

_MEDIA_TYPE: Final = "text/html"
LISTS: Final[tuple[Callable[[Press], Iterator[Leaf]], ...]] = (
    start.leaves,
    location.leaves,
    service.leaves,
    kind.leaves,
    archive.leaves,
    subscribe.leaves,
    written.leaves,
    missing.leaves,
)
"""What makes all pages but those of posts. None of them needs a post's body."""


def leaves(publication: Publication) -> Iterator[Leaf]:
    """Every page in every language, without the theme."""
    yield from post_leaves(publication)
    for language in publication.site.languages:
        press = Press(publication, language)
        for pages in LISTS:
            yield from pages(press)


def post_leaves(publication: Publication) -> Iterator[Leaf]:
    """The page of every visible post in each of its languages, without the theme."""
    for language in publication.site.languages:
        yield from post.leaves(Press(publication, language))


def frames(publication: Publication) -> dict[str, Frame]:
    """Menu and footer in each language."""
    return {
        language: frame(Press(publication, language)) for language in publication.site.languages
    }


def put(leaf: Leaf, shell: Shell, around: Mapping[str, Frame]) -> Artifact:
    """The page as a file, with the theme around it."""
    return Artifact(
        path=file_of(leaf.sheet.path),
        media_type=_MEDIA_TYPE,
        data=shell.page(leaf.sheet, around[leaf.sheet.language]),
        kind=Kind.PAGE,
        sources=leaf.sources,
    )


def render(publication: Publication, shell: Shell) -> Iterator[Artifact]:
    """Every page as a file."""
    around = frames(publication)
    for leaf in leaves(publication):
        yield put(leaf, shell, around)
