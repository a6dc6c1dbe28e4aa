"""The content's files by digest: what is as it was is not read again.

A file whose time and size are as they were is taken for unchanged, unless it changed so shortly
before it was looked at that a second change could have the same time.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256

from aushang.build import untouched
from aushang.build.drafts import packed, unpacked
from aushang.build.made import Made
from aushang.build.sharing import Sharing
from aushang.build.state import Seen
from aushang.build.workers import spread
from aushang.content.availability.bookings import Bookings, read_bookings
from aushang.content.document import Document
from aushang.content.entries import Entry
from aushang.content.glance import Glance
from aushang.content.reading import Joined, read_documents, read_posts
from aushang.content.shelf import Kept
from aushang.model import Site

_AT_A_TIME = 100  # posts per job
_WORTH_SPREADING = 1500  # posts: below that, forking costs more than it saves
COARSE = untouched.COARSE
UNSURE = -1
"""In place of a time that a second change could have too. 0 is one that archives give files."""


def settled(seen: Glance, began: int) -> Glance:
    """A glance without the times of files that had changed shortly before it began, in ns."""
    return {
        file: (changed if changed < began - COARSE else UNSURE, size)
        for file, (changed, size) in seen.items()
    }


@dataclass(slots=True)
class Shelf:
    """Implements `content.shelf.Shelf`. `now` is when this build began to look, ns since 1970.

    `known` are the posts of the last build by the path of their first file, `booked` its booking
    data by name. `glance` is what the folder looked like before anything was read. `seen` grows
    with every file that was looked at.
    """

    before: Mapping[str, Seen]
    known: Mapping[str, Made]
    workers: int
    now: int
    glance: Glance = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    booked: Mapping[str, Bookings] = field(default_factory=dict)

    def kept(self, files: Sequence[Entry]) -> Kept | None:
        """The post of these files, if it is known and none of them has changed."""
        made = self.known.get(files[0].path)
        if made is None or made.pressed is None or len(files) != len(made.sources):
            return None
        for entry, (path, digest) in zip(files, made.sources, strict=True):
            if entry.path != path or self.digest(entry) != digest:
                return None
        return Kept(made.pressed.post, made.read)

    def posts(self, groups: Sequence[Sequence[Entry]], site: Site) -> list[Joined]:
        """The posts of `groups`, read by several workers if they are many."""
        if self.workers <= 1 or len(groups) < _WORTH_SPREADING:
            return read_posts(groups, site, partial(self._note, self.seen))
        parts = [groups[at : at + _AT_A_TIME] for at in range(0, len(groups), _AT_A_TIME)]

        def read(job: int) -> bytes:
            noted: dict[str, Seen] = {}
            return packed(read_posts(parts[job], site, partial(self._note, noted)), noted)

        found: list[Joined] = []
        sharing = Sharing()
        for part, data in zip(parts, spread(len(parts), read, workers=self.workers), strict=True):
            joined, noted = unpacked(data, part, sharing)
            found += joined
            self.seen |= noted
        return found

    def documents(self, entries: Iterable[Entry], site: Site) -> list[Document]:
        """The documents of `entries`; they are never many."""
        return read_documents(entries, site, partial(self._note, self.seen))

    def bookings(self, groups: Iterable[Sequence[Entry]], site: Site) -> list[Bookings]:
        """What can be booked by the files of `groups`; those that have not changed are not read."""
        note = partial(self._note, self.seen)
        return [self._booked(files) or read_bookings(files, site, note) for files in groups]

    def _booked(self, files: Sequence[Entry]) -> Bookings | None:
        known = self.booked.get(files[0].name)
        if known is None or known.files != tuple(files):
            return None
        now = tuple((entry.path, self.digest(entry)) for entry in files)
        return known if known.sources == now else None

    def look(self, entries: Iterable[Entry]) -> None:
        """Note what these files are now: what changes later is a change for the next build."""
        for entry in entries:
            self.digest(entry)

    def digest(self, entry: Entry) -> str:
        """The SHA-256 of a file; empty where it cannot be read."""
        seen = self.seen.get(entry.path)
        if seen is None:
            seen = self.seen[entry.path] = self._look(entry)
        return seen.digest

    def _look(self, entry: Entry) -> Seen:
        before = self.before.get(entry.path)
        if before and (before.changed, before.size) == self.glance.get(entry.place):
            return before
        try:
            found = os.stat(entry.place)  # noqa: PTH116  ten thousand times
            if before and (before.changed, before.size) == (found.st_mtime_ns, found.st_size):
                return before
            data = entry.file.read_bytes()
        except OSError:
            return Seen(UNSURE, 0, "")
        return self._seen(found.st_mtime_ns, data)

    def _note(self, seen: dict[str, Seen], entry: Entry, changed: int, data: bytes) -> None:
        seen[entry.path] = self._seen(changed, data)

    def _seen(self, changed: int, data: bytes) -> Seen:
        is_settled = changed < self.now - COARSE
        return Seen(changed if is_settled else UNSURE, len(data), sha256(data).hexdigest())
