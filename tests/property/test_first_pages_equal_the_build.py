"""Whatever people edit: what the preview shows first is what the whole build then publishes.

Each step is an edit or some, the pages that would be shown first, and the build as the preview does
it. Pages are compared byte for byte, under the addresses that they had before.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.integration.sites import tree
from tests.publication_edits import EDITS, POSTS, Desk, appended, line, replaced
from tests.small_publication import write_publication

from aushang.build.first import first_pages
from aushang.build.live import Live
from aushang.build.memory import Memory
from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.target import Target
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project
from aushang.model import AushangError

NOW = datetime.fromisoformat("2026-11-21T20:00:00+01:00")
RUNS = int(os.environ.get("AUSHANG_EDIT_RUNS", "3"))
STEPS = 12


OFTEN = (
    appended(POSTS, "\nNoch ein Satz {}.\n", "\n## Neu {}\n\nText.\n", "\n[Haus](/haus/)\n"),
    replaced(POSTS, "(?m)^title: .*$", "title: Anders", "title: Ganz anders", "title: Sauna"),
    replaced(POSTS, "(?m)^## (.*)$", "## Sonst", r"## \1 neu"),
    line("services", "[sauna]", "[kurse]", "[sauna, kurse]", ""),
    line("published", "2026-11-21T19:30", "2025-12-31T23:30", "2026-11-01T00:30", "2027-01-01"),
)
"""What people do while they look at the preview."""


class Preview:
    """One preview of a desk's publication. It is opened anew when its settings change."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.target = Target(desk.root / "site")
        self.is_good = False
        self.shown = 0
        self._open()

    def _open(self) -> None:
        configuration = load_configuration(self.desk.root / "mkdocs.yml")
        self._project, self._host = project(configuration), replace(host(configuration), workers=1)
        self._memory = Memory(self.target, is_ours_alone=True, live=Live())

    def step(self, edit: Callable[[], None]) -> None:
        """Edit, look at what would be shown first, build, compare."""
        before = self._glance()
        edit()
        touched = {file for file, _ in before.items() ^ self._glance().items()}
        if any(not file.is_relative_to(self._project.content) for file in touched):
            try:
                self._open()
            except AushangError:  # the edit took the configuration's own logo, say
                self.is_good = False
                return
        pages = (
            first_pages(self._project, self._host, self._memory, touched, now=self.desk.now)
            if self.is_good and touched
            else {}
        )
        was = tree(self.target.folder) if self.target.folder.exists() else {}
        watch = Stopwatch(Unwatched())
        try:
            result = build(
                self._project, self._host, now=self.desk.now, watch=watch, memory=self._memory
            )
        except AushangError:
            self.is_good = False
            assert not pages
            return
        self.is_good = not result.is_refused
        if pages:
            inside = {file.relative_to(self.desk.root).as_posix() for file in touched}
            faults = [one for one in result.diagnostics if one.is_error]
            assert [one for one in faults if one.location.path in inside] == []
        if result.is_refused:
            return
        published = tree(self.target.folder)
        for path, data in pages.items():
            assert data != was[path]
            assert data == published[path]
        self.shown += len(pages)

    def _glance(self) -> dict[Path, tuple[int, int]]:
        """Everything that the preview watches, as it looks."""
        return {
            file: (file.stat().st_mtime_ns, file.stat().st_ino)
            for part in ("content", "look", "mkdocs.yml")
            for file in (self.desk.root / part, *(self.desk.root / part).rglob("*"))
            if file.is_file()
        }


@settings(
    max_examples=RUNS,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.integers(0, 2**32 - 1))
def test_a_page_that_is_shown_first_is_the_one_that_is_built(seed: int) -> None:
    """Under the same address, and never where the build then finds a fault in what was edited."""
    chance = Random(seed)
    with TemporaryDirectory() as folder:
        desk = Desk(write_publication(Path(folder)), NOW)
        preview = Preview(desk)
        preview.step(lambda: None)
        for _ in range(STEPS):
            content = tree(desk.root / "content")
            preview.step(partial(edited, desk, chance))
            if not preview.is_good:
                preview.step(partial(restored, desk.root / "content", content))


def edited(desk: Desk, chance: Random) -> None:
    """Somebody does one thing, now and then two."""
    for _ in range(chance.choice((1, 1, 1, 2))):
        chosen = chance.choice((EDITS, OFTEN))
        chance.choice(chosen)(desk, chance.randrange(1000))


def restored(folder: Path, files: dict[str, bytes]) -> None:
    """The folder holds these files again."""
    for path in tree(folder).keys() - files.keys():
        (folder / path).unlink()
    for path, data in files.items():
        file = folder / path
        if not file.is_file() or file.read_bytes() != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
