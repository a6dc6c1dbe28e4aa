"""The pages of the site. `leaves` makes their bodies, `render` puts the theme around them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from aushang.model import Artifact, Kind, Publication
from aushang.model.addresses import file_of
from aushang.outputs.pages import (
    archive,
    booking,
    developers,
    kind,
    location,
    missing,
    post,
    questions,
    search,
    service,
    start,
    subscribe,
    written,
)
from aushang.outputs.pages.frame import frame
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.press import Press
from aushang.outputs.shell import Frame, Shell
from aushang.outputs.unit import Unit

__all__ = [
    "Leaf",
    "Press",
    "frames",
    "leaves",
    "list_units",
    "post_leaves",
    "presses_of",
    "put",
    "render",
]

_MEDIA_TYPE: Final = "text/html"
_KINDS: Final[tuple[Callable[[Press], Iterator[Unit[Leaf]]], ...]] = (
    start.units,
    location.units,
    service.units,
    booking.units,
    questions.units,
    kind.units,
    archive.units,
    search.units,
    subscribe.units,
    developers.units,
    written.units,
    missing.units,
)


def leaves(publication: Publication) -> Iterator[Leaf]:
    """Every page in every language, without the theme."""
    yield from post_leaves(publication)
    for press in presses_of(publication):
        for unit in list_units(press):
            yield from unit.make()


def list_units(press: Press) -> Iterator[Unit[Leaf]]:
    """Every page but those of posts, in the press's language. None needs a post's body."""
    for units in _KINDS:
        yield from units(press)


def post_leaves(publication: Publication, presses: Iterable[Press] | None = None) -> Iterator[Leaf]:
    """The page of every visible post in each of its languages, without the theme.

    `presses` are those of a publication that differs in nothing but its posts. What they have drawn
    need not be drawn again: for 40 posts at a time that is a third of the work.
    """
    for press in presses or presses_of(publication):
        yield from post.leaves(press.of(publication))


def presses_of(publication: Publication) -> tuple[Press, ...]:
    """A press for each language."""
    return tuple(Press(publication, language) for language in publication.site.languages)


def frames(publication: Publication) -> dict[str, Frame]:
    """Menu and footer in each language."""
    return {press.language: frame(press) for press in presses_of(publication)}


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
