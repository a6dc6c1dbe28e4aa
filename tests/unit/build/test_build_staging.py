"""The staging folder: what is written, and whether it equals what is published."""

import errno
import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from aushang.build.staging import Put, Staging, open_staging, survey, twin_staging
from aushang.model import Artifact, Kind


def artifact(path: str, data: bytes) -> Artifact:
    """A file of the site."""
    return Artifact(
        path=path, media_type="text/plain", data=data, kind=Kind.ASSET, sources=("test",)
    )


SITE = (artifact("index.html", b"home"), artifact("a/b/index.html", b"deep"))


def fill(folder: Path, *artifacts: Artifact) -> None:
    """Write the artifacts by hand."""
    for each in artifacts:
        (folder / each.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / each.path).write_bytes(each.data)


def digest(data: bytes) -> str:
    """SHA-256, as the engine names bytes."""
    return sha256(data).hexdigest()


def put(staging: Staging, *artifacts: Artifact) -> list[Put]:
    """Write artifacts and say what became of each."""
    return [staging.write(each, digest(each.data)) for each in artifacts]


def staged(tmp_path: Path, *artifacts: Artifact) -> tuple[Staging, bool]:
    """A staging folder beside `site`, filled, and whether all of it is published already."""
    staging = open_staging(tmp_path / "room" / "staging", tmp_path / "site")
    puts = put(staging, *artifacts)
    is_same = {*puts} == {Put.PUBLISHED} and staging.before == {one.path for one in artifacts}
    return staging, is_same


def twin(tmp_path: Path, *behind: str, is_kept: bool = False) -> Staging:
    """The staging folder as a twin of `site`, made anew unless it `is_kept`."""
    site = tmp_path / "site"
    digests = {path: digest((site / path).read_bytes()) for path in survey(site)}
    return twin_staging(
        tmp_path / "room" / "staging", site, digests, behind if is_kept or behind else None
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below, by its path."""
    return {path: (folder / path).read_bytes() for path in survey(folder)}


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network and memory-card file systems have no hard links."""

    def refused(source: str, target: str) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)


def test_artifacts_stand_where_their_paths_say(tmp_path: Path) -> None:
    """Folders are made as they are needed, and the bytes are the artifact's."""
    staging, _ = staged(tmp_path, *SITE)
    assert (staging.folder / "index.html").read_bytes() == b"home"
    assert (staging.folder / "a/b/index.html").read_bytes() == b"deep"


def test_the_same_bytes_are_unchanged_in_any_order(tmp_path: Path) -> None:
    """Equality is of paths and bytes."""
    fill(tmp_path / "site", *SITE)
    assert staged(tmp_path, *reversed(SITE))[1]


@pytest.mark.parametrize(
    "now",
    [
        (artifact("index.html", b"hone"), SITE[1]),
        (artifact("index.html", b"homes"), SITE[1]),
        SITE[:1],
        (*SITE, artifact("c", b"")),
        (artifact("index.htm", b"home"), SITE[1]),
    ],
    ids=["other bytes", "other size", "one less", "one more", "other name"],
)
def test_any_difference_is_a_change(tmp_path: Path, now: tuple[Artifact, ...]) -> None:
    """A single byte, name or file makes another site."""
    fill(tmp_path / "site", *SITE)
    assert not staged(tmp_path, *now)[1]


def test_an_equal_file_is_linked_and_another_one_is_written(tmp_path: Path) -> None:
    """So a file that did not change keeps its modification time; the published one is untouched."""
    fill(tmp_path / "site", *SITE)
    staging, _ = staged(tmp_path, SITE[0], artifact("a/b/index.html", b"news"))
    published = tmp_path / "site"
    assert (staging.folder / "index.html").samefile(published / "index.html")
    assert (staging.folder / "a/b/index.html").read_bytes() == b"news"
    assert (published / "a/b/index.html").read_bytes() == b"deep"


@pytest.mark.usefixtures("no_links")
def test_a_file_system_without_links_is_written_to(tmp_path: Path) -> None:
    """It costs a copy of what did not change, which is the same site for all that."""
    fill(tmp_path / "site", *SITE)
    staging, is_same = staged(tmp_path, *SITE)
    assert tree(staging.folder) == tree(tmp_path / "site")
    assert not (staging.folder / "index.html").samefile(tmp_path / "site" / "index.html")
    assert is_same


def test_a_first_site_is_a_change(tmp_path: Path) -> None:
    """Where nothing is published, everything is new."""
    assert put(staged(tmp_path)[0], *SITE) == [Put.NEW, Put.NEW]


def test_a_link_among_the_published_files_is_a_change(tmp_path: Path) -> None:
    """We write plain files only, so a link was put there by somebody else."""
    fill(tmp_path / "site", SITE[0])
    fill(tmp_path, SITE[1])
    (tmp_path / "site" / "a").symlink_to(tmp_path / "a")
    assert survey(tmp_path / "site") == {}
    assert put(staged(tmp_path)[0], *SITE) == [Put.NEW, Put.NEW]


def test_an_empty_folder_among_the_published_files_is_a_change(tmp_path: Path) -> None:
    """An empty folder is nothing that we write."""
    fill(tmp_path / "site", *SITE)
    (tmp_path / "site" / "empty").mkdir()
    assert put(staged(tmp_path)[0], *SITE) == [Put.NEW, Put.NEW]


@pytest.mark.parametrize("path", ["../outside", "index.html/below", "a"])
def test_what_has_no_place_is_not_written(tmp_path: Path, path: str) -> None:
    """A path that leads out, through a file, or onto a folder: nothing is written or raised."""
    staging, _ = staged(tmp_path, *SITE)
    assert put(staging, replace(SITE[0], path=path)) == [Put.NOWHERE]
    assert not (tmp_path / "room" / "outside").exists()
    assert tree(staging.folder) == {one.path: one.data for one in SITE}
