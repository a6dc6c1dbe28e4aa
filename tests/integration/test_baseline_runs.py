"""`aushang baseline` and builds with one: an old site goes on, and what is new keeps it back."""

import json
from pathlib import Path

import pytest
from tests.integration.sites import aushang, write_post, write_site

FILE = "aushang-baseline.json"
DEAD = "Sie liegen [im Kursraum](/kursraum/)."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication with a dead link."""
    root = write_site(tmp_path / "news")
    write_post(root, "neue-matten", "Neue Matten", DEAD)
    return root


def test_what_is_there_passes_and_what_is_new_does_not(site: Path) -> None:
    """Moving the old fault to another line makes it no new one."""
    run = aushang(site, "baseline")
    assert (run.returncode, run.stdout, run.stderr) == (0, f"{FILE}: 1 finding is let pass\n", "")
    assert aushang(site, "build").returncode == 0
    write_post(site, "neue-matten", "Neue Matten", f"Blau.\n\n{DEAD}")
    run = aushang(site, "build", "--quiet")
    assert (run.returncode, run.stdout) == (0, "")
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "[Plan](/plan/)")
    run = aushang(site, "build", "--quiet")
    assert run.returncode == 1
    assert "“/plan/” leads nowhere" in run.stdout
    assert "/kursraum/" not in run.stdout


def test_it_only_shrinks_by_itself(site: Path) -> None:
    """What is new is told and not taken up; what is gone is taken out, the empty file too."""
    aushang(site, "baseline")
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "[Plan](/plan/)")
    before = (site / FILE).read_bytes()
    run = aushang(site, "baseline")
    assert run.returncode == 1
    assert "“/plan/” leads nowhere" in run.stdout
    assert (site / FILE).read_bytes() == before
    run = aushang(site, "baseline", "--add")
    assert (run.returncode, run.stdout) == (
        0,
        f"{FILE}: 2 findings are let pass, 1 more than before\n",
    )
    write_post(site, "neue-matten", "Neue Matten", "Sie liegen im Kursraum.")
    run = aushang(site, "build", "--quiet")
    assert run.returncode == 0
    assert f"{FILE}: warning AU692 the baseline knows a finding that is no longer" in run.stdout
    assert aushang(site, "build", "--strict").returncode == 1
    run = aushang(site, "baseline")
    assert run.stdout == f"{FILE}: 1 finding is let pass, 1 fewer than before\n"
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Montag.")
    assert aushang(site, "baseline").stdout == f"{FILE} is removed: nothing is left\n"
    assert not (site / FILE).exists()
    assert aushang(site, "baseline").stdout == "nothing was found to let pass\n"


def test_nothing_else_is_written(site: Path) -> None:
    """Neither the site nor what a build keeps beside it; and the file says what it is."""
    aushang(site, "baseline")
    assert not (site / "site").exists()
    assert sorted(one.name for one in site.iterdir()) == [FILE, "content", "mkdocs.yml"]
    told = json.loads((site / FILE).read_text())
    assert told["count"] == 1
    assert [one["path"] for one in told["findings"]] == ["content/posts/neue-matten.md"]


def test_another_baseline_is_seen_by_a_build_that_has_nothing_to_do(site: Path) -> None:
    """No content has changed, but what is told has."""
    aushang(site, "baseline")
    assert aushang(site, "build", "--quiet").returncode == 0
    (site / FILE).unlink()
    assert aushang(site, "build", "--quiet").returncode == 1
    aushang(site, "baseline")
    assert aushang(site, "build", "--quiet").returncode == 0


def test_a_file_that_is_kept_out_cannot_be_let_pass(site: Path) -> None:
    """It would be missing without a word."""
    post = site / "content/posts/sauna-offen.md"
    post.write_text(post.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    run = aushang(site, "baseline")
    assert run.returncode == 1
    assert "error AU002 the key `titel` is not known" in run.stdout
    assert aushang(site, "build").returncode == 1


def test_a_broken_baseline_lets_nothing_pass(site: Path) -> None:
    """It is wrong use, told with the remedy."""
    (site / FILE).write_text("<<<<<<< HEAD")
    run = aushang(site, "build")
    assert run.returncode == 2
    assert run.stderr == (
        f"aushang: error: {FILE} is not JSON: Expecting value: line 1 column 1 (char 0). "
        "Restore it, or delete it and run `aushang baseline`\n"
    )


def test_a_baseline_that_cannot_be_read_is_told(site: Path) -> None:
    """With the system's reason."""
    (site / FILE).mkdir()
    run = aushang(site, "build")
    assert run.returncode == 2
    assert run.stderr == (
        f"aushang: error: {FILE} cannot be read: Is a directory. Look at its type and permissions\n"
    )
