"""What a build knows of the last one: believed only where it is sure, and never written over."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.msgpack import Encoder
from tests.integration.sites import NOW, tree, write_post, write_site

from aushang.build.memory import Memory
from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.published_log import NO_LOG, FoundLog, read_folder
from aushang.build.result import Outcome, Result
from aushang.build.state import Known, read_state, write_state
from aushang.build.target import Target
from aushang.checks.written.index import Index
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project

AT = datetime.fromisoformat(NOW)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication, published."""
    root = write_site(tmp_path / "news")
    assert publish(root).outcome is Outcome.PUBLISHED
    return root


def publish(root: Path, memory: Memory | None = None, log: FoundLog = NO_LOG) -> Result:
    """One build; `log` is what customers have."""
    configuration = load_configuration(root / "mkdocs.yml")
    watch, what = Stopwatch(Unwatched()), replace(project(configuration), published=log)
    return build(what, replace(host(configuration), workers=1), now=AT, watch=watch, memory=memory)


def whole(root: Path) -> dict[str, bytes]:
    """What a full build of the same content publishes that goes on from the same log."""
    other = root.with_name("other")
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(root / "content", other / "content")
    shutil.copy(root / "mkdocs.yml", other)
    log = read_folder(root / "site", "kraftraum.example,2026")
    assert publish(other, log=log).outcome is Outcome.PUBLISHED
    return tree(other / "site")


def inodes(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and number of names of each file."""
    found = {path: (folder / path).stat() for path in tree(folder)}
    return {path: (status.st_ino, status.st_nlink) for path, status in found.items()}


def edit(root: Path, text: str) -> None:
    """A post says something else."""
    write_post(root, "neue-matten", "Neue Matten", text)


def test_the_next_build_knows_the_last_one(site: Path) -> None:
    """In the same process and in another one, and it makes what is out of date."""
    memory = Memory(Target(site / "site"))
    assert memory.recall() == read_state(memory.target.state, memory.target.folder)
    edit(site, "Sie liegen im Flur.")
    result = publish(site, memory)
    assert result.reasons["post:neue-matten"] == "post changed"
    assert "post:sauna-offen" not in result.reasons
    assert publish(site).reasons == publish(site, memory).reasons == {}


def _edited(folder: Path) -> None:
    (folder / "index.html").write_bytes((folder / "index.html").read_bytes()[:-1] + b"?")


def _removed(folder: Path) -> None:
    (folder / "sitemap.xml").unlink()


def _added(folder: Path) -> None:
    (folder / "fremd.txt").write_text("fremd")


def _linked(folder: Path) -> None:
    (folder / "fremd").symlink_to(folder / "index.html")


def _exchanged(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    folder.with_name("copy").rename(folder)


@pytest.mark.parametrize("hand", [_edited, _removed, _added, _linked, _exchanged])
def test_a_folder_that_somebody_else_was_at_is_not_known(
    site: Path, hand: Callable[[Path], None]
) -> None:
    """Neither for a new process nor for one that published it; the next build mends it."""
    memory = Memory(Target(site / "site"))
    assert memory.recall() is not None
    published = tree(site / "site")
    hand(site / "site")
    assert memory.recall() is None
    assert Memory(memory.target).recall() is None
    result = publish(site)
    assert set(result.reasons.values()) == {"it is new"}
    assert tree(site / "site") == published
    assert Memory(memory.target).recall() is not None


def test_no_published_file_is_ever_written_over(site: Path) -> None:
    """The twin holds each file once more by another name; what is different is a file of its own.

    So a server that is reading a page goes on reading that one.
    """
    edit(site, "Sie liegen im Flur.")
    publish(site)
    published = site / "site"
    before, bytes_before = inodes(published), tree(published)
    streams = {path: (published / path).open("rb") for path in before}
    edit(site, "Sie liegen im Keller.")
    changed = publish(site).changed
    after = inodes(published)
    assert changed
    for path, (inode, names) in after.items():
        if path in changed:
            assert (before[path][0] != inode, names) == (True, 1)
        else:
            assert (before[path][0], names) == (inode, 2)
    assert {path: stream.read() for path, stream in streams.items()} == bytes_before
    for stream in streams.values():
        stream.close()


def test_the_twin_follows_from_build_to_build(site: Path) -> None:
    """It is not made anew: the same folders change places, and only what changed is linked."""
    seen = []
    for number in range(4):
        edit(site, f"Sie liegen im Raum {number}.")
        publish(site)
        assert tree(site / "site") == whole(site)
        seen.append({folder: (site / folder).stat().st_ino for folder in FOLDERS})
    site_, staging = FOLDERS
    assert [one[site_] for one in seen[1:]] == [one[staging] for one in seen[:-1]]
    assert [one[staging] for one in seen[1:]] == [one[site_] for one in seen[:-1]]


FOLDERS = ("site", ".site.aushang/staging")


@pytest.mark.parametrize("data", [None, b"", b"\xc1", b"\x82", "foreign"])
def test_a_twin_of_which_nothing_is_known_is_made_anew(
    site: Path, data: bytes | str | None
) -> None:
    """The run that was in it was killed, its note is spoilt, or the folder is another one."""
    edit(site, "Sie liegen im Flur.")
    publish(site)
    target = Target(site / "site")
    for path in list(tree(target.staging))[::2]:
        (target.staging / path).unlink()
        (target.staging / path).write_text("spoilt")
    if data is None:
        target.twin.unlink()
    elif isinstance(data, bytes):
        target.twin.write_bytes(data)
    else:
        target.staging.rename(target.staging.with_name("moved"))
        shutil.copytree(target.staging.with_name("moved"), target.staging)
    edit(site, "Sie liegen im Keller.")
    assert "post:sauna-offen" not in publish(site).reasons
    assert tree(site / "site") == whole(site)


def test_a_disk_without_links_gets_copies(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes longer and comes to the same site, and no file has two names."""

    def refused(source: str, target: str) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    for text in ("Sie liegen im Flur.", "Sie liegen im Keller.", "Sie liegen im Keller."):
        edit(site, text)
        result = publish(site)
        assert "post:sauna-offen" not in result.reasons
    assert result.outcome is Outcome.UNCHANGED
    assert {names for _, names in inodes(site / "site").values()} == {1}
    assert tree(site / "site") == whole(site)


def test_a_file_in_the_place_of_a_folder_is_published(site: Path) -> None:
    """And a folder in the place of a file; what is known afterwards is just that."""
    file = site / "content/static/alt"
    file.parent.mkdir()
    for is_folder in (False, True, False):
        if is_folder:
            file.unlink()
            file.mkdir()
            (file / "plan.txt").write_text("Plan")
        else:
            shutil.rmtree(file, ignore_errors=True)
            file.write_text("Plan")
        assert publish(site).outcome is Outcome.PUBLISHED
        assert tree(site / "site") == whole(site)
        assert publish(site).reasons == {}


def as_of_an_older_program(site: Path, change: Callable[[Known], Known]) -> None:
    """Let the state be one that an older version of the program has left."""
    target = Target(site / "site")
    known = read_state(target.state, target.folder)
    assert known is not None
    inputs = {**known.account.inputs, "program": "an older one"}
    older = change(replace(known, account=replace(known.account, inputs=inputs)))
    encode = Encoder().encode
    units = [(name, encode(one), known.facts[name]) for name, one in older.units.items()]
    write_state(target.state, older, units, (), is_fresh=True)


def test_without_what_the_gate_needs_all_is_built_anew(site: Path) -> None:
    """Facts that are gone from the state are found out when the gate asks for them."""
    with closing(sqlite3.connect(Target(site / "site").state)) as database, database:
        database.execute("DELETE FROM facts")
    edit(site, "Sie liegen im Flur.")
    assert set(publish(site).reasons.values()) == {"it is new"}
    assert tree(site / "site") == whole(site)
    assert publish(site).reasons == {}


def test_another_version_of_the_program_judges_every_file(site: Path) -> None:
    """A dead link that an older one did not see is found, though no byte of the page changed."""
    options = site / "mkdocs.yml"
    good = options.read_text()
    options.write_text(f"{good}      ignore: {{AU201: unterwegs}}\n")
    edit(site, "Siehe [Kursplan](/nirgends/).")
    assert publish(site).outcome is Outcome.PUBLISHED
    as_of_an_older_program(
        site, lambda known: replace(known, index=Index(known.index.referrers, frozenset()))
    )
    options.write_text(good)
    result = publish(site)
    assert [finding.code for finding in result.diagnostics] == ["AU201"]
    assert result.is_refused


def test_another_version_of_the_program_reads_every_file(site: Path) -> None:
    """What an older one did not find while reading is found, though no file changed."""
    post = site / "content/posts/neue-matten.md"
    post.write_text(post.read_text().replace("type: news", "type: news\nguessed: [type]"))
    found = publish(site).diagnostics
    assert len(found) == 1
    assert publish(site).diagnostics == found
    as_of_an_older_program(
        site,
        lambda known: replace(
            known, units={name: replace(one, read=()) for name, one in known.units.items()}
        ),
    )
    assert publish(site).diagnostics == found


@pytest.mark.parametrize("hand", [_edited, _removed, _added], ids=["edited", "removed", "added"])
def test_hands_in_the_staging_folder_are_found_out(
    site: Path, hand: Callable[[Path], object]
) -> None:
    """What somebody does there between two builds is never published."""
    edit(site, "Sie liegen im Flur.")
    publish(site)
    hand(site / ".site.aushang/staging")
    edit(site, "Sie liegen im Keller.")
    assert publish(site).outcome is Outcome.PUBLISHED
    assert tree(site / "site") == whole(site)
