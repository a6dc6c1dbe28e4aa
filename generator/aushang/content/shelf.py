"""Where the files of the first pass come from: the disk, or what is known of them already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from aushang.content.availability.bookings import Bookings, read_bookings
from aushang.content.document import Document
from aushang.content.entries import Entry
from aushang.content.reading import Joined, read_documents, read_posts
from aushang.model import Diagnostic, Post, Site


@dataclass(frozen=True, slots=True)
class Kept:
    """A post that was read and pressed before, and what was found while its files were read."""

    post: Post
    diagnostics: tuple[Diagnostic, ...]


class Shelf(Protocol):
    """Where the files of the first pass come from."""

    def kept(self, files: Sequence[Entry]) -> Kept | None:
        """The post of these files (its own first) if it is known and none of them has changed."""

    def posts(self, groups: Sequence[Sequence[Entry]], site: Site) -> list[Joined]:
        """The posts of other groups of files, each post's own file first, in any order."""

    def documents(self, entries: Iterable[Entry], site: Site) -> list[Document]:
        """The documents of files that are of no post, in any order."""

    def bookings(self, groups: Iterable[Sequence[Entry]], site: Site) -> list[Bookings]:
        """What can be booked by files of one name each, in the order of `groups`."""

    def look(self, entries: Iterable[Entry]) -> None:
        """Note what these files are now, before somebody else reads them."""


class EmptyShelf:
    """Nothing is known: each file is read."""

    def kept(self, files: Sequence[Entry]) -> None:
        """Nothing."""

    def posts(self, groups: Sequence[Sequence[Entry]], site: Site) -> list[Joined]:
        """The posts of `groups`, read one after the other."""
        return read_posts(groups, site)

    def documents(self, entries: Iterable[Entry], site: Site) -> list[Document]:
        """The documents of `entries`, read one after the other."""
        return read_documents(entries, site)

    def bookings(self, groups: Iterable[Sequence[Entry]], site: Site) -> list[Bookings]:
        """What the files of `groups` say, read one after the other."""
        return [read_bookings(files, site) for files in groups]

    def look(self, entries: Iterable[Entry]) -> None:
        """Nothing is noted."""


EMPTY_SHELF: Shelf = EmptyShelf()
