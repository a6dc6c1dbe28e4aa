"""The pages of the site. `leaves` makes their bodies, `render` puts the theme around them."""

from collections.abc import Iterator
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
from aushang.outputs.shell import Shell

__all__ = ["Leaf", "leaves", "render"]

_MEDIA_TYPE: Final = "text/html"
_KINDS: Final = (
    start,
    post,
    location,
    service,
    kind,
    archive,
    subscribe,
    written,
    missing,
)


def leaves(publication: Publication) -> Iterator[Leaf]:
    """Every page in every language, without the theme."""
    for language in publication.site.languages:
        press = Press(publication, language)
        for module in _KINDS:
            yield from module.leaves(press)


def render(publication: Publication, shell: Shell) -> Iterator[Artifact]:
    """Every page as a file."""
    frames = {
        language: frame(Press(publication, language)) for language in publication.site.languages
    }
    for leaf in leaves(publication):
        yield Artifact(
            path=file_of(leaf.sheet.path),
            media_type=_MEDIA_TYPE,
            data=shell.page(leaf.sheet, frames[leaf.sheet.language]),
            kind=Kind.PAGE,
            sources=leaf.sources,
        )
