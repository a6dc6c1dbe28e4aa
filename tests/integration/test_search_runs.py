"""The search in whole runs: what is published, what is made again, and what a preview serves."""

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest
from tests.integration.processes import free_port, running
from tests.integration.sites import (
    CONFIGURATION,
    NOW,
    aushang,
    aushang_process,
    tree,
    write,
    write_post,
    write_site,
)
from tests.integration.test_mkdocs_runs import mkdocs

from aushang.build.memory import Memory
from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.published_log import NO_LOG, FoundLog, read_folder
from aushang.build.result import Outcome, Result
from aushang.build.target import Target
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import project, publisher
from aushang.model import AushangError
from aushang.search.index import Index, installed
from aushang.search.program import Message

SEARCHED = CONFIGURATION.replace("search: false", "search: true")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication with a search, not built yet."""
    root = write_site(tmp_path / "news")
    write(root / "mkdocs.yml", SEARCHED)
    for number in range(3):
        write_post(root, f"matte-{number}", f"Matte {number}", f"Sie liegt in Raum {number}.")
    return root


@dataclass
class Works:
    """Builds of a publication with two posts in a block. `talks` counts runs of Pagefind."""

    root: Path
    workers: int = 1
    talks: int = 0
    memory: Memory | None = None
    index: Index = field(init=False)

    def __post_init__(self) -> None:
        real = installed()

        def talk(requests: Iterable[Message]) -> list[Message]:
            self.talks += 1
            return real.talk(requests)

        self.index = replace(real, talk=talk, block_size=2)

    def build(self, now: str = NOW, log: FoundLog = NO_LOG) -> Result:
        """One build; `log` is what customers have."""
        configuration = load_configuration(self.root / "mkdocs.yml")
        by = replace(publisher(configuration), indexer=self.index, workers=self.workers)
        watch = Stopwatch(Unwatched())
        at = datetime.fromisoformat(now)
        what = replace(project(configuration), published=log)
        return build(what, by, now=at, watch=watch, memory=self.memory)

    def again(self, now: str = NOW) -> tuple[dict[str, str], int]:
        """A build that has to equal one from nothing: why search units were made, and the runs."""
        self.talks = 0
        reasons, talks = self.build(now).reasons, self.talks
        published = tree(self.root / "site")
        shutil.rmtree(self.root / "other", ignore_errors=True)
        shutil.copytree(self.root, self.root / "other", ignore=shutil.ignore_patterns("*site*"))
        log = read_folder(self.root / "site", "kraftraum.example,2026")
        Works(self.root / "other").build(now, log)
        assert tree(self.root / "other/site") == published
        shutil.rmtree(self.root / "other")
        return {name: why for name, why in reasons.items() if name.startswith("search:")}, talks


def block_folders(root: Path) -> set[str]:
    """The blocks that are published."""
    index = root / "site/pagefind"
    return {one.relative_to(index).as_posix() for one in index.glob("*/*") if one.is_dir()}


def test_the_index_is_published_with_the_site(site: Path) -> None:
    """By the plain command, with whatever a block holds."""
    run = aushang(site, "build", "--quiet")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert json.loads((site / "site/pagefind/de/blocks.json").read_text()) == {"blocks": 1}
    names = {path.name for path in (site / "site/pagefind/de/1").iterdir()}
    assert {"pagefind.js", "pagefind-entry.json", "choices.json", "wasm.de.pagefind"} <= names
    assert len([*(site / "site/pagefind/de/1/fragment").iterdir()]) == 5 + 2
    assert (site / "site/suche/index.html").exists()


def test_without_a_search_no_file_is_left(site: Path) -> None:
    """Neither index nor page nor script, whether there was a search before or not."""
    aushang(site, "build", "--quiet")
    write(site / "mkdocs.yml", CONFIGURATION)
    aushang(site, "build", "--quiet")
    after = tree(site / "site")
    assert not [path for path in after if "search" in path or "suche" in path or "pagefind" in path]
    shutil.rmtree(site / "site")
    aushang(site, "build", "--quiet")
    assert tree(site / "site") == after


def test_without_the_package_a_sentence_says_what_to_install(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is published; `aushang new` needs no search."""
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    run = aushang(site, "build")
    assert run.returncode == 2
    assert run.stderr == (
        "aushang: error: mkdocs.yml says `search: true`, but Pagefind, which makes it, is not "
        "installed. Run `pip install 'aushang[search]'`, or write search: false\n"
    )
    assert not (site / "site").exists()
    answers = ("--type", "news", "--title", "Neu", "--text", "Ja.")
    assert aushang(site, "new", *answers).returncode == 0


def test_mkdocs_publishes_the_same_index(site: Path, tmp_path: Path) -> None:
    """Byte for byte, in another process."""
    assert aushang_process(site, "build", "--quiet").returncode == 0
    run = mkdocs(site, "build", "--strict", "--site-dir", str(tmp_path / "other"))
    assert run.returncode == 0, run.stderr
    published = tree(site / "site")
    assert tree(tmp_path / "other") == published
    assert any(path.startswith("pagefind/") for path in published)


@pytest.mark.parametrize("workers", [1, 2])
def test_the_same_content_is_the_same_index(site: Path, workers: int) -> None:
    """Built twice, and with however many workers."""
    works = Works(site, workers=workers)
    works.build()
    before = tree(site / "site")
    assert works.build().outcome is Outcome.UNCHANGED
    shutil.rmtree(site / "site")
    works.build()
    assert tree(site / "site") == before
    assert block_folders(site) == {"de/1", "de/2", "de/3"}


def test_only_the_block_of_an_edited_post_is_made_again(site: Path) -> None:
    """Pagefind runs once; where no text has changed, not at all."""
    works = Works(site)
    works.build()
    assert works.talks == 3
    assert works.again() == ({}, 0)
    write_post(site, "matte-0", "Matte 0", "Sie liegt im Keller.")
    assert works.again() == ({"search:de:1": "what can be found changed"}, 1)
    post = site / "content/posts/matte-0.md"
    post.write_text(post.read_text().replace("type: news", "type: news\nredirects: [/alt/]"))
    assert works.again() == ({}, 0)


def test_blocks_come_and_go_with_posts(site: Path) -> None:
    """What is no more leaves no file; a new block changes the one before it not."""
    works = Works(site)
    works.build()
    for number in (3, 4):
        write_post(site, f"neu-{number}", f"Neu {number}", "Ganz neu.")
    reasons, _ = works.again()
    assert reasons["search:de:4"] == "it is new"
    assert reasons["search:de"] == "the list of files changed"
    assert block_folders(site) == {"de/1", "de/2", "de/3", "de/4"}
    for post in (site / "content/posts").glob("*[0-9].md"):
        post.unlink()
    works.again()
    assert block_folders(site) == {"de/1"}
    write(site / "content/posts/neue-matten.en.md", "---\ntitle: New mats\n---\n\nThey are here.\n")
    works.again()
    assert block_folders(site) == {"de/1", "en/1"}


def test_what_is_still_to_come_is_not_found(site: Path) -> None:
    """A post of tomorrow is found tomorrow, an update when it has been said."""
    works = Works(site)
    post = write_post(site, "matte-9", "Matte 9", "Sie kommt.")
    text = post.read_text().replace("2026-11-20T09:00", "2026-11-22T09:00")
    post.write_text(text)
    works.build()
    assert works.again("2026-11-21T21:00:00+01:00") == ({}, 0)
    reasons, _ = works.again("2026-11-22T10:00:00+01:00")
    assert reasons["search:de:3"] == "what can be found changed"
    update = "updates: [{at: 2026-11-22T12:00, text: Sie liegt da.}]\ntype: news"
    post.write_text(text.replace("type: news", update))
    assert works.again("2026-11-22T11:00:00+01:00") == ({}, 0)
    reasons, talks = works.again("2026-11-22T12:30:00+01:00")
    assert (list(reasons), talks) == (["search:de:3"], 1)


def _forget(site: Path) -> None:
    with closing(sqlite3.connect(Target(site / "site").state)) as database, database:
        database.execute("DELETE FROM document WHERE unit = 'post:matte-0'")


def _confuse(site: Path) -> None:
    with closing(sqlite3.connect(Target(site / "site").state)) as database, database:
        database.execute("UPDATE document SET data = zeroblob(9)")


@pytest.mark.parametrize("harm", [_forget, _confuse])
def test_texts_that_are_lost_cost_a_full_build(site: Path, harm: Callable[[Path], None]) -> None:
    """Where a block needs them; and never a wrong index."""
    works = Works(site)
    works.build()
    harm(site)
    assert works.again() == ({}, 0)
    write_post(site, "matte-1", "Matte 1", "Sie liegt im Keller.")
    reasons, talks = works.again()
    assert (reasons["search:de:1"], talks) == ("it is new", 3)


def test_a_process_that_builds_often_keeps_texts_until_they_are_written(site: Path) -> None:
    """A block is made of edits that the state does not know yet."""
    configuration = load_configuration(site / "mkdocs.yml")
    works = Works(site, memory=Memory(Target(configuration.output)))
    works.build()
    for text in ("Sie liegt im Keller.", "Sie liegt im Hof."):
        write_post(site, "matte-0", "Matte 0", text)
        assert works.again() == ({"search:de:1": "what can be found changed"}, 1)


def test_what_pagefind_refuses_leaves_the_published_site(site: Path) -> None:
    """An index that cannot be made is an error of the whole build, from a worker too."""
    works = Works(site, workers=2)
    works.build()
    before = tree(site / "site")
    works.index.stop()
    write_post(site, "matte-0", "Matte 0", "Sie liegt im Keller.")
    for number in range(90):  # so many that workers make them
        write_post(site, f"viele-{number}", f"Viele {number}", "Immer mehr.")
    with pytest.raises(AushangError) as caught:
        works.build()
    assert caught.value.message == "Pagefind ended in the middle of its work on the search index"
    assert tree(site / "site") == before


def test_the_preview_serves_an_index_that_follows(site: Path) -> None:
    """It is not there with the first page, but soon; and the site itself is without."""
    port = free_port()
    program = "from aushang.cli import main; main()"
    blocks = "/news/pagefind/de/blocks.json"
    with running(site, "-c", program, "serve", "--port", str(port), port=port) as preview:
        preview.wait(lambda: "the search is up to date (" in preview.told())
        assert preview.get(blocks) == (200, '{"blocks": 1}\n')
        assert preview.get("/news/suche/")[0] == 200
        room = site / ".site.preview"
        choices = room / ".site.search/pagefind/de/1/choices.json"
        before = choices.read_bytes()
        write_post(site, "neu", "Noch eine", "Ganz neu.")
        preview.wait(lambda: preview.told().count("the search is up to date (") == 2)
        assert choices.read_bytes() != before
    assert not (room / "site/pagefind").exists()
    assert not (site / "site").exists()
