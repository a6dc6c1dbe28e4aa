"""One run of `preparation.prepare`: what is out of date is made, all else is kept."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from aushang.build.basis import Ground, basis_of
from aushang.build.blocks import Searchable, search_units
from aushang.build.book import Book
from aushang.build.first_pass import first_pass
from aushang.build.head import Basis
from aushang.build.inputs import inputs_around, of_other_texts, of_targets
from aushang.build.lists import ListUnit, last_units, list_units
from aushang.build.live import Last, Live
from aushang.build.log_units import log_of, log_units
from aushang.build.made import Made
from aushang.build.outdated import outdated
from aushang.build.program import program
from aushang.build.project import Host, Project
from aushang.build.samples import Sampled
from aushang.build.shelf import Shelf
from aushang.build.staging import Staging
from aushang.build.work import ListWork, PostWork, weight
from aushang.build.workers import spread
from aushang.checks.written import WrittenFile
from aushang.content.assembly import Drafted
from aushang.content.load import Loaded, completed
from aushang.content.posts import PostDraft
from aushang.model import Diagnostic, Publication
from aushang.model.change_log import Log
from aushang.outputs import pages
from aushang.outputs.shell import Shell
from aushang.outputs.told_texts import with_texts

_WORTH_SPREADING = 80
"""Posts or lists: below that, forking workers costs more than they save."""


class Making:
    """What the steps of the run hand on to each other.

    They are called in the order `drafted`, `posts`, `lists`, `basis`.
    """

    def __init__(
        self, project: Project, host: Host, staging: Staging, book: Book, live: Live | None
    ) -> None:
        known = book.known
        self.book = book
        self.last: Last | None = None
        self.folder = b""
        self._ground: Ground | None = None
        self._live = live
        self._before = known.account.inputs if known else {}
        # What another program read, or under other settings, has to be read again.
        around = {**host.inputs, "program": program()}
        is_same = all(self._before.get(name) == now for name, now in around.items())
        self._same = known if is_same else None
        self.reasons: dict[str, str] = {}
        self.inputs: dict[str, str] = {}
        self.said: list[Diagnostic] = []
        self._project, self._host, self._staging = project, host, staging
        self._shell: Shell = host.shell
        self._units: Mapping[str, Made] = known.units if known else {}
        posts = (one for one in self._units.values() if one.sources and is_same)
        self.shelf = Shelf(
            before=known.account.sources if known else {},
            known={one.sources[0][0]: one for one in posts},
            workers=host.workers,
            now=time.time_ns(),
        )

    def drafted(self, now: datetime) -> Drafted:
        """The first pass, and what everything is made from."""
        read = first_pass(
            self._project, self._host, now=now, shelf=self.shelf, same=self._same, live=self._live
        )
        drafted, self.inputs = read.drafted, dict(read.inputs)
        self.last, self.folder, self._ground = read.last, read.folder, read.ground
        self.frames = pages.frames(drafted.publication)
        self.inputs |= inputs_around(drafted.publication, self._host.inputs, self.frames)
        if any(self._before.get(name) != self.inputs.get(name) for name in ("theme", "program")):
            self._shell = Sampled(self._host.shell)
        return drafted

    def basis(
        self,
        publication: Publication,
        files: Iterable[WrittenFile],
        found: tuple[Diagnostic, ...],
        loaded: Iterable[Diagnostic],
    ) -> Basis | None:
        """What all this stood on; None where another build cannot tell whether it still does."""
        if self._ground is None or self._host.premises is None:
            return None
        return basis_of(
            self._ground,
            self._host.premises,
            publication=publication,
            files=files,
            found=found,
            said=(*loaded, *self.said),
        )

    def posts(self, drafted: Drafted) -> Loaded:
        """The second pass: posts that are out of date are made, the others kept."""
        names = {f"post:{one.post.id}": one for one in drafted.drafts}
        there = {name: self._units[name] for name in names if name in self._units}
        self.inputs |= of_targets(drafted, self.shelf, _asked(there.values()))
        self.inputs |= of_other_texts(drafted, self.shelf)
        due = self._due((name, there[name].reads if name in there else ()) for name in names)
        self._make(drafted, {name: names[name] for name in due})
        for name in names:
            if name not in due:
                self.book.keep(name)
        loaded = self._loaded(drafted, names)
        if self._units:
            wanted = {
                name: names[name]
                for name in (f"post:{post}" for post in with_texts(loaded.publication))
                if not self.book.units[name].has_texts
            }
            if wanted:
                due |= dict.fromkeys(wanted, "a feed shows it now")
                self._make(drafted, wanted)
                loaded = self._loaded(drafted, names)
        self.reasons |= due
        self.inputs |= of_targets(drafted, self.shelf, _asked(self.book.units[one] for one in due))
        self.said = [finding for name in names for finding in self.book.units[name].said]
        return loaded

    def _make(self, drafted: Drafted, due: Mapping[str, PostDraft]) -> None:
        drafts = list(due.values())
        work = PostWork(
            drafted, drafts, self._host.markdown, self._shell, self._staging, self.shelf
        )
        for _ in self._made(work, len(drafts)):
            pass

    def _loaded(self, drafted: Drafted, names: Iterable[str]) -> Loaded:
        pressed = (self.book.units[name].pressed for name in names)
        return completed(drafted, [one for one in pressed if one])

    def lists(self, publication: Publication, changes: Log | None) -> None:
        """Everything else; the last units read what all others came to.

        `changes` is the log that goes on with this build.
        """
        self._lists(
            [
                *list_units(publication, self._shell, self.book, self.inputs, changes),
                *self._search(publication),
            ]
        )
        # What became of the posts is known only now.
        log = log_of(publication, self.book, changes)
        self._lists(log_units(publication.site, log))
        self._lists(last_units(publication, self.book, log))

    def _search(self, publication: Publication) -> Iterable[ListUnit]:
        """The index, for a site that can be searched."""
        indexer = self._host.indexer
        if indexer is None or not publication.site.has_search:
            return ()
        found = Searchable(publication, self.book.units, self.book.documents())
        return search_units(found, indexer)

    def _lists(self, units: Sequence[ListUnit]) -> None:
        for unit in units:
            self.inputs |= unit.inputs
        due = self._due((unit.name, unit.reads) for unit in units)
        self.reasons |= due
        wanted = [unit for unit in units if unit.name in due]
        work = ListWork(wanted, self._shell, self._staging, self.frames, self._project.site.url)
        for _ in self._made(work, weight(wanted)):
            pass
        for unit in units:
            if unit.name not in due:
                self.book.keep(unit.name)

    def _due(self, units: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
        return outdated(units, self._units, self._before, self.inputs)

    def _made(self, work: PostWork | ListWork, size: int) -> Iterator[Made]:
        workers = self._host.workers if size >= _WORTH_SPREADING else 1
        if workers > 1:
            work.prepare()
        for done in spread(work.jobs, work.do, workers=workers):
            self.shelf.seen.update(done.seen)
            for parcel in done.parcels:
                yield self.book.enter(parcel)


def _asked(units: Iterable[Made]) -> set[str]:
    return {name for made in units if made.pressed for name in made.pressed.asked}
