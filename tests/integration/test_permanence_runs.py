"""Whole runs: what is published stays, unless somebody says where it went or why."""

from pathlib import Path

from tests.integration.sites import aushang, tree, write_site

ALLOWED = "      gone: {/*: hier geht es um anderes}\n"


def _site(folder: Path) -> Path:
    """The small site, from which nothing may go."""
    root = write_site(folder)
    file = root / "mkdocs.yml"
    text = file.read_text()
    assert ALLOWED in text
    file.write_text(text.replace(ALLOWED, ""))
    assert aushang(root, "build").returncode == 0
    return root


def test_a_deleted_post_is_refused_until_somebody_says_why(tmp_path: Path) -> None:
    """Also where nothing is known but the published folder; then it goes, and is told no more."""
    root = _site(tmp_path)
    before = tree(root / "site")
    (root / "content/posts/neue-matten.md").unlink()
    run = aushang(root, "build")
    assert run.returncode == 1
    assert (
        "mkdocs.yml: error AU501 “/meldungen/neue-matten/” was published and is gone"
        in run.stdout + run.stderr
    )
    (root / ".site.aushang/state.sqlite").unlink()
    assert aushang(root, "build").returncode == 1
    assert tree(root / "site") == before
    file = root / "mkdocs.yml"
    file.write_text(f"{file.read_text()}      gone: {{/*neue-matten*: it never came}}\n")
    assert aushang(root, "build").returncode == 0
    assert "AU50" not in aushang(root, "build").stdout


def test_what_a_broken_file_takes_along_is_no_second_fault(tmp_path: Path) -> None:
    """Nobody is to lead on or give up a page because of a misspelt key."""
    root = _site(tmp_path)
    before = tree(root / "site")
    (root / "content/posts/sauna-offen.md").unlink()
    file = root / "content/posts/neue-matten.md"
    text = file.read_text()
    file.write_text(text.replace("title:", "titel:"))
    run = aushang(root, "build", "--quiet")
    assert run.returncode == 1
    assert "content/posts/neue-matten.md:4:1: error AU002 the key `titel`" in run.stdout
    assert "AU50" not in run.stdout
    assert tree(root / "site") == before
    file.write_text(text)
    run = aushang(root, "build", "--quiet")
    assert run.returncode == 1
    assert "error AU501 “/meldungen/sauna-offen/” was published and is gone" in run.stdout
    assert "neue-matten" not in run.stdout
