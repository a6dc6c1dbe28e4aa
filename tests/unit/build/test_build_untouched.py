"""Whether anybody was at a folder: told by times, and by names where times are not enough."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.build.untouched import COARSE, changed_tree, identity, is_untouched, tree_of

FILES = {"index.html": 4, "a/index.html": 5, "a/b/c/index.html": 6, "a/b/c/extra.json": 7}
LATER = 3_600_000_000_000

paths = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(
    lambda parts: "/".join((*parts, "file"))
)
sizes = st.dictionaries(paths, st.integers(0, 9), max_size=8)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with `FILES` in it."""
    folder = tmp_path / "site"
    for path, size in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"x" * size)
    return folder


def is_so(folder: Path, **options: object) -> bool:
    """Whether the folder is untouched since right now."""
    return is_untouched(folder, tree_of(FILES), time.time_ns(), **options)  # type: ignore[arg-type]


def test_a_folder_that_nobody_was_at(site: Path) -> None:
    """Every file has its size, and there is nothing else."""
    assert is_so(site)
    assert is_so(site, is_linked=True)


def _longer(site: Path) -> None:
    (site / "a/index.html").write_bytes(b"longer")


def _gone(site: Path) -> None:
    (site / "a/b/c/extra.json").unlink()


def _gone_folder(site: Path) -> None:
    shutil.rmtree(site / "a/b")


def _added(site: Path) -> None:
    (site / "a/b/more.txt").write_text("more")


def _added_folder(site: Path) -> None:
    (site / "a/empty").mkdir()


def _linked(site: Path) -> None:
    (site / "a/link").symlink_to(site / "index.html")


def _folder_linked(site: Path) -> None:
    (site / "a/b").rename(site.with_name("elsewhere"))
    (site / "a/b").symlink_to(site.with_name("elsewhere"))


def _file_for_folder(site: Path) -> None:
    shutil.rmtree(site / "a/b/c")
    (site / "a/b/c").write_text("file")


def _folder_for_file(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "index.html").mkdir()


@pytest.mark.parametrize(
    "hand",
    [
        _longer,
        _gone,
        _gone_folder,
        _added,
        _added_folder,
        _linked,
        _folder_linked,
        _file_for_folder,
        _folder_for_file,
    ],
)
def test_somebody_was_at_it(site: Path, hand: Callable[[Path], None]) -> None:
    """Whatever was done, and whatever times are given to files and folders afterwards."""
    hand(site)
    for one in (site, *site.rglob("*")):
        if not one.is_symlink():
            os.utime(one, (0, 0))
    assert not is_so(site)


def test_a_file_of_the_same_size_is_told_by_its_time(site: Path) -> None:
    """It changed after the folder was published."""
    since = time.time_ns()
    os.utime(site / "a/index.html", ns=(since + 1, since + 1))
    assert not is_untouched(site, tree_of(FILES), since)


def test_a_name_that_came_long_ago_is_found_where_folders_are_listed(site: Path) -> None:
    """A folder is listed if it changed after the publish, or so shortly before that it may have."""
    (site / "a/fremd").write_text("fremd")
    known = time.time_ns()
    assert not is_untouched(site, tree_of(FILES), known)
    assert not is_untouched(site, tree_of(FILES), known - LATER)
    assert COARSE < LATER


def test_a_clock_that_was_put_back_says_nothing(site: Path) -> None:
    """A publish in the future: any time may be older than it."""
    assert not is_untouched(site, tree_of(FILES), time.time_ns() + LATER)


def test_no_folder_is_no_such_folder(tmp_path: Path) -> None:
    """Neither is a file in its place."""
    (tmp_path / "file").write_text("")
    assert not is_so(tmp_path / "nothing")
    assert not is_so(tmp_path / "file")


def test_second_names_of_files_elsewhere_are_not_looked_at(site: Path) -> None:
    """Whoever changes such a file changes the one elsewhere, where it is found."""
    (site / "a/index.html").write_bytes(b"other bytes")
    assert is_so(site, is_linked=True)
    (site / "a/more").write_text("")
    assert not is_so(site, is_linked=True)


@pytest.mark.parametrize(
    ("hand", "but"),
    [
        (_longer, {"a/index.html"}),
        (_gone, {"a/b/c/extra.json"}),
        (_gone_folder, {"a/b/c/extra.json", "a/b/c/index.html"}),
        (_added, {"a/b/more.txt"}),
        (lambda _site: None, {"a/index.html", "not/there"}),
    ],
)
def test_what_stands_at_some_paths_is_no_matter(
    site: Path, hand: Callable[[Path], None], but: set[str]
) -> None:
    """It may be there or not; everything else has to be as it was."""
    hand(site)
    assert is_so(site, but=frozenset(but))
    (site / "a/other").write_text("")
    assert not is_so(site, but=frozenset(but))


def test_a_new_folder_may_hold_only_those_paths(site: Path) -> None:
    """And it may not be empty, because nobody of us leaves one."""
    (site / "new/deep").mkdir(parents=True)
    but = frozenset({"new/deep/file"})
    assert not is_so(site, but=but)
    (site / "new/deep/file").write_text("")
    assert is_so(site, but=but)
    (site / "new/deep/other").write_text("")
    assert not is_so(site, but=but)


def test_a_tree_has_every_folder_above_a_file() -> None:
    """Also those without files of their own."""
    assert tree_of({"a/b/c": 1, "d": 2}) == {"": {"d": 2}, "a/": {}, "a/b/": {"c": 1}}
    assert tree_of({}) == {"": {}}


@given(sizes, sizes, st.randoms(use_true_random=False))
def test_a_tree_that_changes_is_the_tree_of_what_is_there_then(
    before: dict[str, int], fresh: dict[str, int], chance: Random
) -> None:
    """Files that come, go and change their size."""
    gone = {path for path in before if chance.random() < 0.5}
    after = {path: size for path, size in before.items() if path not in gone} | fresh
    assert changed_tree(tree_of(before), gone, fresh) == tree_of(after)


def test_a_folder_is_told_by_its_inode(site: Path) -> None:
    """Whatever its name is; zeros if there is none."""
    known = identity(site)
    moved = site.rename(site.with_name("moved"))
    assert identity(moved) == known != (0, 0)
    assert identity(site) == (0, 0)
