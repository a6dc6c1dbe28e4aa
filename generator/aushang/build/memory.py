"""What is known of the published site, from the last build in this process or in another one.

One object serves one output folder for as long as it lives. All of it needs the lock.
"""

import shutil
import sqlite3
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from msgspec import MsgspecError
from msgspec.msgpack import Decoder, Encoder

from aushang.build.blocks import Searchable
from aushang.build.book import Book, files_of
from aushang.build.documents import Documents
from aushang.build.folder import packed
from aushang.build.garbage import uncollected
from aushang.build.head import Basis, Head
from aushang.build.live import Live
from aushang.build.staging import Staging, open_staging, twin_staging
from aushang.build.state import (
    Account,
    Known,
    Seen,
    discard_state,
    read_state,
    write_state,
)
from aushang.build.target import Target
from aushang.build.untouched import Tree, changed_tree, identity, is_untouched, tree_of
from aushang.checks.written.index import Index
from aushang.model import Publication


@dataclass(frozen=True, slots=True)
class Twin:
    """The staging folder as it stands: its inode, and in which paths it is not the published one.

    All other files are the published ones under second names if it `is_linked`.
    It is noted in a file of its own, which is away while somebody works in the folder: if that run
    is killed, the folder is not trusted.
    """

    inode: int
    behind: tuple[str, ...]
    is_linked: bool


_encoder = Encoder()
_twin = Decoder(Twin)


@dataclass(frozen=True, slots=True)
class _Unwritten:
    """What the state file does not say yet: units and who has them, names of those that went."""

    changed: dict[str, Book]
    gone: set[str]
    is_fresh: bool


@dataclass(slots=True)
class Memory:
    """The account of a target, read when it is first asked for.

    With `is_ours_alone` nobody else writes to the published folder, so it is looked at only once.
    """

    target: Target
    is_ours_alone: bool = False
    live: Live | None = None
    _known: Known | None = None
    _publication: Publication | None = None
    _unwritten: "_Unwritten | None" = None
    _basis: Basis | None = None
    _folder: bytes = b""
    _tree: Tree | None = None

    def recall(self) -> Known | None:
        """What is published, as far as it is sure: the folder holds just that, unchanged."""
        if self._known and self._known.account.folder != identity(self.target.folder):
            self._forget()
        if self._known and self.is_ours_alone:
            return self._known
        if self._known is None:
            with uncollected():
                self._known = read_state(self.target.state, self.target.folder)
        if self._known and not self._is_untouched(self._known):
            self._forget()
        return self._known

    def _forget(self) -> None:
        """Somebody else published here, or was at what we published."""
        self._known = None
        if self.live:
            self.live.last = None

    def _is_untouched(self, known: Known) -> bool:
        return is_untouched(self.target.folder, _tree(known), known.account.switched)

    def staging(self, known: Known | None) -> Staging:
        """The folder to build in. Raises OSError."""
        target = self.target
        twin = self._taken_twin()
        if known is None:
            if target.staging.exists():
                shutil.rmtree(target.staging)
            return open_staging(target.staging, target.folder)
        digests = {path: digest for path, (digest, _) in files_of(known.units.values()).items()}
        behind = twin.behind if twin and self._is_sound(twin, known) else None
        is_linked = twin is not None and twin.is_linked
        return twin_staging(target.staging, target.folder, digests, behind, is_linked=is_linked)

    def _is_sound(self, twin: Twin, known: Known) -> bool:
        """Whether the staging folder is what was left: nobody has put in or taken out a file."""
        folder = self.target.staging
        if twin.inode != identity(folder)[1]:
            return False
        return self.is_ours_alone or is_untouched(
            folder,
            _tree(known),
            known.account.switched,
            frozenset(twin.behind),
            is_linked=twin.is_linked,
        )

    def _taken_twin(self) -> Twin | None:
        try:
            data = self.target.twin.read_bytes()
            self.target.twin.unlink()
            return _twin.decode(data)
        except (OSError, MsgspecError):
            return None

    def leave_twin(self, behind: tuple[str, ...], *, is_linked: bool) -> None:
        """Note that the staging folder is the published one but for these paths (see `Twin`)."""
        inode = identity(self.target.staging)[1]
        with suppress(OSError):
            self.target.twin.write_bytes(_encoder.encode(Twin(inode, behind, is_linked)))

    def keep(  # noqa: PLR0913  each is a thing of its own
        self,
        book: Book,
        index: Index,
        *,
        inputs: Mapping[str, str],
        sources: Mapping[str, Seen],
        publication: Publication,
        basis: Basis | None,
        folder: bytes,
    ) -> None:
        """The published folder is what the book says. A state that cannot be kept is discarded."""
        self._publication, self._basis, self._folder = publication, basis, folder
        account = Account(
            folder=identity(self.target.folder),
            switched=time.time_ns(),
            inputs=inputs,
            sources=sources,
        )
        before = book.known
        self._tree = _changed_tree(before, book)
        facts = book.all_packed_facts()
        documents = book.documents()
        self._known = Known(
            account, dict(book.units), facts, index, Documents(self.target.state, documents.held)
        )
        if before is None:
            self._unwritten = None
        changed = dict.fromkeys(book.packed, book)
        if self._unwritten is None:
            self._unwritten = _Unwritten({}, set(), is_fresh=before is None)
        self._unwritten.changed.update(changed)
        self._unwritten.gone.update(book.gone_units)
        if self.live is None:
            self.write()

    def searchable(self) -> Searchable | None:
        """What readers of the published site can find; None if this process built none."""
        if self._known is None or self._publication is None:
            return None
        return Searchable(self._publication, self._known.units, self._known.documents)

    @property
    def index(self) -> Index | None:
        """Who refers to what on the published site; None if this process does not know."""
        return self._known.index if self._known else None

    def write(self) -> None:
        """Keep on the disk what is known; a process that builds often does it when it has time.

        A state that cannot be kept is discarded. One that is older than the published folder is
        passed over by whoever reads it, because files in the folder are newer than it says.
        """
        unwritten, self._unwritten = self._unwritten, None
        if unwritten is None or self._known is None:
            return
        rows = (
            (name, book.packed[name], book.packed_facts(name))
            for name, book in unwritten.changed.items()
            if name in self._known.units
        )
        gone = unwritten.gone - self._known.units.keys()
        if self.live and self.live.last:
            self._folder = packed(self.live.last)
        known = replace(self._known, head=self._head(self._known), folder=self._folder)
        try:
            write_state(self.target.state, known, rows, gone, is_fresh=unwritten.is_fresh)
            self._known = replace(known, documents=Documents(self.target.state))
        except (OSError, sqlite3.Error):
            discard_state(self.target.state)

    def _head(self, known: Known) -> Head:
        account = known.account
        return Head(
            folder=account.folder,
            switched=account.switched,
            tree=self._tree or _tree(known),
            basis=self._basis,
        )


def _changed_tree(before: Known | None, book: Book) -> Tree | None:
    """The published files, if it is known what they were before."""
    if before is None or before.head is None:
        return None
    names = (*book.packed, *book.gone_units)
    units = [before.units[name] for name in names if name in before.units]
    made = [book.units[name] for name in book.packed]
    sizes = {path: size for path, (_, size) in files_of(made).items()}
    return changed_tree(before.head.tree, files_of(units), sizes)


def _tree(known: Known) -> Tree:
    """The published files."""
    if known.head:
        return known.head.tree
    return tree_of({path: size for path, (_, size) in files_of(known.units.values()).items()})
