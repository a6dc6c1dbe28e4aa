"""The preview's search: up to date when nobody waits, and in nobody's way."""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import Queue
from threading import Event

import pytest
from tests.factories import make_posts, make_publication, make_site
from tests.integration.sites import tree
from tests.searched_documents import Transcript, searchable

from aushang.build.blocks import Searchable
from aushang.model import Artifact, AushangError
from aushang.outputs.searchable import Block, Document
from aushang.serve.searching import Searching

PATIENCE = 120.0  # seconds; a busy machine is slow
PARTS = {"services": {}, "locations": {}}


@dataclass
class Blocking(Transcript):
    """An indexer that is at work on its first block until it is stopped, or let go."""

    begun: Event = field(default_factory=Event)
    freed: Event = field(default_factory=Event)
    is_stopped: bool = False

    def stop(self) -> None:
        """Everything fails from now on."""
        self.is_stopped = True
        self.freed.set()

    def block(self, block: Block[Document]) -> tuple[Artifact, ...]:
        """The block, in the end."""
        self.begun.set()
        assert self.freed.wait(PATIENCE)
        if self.is_stopped:
            raise AushangError("stopped")
        return super().block(block)


@dataclass
class Recorder:
    """A terminal that remembers what it was told; its words can be waited for."""

    told: Queue[str] = field(default_factory=Queue)

    def searched(self, seconds: float) -> None:
        """The index was changed."""
        assert seconds >= 0
        self.told.put("searched")

    def failed(self, error: AushangError) -> None:
        """It was not."""
        self.told.put(f"{error.message} | {error.hint}")

    def next(self) -> str:
        """What it was told next."""
        return self.told.get(timeout=PATIENCE)


@dataclass
class Stage:
    """A preview's search, with an indexer of its own for each attempt."""

    folder: Path
    recorder: Recorder = field(default_factory=Recorder)
    opened: list[Blocking] = field(default_factory=list)
    fault: AushangError | None = None
    is_slow: bool = False
    searching: Searching = field(init=False)

    def __post_init__(self) -> None:
        self.searching = Searching(self.open, self.recorder, quiet=0)

    def open(self) -> Blocking:
        """The next indexer."""
        if self.fault:
            raise self.fault
        indexer = Blocking()
        if not self.is_slow:
            indexer.freed.set()
        self.opened.append(indexer)
        return indexer

    def begin(self, found: Searchable) -> None:
        """A build is over."""
        self.searching.begin(self.folder, found)

    def settle(self) -> None:
        """Wait until nothing is at work."""
        run = self.searching._run
        assert run is None or run.ended.wait(PATIENCE)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A preview that has no index yet."""
    return Stage(tmp_path / ".site.search")


def site(
    count: int, *, first: str = "Neu", languages: tuple[str, ...] = ("de", "en")
) -> Searchable:
    """So many posts; the newest has this title in German."""
    newest, *others = make_posts(count)
    german = replace(newest.texts["de"], title=first)
    newest = replace(newest, texts={**newest.texts, "de": german})
    around = make_site(has_search=True, languages=languages)
    return searchable(make_publication([newest, *others], site=around, **PARTS))


def blocks(stage: Stage) -> dict[str, int]:
    """How many blocks each language says that it has."""
    files = stage.folder.glob("pagefind/*/blocks.json")
    return {file.parent.name: json.loads(file.read_text())["blocks"] for file in files}


def test_the_index_follows_the_site(stage: Stage) -> None:
    """All blocks at first, the newest before the others; then the one that was edited."""
    stage.begin(site(5))
    assert stage.recorder.next() == "searched"
    assert blocks(stage) == {"de": 3, "en": 3}
    assert stage.opened[0].made == [(one, number) for number in (3, 2, 1) for one in ("de", "en")]
    stage.begin(site(5, first="Anders"))
    assert stage.recorder.next() == "searched"
    assert stage.opened[1].made == [("de", 3)]
    assert "Anders" in (stage.folder / "pagefind/de/3/0.json").read_text()


def test_another_preview_of_the_same_folder_makes_nothing_anew(stage: Stage) -> None:
    """What is up to date is known from the folder alone, and nothing is told."""
    stage.begin(site(5))
    stage.settle()
    before = tree(stage.folder)
    later = Stage(stage.folder)
    later.begin(site(5))
    later.settle()
    assert later.opened[0].made == []
    assert later.recorder.told.empty()
    assert tree(stage.folder) == before


def test_it_is_what_a_new_preview_would_make(stage: Stage, tmp_path: Path) -> None:
    """Blocks and languages that are no more leave nothing behind."""
    for found in (site(7), site(3), site(3, languages=("de",)), site(4, first="Noch eins")):
        stage.begin(found)
        stage.settle()
    fresh = Stage(tmp_path / "fresh")
    fresh.begin(site(4, first="Noch eins"))
    fresh.settle()
    assert tree(stage.folder) == tree(fresh.folder)
    assert blocks(stage) == {"de": 2, "en": 2}
    stage.begin(site(3, languages=("de",)))
    stage.settle()
    assert {path.name for path in (stage.folder / "pagefind").iterdir()} == {"de"}
    assert {path.name for path in stage.folder.iterdir()} == {"pagefind"}


def test_an_edit_ends_what_is_at_work(stage: Stage) -> None:
    """At once and without a word; the next attempt comes to the newest site."""
    stage.is_slow = True
    stage.begin(site(5))
    (first,) = wait_for(stage, 1)
    assert first.begun.wait(PATIENCE)
    stage.searching.stop()
    stage.settle()
    assert (first.is_stopped, first.made) == (True, [])
    stage.is_slow = False
    stage.begin(site(5, first="Anders"))
    assert stage.recorder.next() == "searched"
    assert blocks(stage) == {"de": 3, "en": 3}
    assert stage.recorder.told.empty()


def wait_for(stage: Stage, count: int) -> list[Blocking]:
    """The indexers, as soon as there are so many."""
    pause = Event()
    for _ in range(int(PATIENCE * 100)):
        if len(stage.opened) >= count:
            break
        pause.wait(0.01)
    return stage.opened


def test_nothing_begins_while_people_edit(tmp_path: Path) -> None:
    """Only when it was quiet for a moment is the indexer opened at all."""
    stage = Stage(tmp_path)
    stage.searching = Searching(stage.open, stage.recorder, quiet=60)
    for _ in range(3):
        stage.begin(site(1))
    stage.searching.stop()
    stage.settle()
    assert stage.opened == []


def test_a_missing_indexer_is_told_once(stage: Stage) -> None:
    """The preview goes on without; when it is there, so is the search."""
    stage.fault = AushangError("it is not installed", "install it")
    for _ in range(2):
        stage.begin(site(1))
        stage.settle()
    assert stage.recorder.next() == "it is not installed | install it"
    assert stage.recorder.told.empty()
    stage.fault = None
    stage.begin(site(1))
    assert stage.recorder.next() == "searched"


def test_a_folder_that_cannot_be_written_is_told(stage: Stage) -> None:
    """With the system's reason."""
    stage.folder.write_text("a file")
    stage.begin(site(1))
    assert stage.recorder.next() == (
        "the search of the preview cannot be written: File exists"
        f" | look at the folder “{stage.folder}”"
    )


@pytest.mark.parametrize("can_swap", [True, False])
def test_blocks_take_each_other_s_place(tmp_path: Path, *, can_swap: bool) -> None:
    """Where the system can exchange two folders and where it cannot."""
    stage = Stage(tmp_path)
    if not can_swap:
        stage.searching = Searching(stage.open, stage.recorder, quiet=0, swap=lambda _, __: False)
    for first in ("Eins", "Zwei"):
        stage.begin(site(1, first=first))
        assert stage.recorder.next() == "searched"
    assert "Zwei" in (stage.folder / "pagefind/de/1/0.json").read_text()
