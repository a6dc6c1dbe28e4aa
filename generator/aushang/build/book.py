"""The account of a build: what every unit left behind, made now or kept from the last build."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from aushang.build.claims import Claims
from aushang.build.disk import explained
from aushang.build.documents import Documents, SpooledDocuments
from aushang.build.made import Made, Parcel, unpacked, unpacked_facts
from aushang.build.progress import Progress
from aushang.build.sharing import Sharing
from aushang.build.spool import Spool
from aushang.build.staging import Put, Staging
from aushang.build.state import Known
from aushang.build.stored import renewed
from aushang.checks.written import Facts, WrittenFile
from aushang.checks.written.sharing import FactSharing
from aushang.model import AushangError, Diagnostic


class NoPlaceError(AushangError):
    """A file or a folder stands where a file belongs."""


@dataclass
class Book:
    """The units of a site in the making. `known` is what the last build left.

    `packed` are the units that were made now, as they travel, by name; `fresh` the paths of files
    that were written and are not published as they are. What is packed lies on the disk.
    """

    staging: Staging
    progress: Progress
    known: Known | None = None
    units: dict[str, Made] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    packed: Spool = field(init=False)
    _facts: Spool = field(init=False)
    _documents: SpooledDocuments = field(init=False)
    _sharing: Sharing = field(default_factory=Sharing)
    _homeless: set[str] = field(default_factory=set)
    _written: int = 0

    def __post_init__(self) -> None:
        """Put aside what is packed beside the staging folder."""
        room = self.staging.folder.parent
        self.packed, self._facts = Spool(room), Spool(room)
        self._documents = SpooledDocuments(Spool(room))

    def keep(self, name: str) -> Made:
        """A unit that is as it was. Raises KeyError for one that the last build did not make."""
        if self.known is None:
            raise KeyError(name)
        made = self.units[name] = self.known.units[name]
        return made

    def enter(self, parcel: Parcel) -> Made:
        """A unit that was made now."""
        made = self._sharing.settled(unpacked(parcel.made))
        self.units[made.name] = made
        with explained(self.staging.published_folder):
            self.packed.put(made.name, parcel.made)
            self._facts.put(made.name, parcel.facts)
            self._documents.put(made.name, parcel.documents)
        for written, put in zip(made.files, parcel.puts, strict=True):
            if put is Put.NEW:
                self.fresh.add(written.path)
            elif put is Put.NOWHERE:
                self._homeless.add(written.path)
        self._written += len(made.files)
        self.progress.written(self._written)
        return made

    @property
    def gone_units(self) -> list[str]:
        """The names of those that were there and are no more."""
        return [name for name in self.known.units if name not in self.units] if self.known else []

    def files(self) -> dict[str, WrittenFile]:
        """What stands at each path so far."""
        return {one.path: one.file for made in self._ordered() for one in made.files}

    def facts(self) -> "FactsOf":
        """What each file defines and refers to."""
        return FactsOf(self._ordered(), self.packed_facts)

    def _ordered(self) -> list[Made]:
        """In an order that does not depend on which of them were made now."""
        return [self.units[name] for name in sorted(self.units)]

    def packed_facts(self, name: str) -> bytes:
        """The facts of a unit's files, packed. Raises KeyError for a unit that nobody made."""
        if name in self._facts:
            return self._facts[name]
        if self.known is None:
            raise KeyError(name)
        return self.known.facts[name]

    def all_packed_facts(self) -> Mapping[str, bytes]:
        """The same of all units, by name."""
        if self.known is None:
            return self._facts
        return renewed(self.known.facts, self._facts)

    def documents(self) -> Documents:
        """What posts are found by."""
        kept = self.known.documents if self.known else Documents()
        made = self._documents
        return Documents(kept.file, {**kept.held, **made} if kept.held else made)

    def _has_new_claims(self) -> bool:
        known = self.known.units if self.known else {}
        for name in self.packed:
            paths = [one.path for one in self.units[name].files]
            before = {one.path for one in known[name].files} if name in known else set()
            if len({*paths}) < len(paths) or not before.issuperset(paths):
                return True
        return False

    def contests(self) -> tuple[Diagnostic, ...]:
        """What claims of paths came to.

        Where no unit claims what it did not claim before, there is nothing to contest. Raises
        NoPlaceError for a file that found no place although nobody contests it.
        """
        if not self._homeless and not self._has_new_claims():
            return ()
        claims = Claims()
        for made in self._ordered():
            for written in made.files:
                claims.claim(written.path, written.file.sources[0])
        found = tuple(claims.diagnostics())
        if self._homeless and not found:
            raise NoPlaceError(
                f"“{min(self._homeless)}” cannot be written: a file or folder is in its way",
                "build again; if it happens again, look at the disk",
            )
        return found


class FactsOf(Mapping[str, Facts]):
    """The facts of the files of some units by path, unpacked when they are asked for.

    Nine references of ten on a page are those of its menu. They stand once for all pages: 2 KB a
    post instead of 9.
    """

    def __init__(self, units: Iterable[Made], packed: Callable[[str], bytes]) -> None:
        self._owners = {written.path: made for made in units for written in made.files}
        self._packed = packed
        self._known: dict[str, Facts] = {}
        self._sharing = FactSharing()

    def __getitem__(self, path: str) -> Facts:
        """The facts of one file; those of its unit's other files are unpacked with it."""
        if path not in self._known:
            made = self._owners[path]
            for written, facts in zip(
                made.files, unpacked_facts(self._packed(made.name)), strict=True
            ):
                # Where two want one path, the facts are those of one, whoever is asked for first.
                if self._owners[written.path] is made:
                    self._known[written.path] = self._sharing.settled(facts)
        return self._known[path]

    def __iter__(self) -> Iterator[str]:
        """The paths."""
        return iter(self._owners)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._owners)

    def __contains__(self, path: object) -> bool:
        """Whether there is a file at that path."""
        return path in self._owners


def files_of(units: Iterable[Made]) -> Mapping[str, tuple[str, int]]:
    """SHA-256 and size of each file of some units, by path."""
    return {
        written.path: (written.digest, written.size) for made in units for written in made.files
    }
