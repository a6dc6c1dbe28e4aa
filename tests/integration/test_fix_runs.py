"""`aushang check --fix` in a whole publication."""

from pathlib import Path

import pytest
from tests.integration.sites import aushang, write, write_post, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication with a link that is right but for a capital letter."""
    root = write_site(tmp_path / "news")
    write_post(root, "neue-matten", "Neue Matten", "Sie liegen [hier](/media/Plan.txt).")
    write(root / "content/media/plan.txt", "Der Plan\n")
    return root


def test_a_wrong_capital_is_mended(site: Path) -> None:
    """The finding is told, the change shown and made; the next check finds nothing."""
    run = aushang(site, "check", "--fix", "--yes")
    assert (run.returncode, run.stderr) == (0, "")
    assert (
        "-Sie liegen [hier](/media/Plan.txt).\n+Sie liegen [hier](/media/plan.txt)." in run.stdout
    )
    assert run.stdout.endswith("mended content/posts/neue-matten.md: 1 place\n")
    assert aushang(site, "check").returncode == 0


def test_nobody_to_ask_nothing_changed(site: Path) -> None:
    """In CI the findings keep their exit code."""
    post = site / "content/posts/neue-matten.md"
    before = post.read_bytes()
    run = aushang(site, "check", "--fix")
    assert run.returncode == 1
    assert run.stdout.endswith("Nothing was changed.\n")
    assert post.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("site",), "--fix mends a publication; a FOLDER is mended where it is made"),
        (("--format", "json"), "--fix talks to people; use it with --format text"),
    ],
)
def test_wrong_use(site: Path, words: tuple[str, ...], told: str) -> None:
    """What --fix does not go with."""
    run = aushang(site, "check", "--fix", *words)
    assert run.returncode == 2
    assert told in run.stderr
