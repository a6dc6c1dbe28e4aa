"""Whatever people edit, in whatever order: what is built from an edit equals a full build.

Each step is an edit or some, a build of what is out of date, and a full build of the same content
at the same moment somewhere else. Compared are every byte, every finding and the counts.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import cast

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests import small_blog
from tests.engine_hands import HANDS, Hand
from tests.integration.sites import tree
from tests.publication_edits import EDITS, Desk, Edit
from tests.small_publication import write_publication

from aushang.build.live import Live
from aushang.build.memory import Memory
from aushang.build.pipeline import build
from aushang.build.preparation import Prepared, prepare
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.published_log import FoundLog, read_folder
from aushang.build.result import Outcome
from aushang.build.staging import open_staging, survey
from aushang.build.target import Target
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project
from aushang.model import AushangError

NOW = datetime.fromisoformat("2026-11-21T20:00:00+01:00")
RUNS = int(os.environ.get("AUSHANG_EDIT_RUNS", "2"))
STEPS = 10
"""A step takes 0.4 s; AUSHANG_EDIT_RUNS=100 is for an afternoon."""


@dataclass
class Works:
    """A publication with its incremental builds; with a `memory` it is one long-lived process.

    `workers` make what is out of date; whoever builds in full is alone.
    """

    desk: Desk
    memory: Memory | None = None
    workers: int = 1
    _good: dict[str, bytes] = field(default_factory=dict)
    _failures: int = 0

    @property
    def target(self) -> Target:
        """Where it is published."""
        return Target(self.desk.root / "site")

    def step(self) -> None:
        """Build what is out of date, build everything, compare."""
        before = tree(self.target.folder) if self.target.folder.exists() else {}
        is_plain = not before or bool(survey(self.target.folder))
        try:
            configuration = load_configuration(self.desk.root / "mkdocs.yml")
        except AushangError:  # a logo that is gone, say: there is no full build either
            self._mend()
            return
        what, by = project(configuration), replace(host(configuration), workers=self.workers)
        log = read_folder(self.target.folder, what.site.tag)
        watch = Stopwatch(Unwatched())
        result = build(what, by, now=self.desk.now, watch=watch, memory=self.memory)
        full, site = self._built_in_full(frozenset(before), log)
        assert list(result.diagnostics) == list(full.diagnostics)
        assert result.is_refused == full.is_refused(strict=False)
        published = tree(self.target.folder) if self.target.folder.exists() else {}
        if result.is_refused:
            assert published == before
            assert (result.outcome, result.changed) == (Outcome.REFUSED, frozenset())
            self._failures += 1
            if self._failures % 2 == 0:
                self._mend()
            return
        assert published.keys() == site.keys()
        assert [path for path in site if published[path] != site[path]] == []
        assert result.posts == len(full.publication.posts)
        assert sum(result.files.values()) == len(site)
        differing = {path for path in {*before, *site} if before.get(path) != site.get(path)}
        # Where somebody has put a link or an empty folder, all of the site counts as changed.
        assert result.changed == (differing if is_plain else site.keys())
        assert result.outcome is (Outcome.PUBLISHED if result.changed else Outcome.UNCHANGED)
        self._good = self._content()

    @property
    def _is_preview(self) -> bool:
        return self.memory is not None and self.memory.is_ours_alone

    def _built_in_full(
        self, before: frozenset[str], log: FoundLog
    ) -> tuple[Prepared, dict[str, bytes]]:
        """The same content at the same moment with nothing known but what is published.

        The log of changes is a history, so both go on from the one that is published.
        """
        configuration = load_configuration(self.desk.root / "mkdocs.yml")
        with TemporaryDirectory() as folder:
            staging = open_staging(Path(folder, "new"), Path(folder, "nothing"))
            prepared = prepare(
                project(configuration),
                replace(host(configuration), workers=1),  # to fork a test costs more than it saves
                now=self.desk.now,
                staging=staging,
                watch=Stopwatch(Unwatched()),
                before=frozenset[str]() if self._is_preview else before,
                log=log,
            )
            return prepared, tree(staging.folder)

    def _content(self) -> dict[str, bytes]:
        root = self.desk.root
        return {
            file.relative_to(root).as_posix(): file.read_bytes()
            for part in ("content", "look", "mkdocs.yml")
            for file in sorted((*(root / part).rglob("*"), root / part))
            if file.is_file()
        }

    def _mend(self) -> None:
        """Everything is again as it was when it was published the last time."""
        for part in ("content", "look"):
            shutil.rmtree(self.desk.root / part, ignore_errors=True)
        for name, data in self._good.items():
            file = self.desk.root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def walk(works: Works, edits: Sequence[Edit | Hand], seed: int) -> None:
    """A first build, and one after each step's edits, which the seed chooses."""
    chance = Random(seed)
    works.step()
    for _ in range(STEPS):
        for _ in range(chance.choice((1, 1, 2, 3))):
            edit, number = chance.choice(edits), chance.randrange(1000)
            if edit in HANDS:
                cast("Hand", edit)(works.target, number)
            else:
                cast("Edit", edit)(works.desk, number)
        works.step()


# A shorter sequence would take minutes to find; the seed of the failing one is told.
careful = settings(
    max_examples=RUNS,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
seeds = st.integers(0, 2**32 - 1)


@careful
@given(seeds)
def test_processes_that_know_the_last_build(seed: int) -> None:
    """Each build is a process of its own, and anybody may have been at the folders meanwhile."""
    with TemporaryDirectory() as folder:
        works = Works(Desk(write_publication(Path(folder)), NOW), workers=2)
        walk(works, (*EDITS, *EDITS, *HANDS), seed)


@careful
@given(seeds)
def test_one_process_that_builds_often(seed: int) -> None:
    """As the preview: one memory, and a folder that is nobody else's."""
    with TemporaryDirectory() as folder:
        works = Works(Desk(write_publication(Path(folder)), NOW))
        works.memory = Memory(works.target, is_ours_alone=True, live=Live())
        walk(works, EDITS, seed)


@careful
@given(seeds)
def test_a_blog_of_another_make(seed: int) -> None:
    """What holds for a folder, and who writes, reaches into posts that nobody touched."""
    with TemporaryDirectory() as folder:
        walk(Works(Desk(small_blog.write_blog(Path(folder)), NOW)), small_blog.EDITS, seed)
