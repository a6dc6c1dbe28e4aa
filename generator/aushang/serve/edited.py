"""Which page a content file makes, read off that file and its translations alone.

The engine knows it of all files together; asked for one, it would have to read ten thousand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aushang.content.assembly import assemble
from aushang.content.entries import Entry, OwnLayout, Role
from aushang.content.inventory import Inventory
from aushang.content.markdown.renderer import Renderer
from aushang.content.reading import read_documents
from aushang.model import Site

_LAYOUT = OwnLayout()
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)  # addresses do not depend on it


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of the files below `content`, a folder laid out as Aushang's own reference says."""

    content: Path
    site: Site
    markdown: Renderer

    def of(self, file: Path) -> str | None:
        """The site path of a file's page, in its own language; None if it makes none.

        A file that is broken, a draft or gone makes no page.
        """
        if not file.is_relative_to(self.content):
            return None
        inside = file.relative_to(self.content).as_posix()
        entries = tuple(self._entries(inside))
        drafted = assemble(
            Inventory(entries, ()),
            read_documents(entries, self.site),
            site=self.site,
            now=_ANY_TIME,
            markdown=self.markdown,
        )
        target = drafted.targets.files.get(inside)
        return next(iter(target.paths.values())) if target else None

    def _entries(self, inside: str) -> Iterator[Entry]:
        """The file and those that belong to it: for `a.en.md` also `a.md`, `a.yml` and so on."""
        above, slash, name = inside.rpartition("/")
        if not slash:
            return
        stem, _, suffix = name.rpartition(".")
        for language in self.site.languages[1:]:
            stem = stem.removesuffix(f".{language}")
        languages = ("", *(f".{language}" for language in self.site.languages[1:]))
        for ending in {f".{suffix}", ".yml", *(f"{one}.md" for one in languages)}:
            entry = self._entry(f"{above}/{stem}{ending}")
            if entry:
                yield entry

    def _entry(self, inside: str) -> Entry | None:
        file = self.content / inside
        if _LAYOUT.is_ignored(inside) or not _LAYOUT.is_opened(inside) or not file.is_file():
            return None
        found = _LAYOUT.classify(inside, str(file), inside, self.site)
        if isinstance(found, Entry) and found.role is not Role.BOOKING_DATA:
            return found
        return None
