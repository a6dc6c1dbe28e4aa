"""`mkdocs build` and `mkdocs serve` as processes: the same site, and the same gate."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.integration.processes import free_port, running
from tests.integration.sites import NOW, aushang, tree, write_post, write_site

EMPTY = "## Kurse\n\n## Sauna\n\nWarm."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication, not built yet."""
    return write_site(tmp_path / "news")


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of MkDocs in the publication's folder."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "AUSHANG_NOW": NOW, "NO_MKDOCS_2_WARNING": "1"},
    )


def test_mkdocs_writes_the_same_site(site: Path, tmp_path: Path) -> None:
    """Byte for byte what `aushang build` writes, and not a file more."""
    assert aushang(site, "build", "--quiet").returncode == 0
    run = mkdocs(site, "build", "--strict", "--site-dir", str(tmp_path / "other"))
    assert run.returncode == 0, run.stderr
    assert tree(tmp_path / "other") == tree(site / "site")


def test_findings_fail_the_build_before_anything_is_emptied(site: Path) -> None:
    """Each is logged once, the exit code is 1, and the old site is as it was."""
    aushang(site, "build", "--quiet")
    before = tree(site / "site")
    write_post(site, "leer", "Leer", EMPTY)
    run = mkdocs(site, "build")
    assert run.returncode == 1
    assert run.stderr.count("content/posts/leer.md:11:1: error AU101") == 1
    assert "1 error in 1 file. Nothing was published." in run.stderr
    assert "Traceback" not in run.stderr
    assert tree(site / "site") == before


def test_strict_counts_our_warnings(site: Path) -> None:
    """A warning is told and published; with --strict it fails the build, before any change."""
    post = site / "content/posts/neue-matten.md"
    text = post.read_text().replace("type: news", "type: news\nignore: {AU101: noch leer}")
    post.write_text(text)
    run = mkdocs(site, "build")
    assert run.returncode == 0
    assert run.stderr.count("warning AU690") == 1
    before = tree(site / "site")
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Dienstag.")
    strict = mkdocs(site, "build", "--strict")
    assert strict.returncode == 1
    assert "1 warning in 1 file. Nothing was published." in strict.stderr
    assert tree(site / "site") == before


def test_a_wrong_configuration_is_a_sentence(site: Path) -> None:
    """What `aushang build` would say, without a traceback."""
    file = site / "mkdocs.yml"
    file.write_text(file.read_text().replace("Europe/Berlin", "Europe/Berlln"))
    run = mkdocs(site, "build")
    assert run.returncode == 1
    assert "`time_zone` is “Europe/Berlln”" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_preview_keeps_the_last_good_site(site: Path) -> None:
    """`mkdocs serve` rebuilds; a broken post is told and the old pages stay."""
    port = free_port()
    page = "/news/meldungen/sauna-offen/"
    with running(
        site, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", port=port
    ) as preview:
        preview.wait(lambda: "Ab Montag, 6 Uhr." in preview.get(page)[1])
        write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Dienstag, 7 Uhr.")
        preview.wait(lambda: "Ab Dienstag, 7 Uhr." in preview.get(page)[1])
        write_post(site, "sauna-offen", "Die Sauna ist wieder offen", EMPTY)
        preview.wait(lambda: "error AU101" in preview.told())
        preview.wait(lambda: preview.told().count("Reloading browsers") == 2)
        assert "Ab Dienstag, 7 Uhr." in preview.get(page)[1]
        write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Wieder gut.")
        preview.wait(lambda: "Wieder gut." in preview.get(page)[1])
    assert not (site / "site").exists()
