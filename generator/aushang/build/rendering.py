"""Every output of a publication, as one stream of artifacts.

What is written is let go at once: only the bare sheets of pages are kept, for the site map.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from aushang.build.media_types import media_type
from aushang.model import Artifact, Kind, Publication
from aushang.outputs import api, atom, media, pages, redirects, robots, rss, sitemap
from aushang.outputs.feed_words import feed_words
from aushang.outputs.shell import Frame, Sheet, Shell

_THEME = "aushang_theme"


def artifacts(publication: Publication, shell: Shell) -> Iterator[Artifact]:
    """Pages, feeds, JSON and everything beside them. Reads media files when their turn comes."""
    words = feed_words(publication.site)
    noting = _Noting(shell)
    yield from pages.render(publication, noting)
    yield from rss.render(publication, words)
    yield from atom.render(publication, words)
    yield from api.render(publication, words)
    yield from redirects.render(publication, words)
    yield from media.render(publication, Path.read_bytes)
    yield from sitemap.render(publication, noting.sheets)
    yield from robots.render(publication)
    yield from _assets(shell)


class _Noting:
    """A shell that keeps each sheet without its body, so that pages are made only once."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.sheets: list[Sheet] = []

    def page(self, sheet: Sheet, frame: Frame) -> bytes:
        """The real shell's page."""
        self.sheets.append(replace(sheet, body="", headings=(), linked_data=""))
        return self._shell.page(sheet, frame)

    def page_in_full(self, sheet: Sheet, frame: Frame) -> bytes:
        """The real shell's page."""
        return self._shell.page_in_full(sheet, frame)

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """The real shell's files."""
        return self._shell.assets()


def _assets(shell: Shell) -> Iterator[Artifact]:
    for path, data in shell.assets():
        yield Artifact(
            path=path,
            media_type=media_type(path),
            data=data,
            kind=Kind.ASSET,
            sources=(_THEME,),
        )
