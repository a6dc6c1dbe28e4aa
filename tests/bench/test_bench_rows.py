"""The rows that need no peer, from end to end, and what is said when one cannot be measured."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.engine import main, measured
from bench.later_builds import changed, digests, edit
from bench.plan import NotThereError, Plan
from bench.table import Line

CHECKOUT = Path(__file__).parents[2]


def test_rows_are_chosen_and_printed_as_one_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sizes and numbers of runs come from the command line."""
    chosen = ["--only", "help,ripple", "--posts", "5", "--starts", "1", "--runs", "1"]
    assert main([*chosen, "--folder", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert "| `aushang --help`; the peer is an empty Python process |" in told.out
    assert re.search(r"\| files rewritten by a new post among 5 +\| \d+ files ", told.out)
    assert re.search(r"^ripple: load \d+\.\d, calibration loop \d\.\d\d s$", told.err, re.MULTILINE)


def test_a_large_archive_is_held_against_a_small_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Time per post, and the peak of all processes."""
    chosen = ["--only", "large", "--small", "2", "--large", "4", "--folder", str(tmp_path)]
    assert main(chosen) == 0
    told = capsys.readouterr().out
    assert "| time per post at 4 posts; the peer is Aushang at 2 |" in told
    assert re.search(r"\| peak memory at 4 posts +\| \d\d+ MB ", told)


def test_an_app_that_follows_the_log_asks_for_little(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A first sync is hardly more than the posts; a change costs two requests, or three."""
    chosen = ["--only", "sync", "--posts", "201", "--folder", str(tmp_path)]
    assert main(chosen) == 0
    told = capsys.readouterr().out
    assert "| requests of a copy of 201 posts that lacks one change" in told
    lines = [line for line in told.splitlines() if " 201 posts" in line]
    assert [line.split("|")[-2].strip() for line in lines] == ["yes"] * 3


def test_an_unknown_row_is_refused_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Before anything is measured."""
    with pytest.raises(SystemExit) as refusal:
        main(["--only", "cold,warm"])
    assert refusal.value.code == 2
    rows = "cold, search, edit, serve, large, check, gate, answers, nginx, sync, help, ripple"
    assert f"“warm” is no row; rows are {rows}, mkdocs, zensical\n" in capsys.readouterr().err


def test_what_is_not_there_yet_is_said(tmp_path: Path) -> None:
    """The row stands in the table with its reason."""

    def row(_: Plan) -> Iterator[Line]:
        raise NotThereError("a build with `search: true` writes no index")
        yield

    lines = measured("search", row, Plan(folder=tmp_path))
    assert lines == [Line("search", "not there yet: a build with `search: true` writes no index")]


def test_a_command_that_fails_says_why_and_is_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its last line stands in the table, all of them above it."""

    def row(_: Plan) -> Iterator[Line]:
        raise subprocess.CalledProcessError(1, "hugo", output=b"first\nno such template\n")
        yield

    lines = measured("cold", row, Plan(folder=tmp_path))
    assert lines == [Line("cold", "failed: no such template", is_failure=True)]
    assert "first\nno such template\n" in capsys.readouterr().err


def test_an_edit_adds_words_and_nothing_else(tmp_path: Path) -> None:
    """The file is replaced in one step, and nothing lies beside it."""
    file = tmp_path / "a.md"
    file.write_text("Text.\n", encoding="utf-8")
    before = digests(tmp_path)
    edit(file, "Nachtrag.")
    assert file.read_text(encoding="utf-8") == "Text.\n\nNachtrag.\n"
    assert changed(before, digests(tmp_path)) == ["a.md"]


def test_changed_files_are_those_that_came_went_or_differ() -> None:
    """A file that holds the same was not rewritten."""
    before = {"same": "1", "gone": "2", "other": "3"}
    after = {"same": "1", "other": "4", "new": "5"}
    assert changed(before, after) == ["gone", "new", "other"]


def test_the_peers_are_locked_with_hashes_and_without_a_host() -> None:
    """Everybody measures against the same versions."""
    lock = (CHECKOUT / "requirements/bench.txt").read_text(encoding="utf-8")
    locked = re.findall(r"^([\w.-]+)==\S+", lock, re.MULTILINE)
    assert {"hugo", "pagefind-bin", "zensical"} <= set(locked)
    assert lock.count("--hash=sha256:") >= len(locked)
    assert "://" not in lock
