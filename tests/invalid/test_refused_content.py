"""Content that is refused: each case is a folder, and `expected.txt` every word that is said.

`AUSHANG_REWRITE=1 pytest tests/invalid/test_refused_content.py` writes the files anew; the
difference is for review.
"""

import os
import shutil
from pathlib import Path

import pytest
from tests.content_folder import GOOD, loaded, told, written

CASES = sorted(path for path in (Path(__file__).parent / "loading").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_word_that_is_said(case: Path, tmp_path: Path) -> None:
    """All faults of all files are told at once, and the good post beside them is not lost."""
    shutil.copytree(case / "content", tmp_path / "content")
    written(tmp_path, {"posts/gut.md": GOOD})
    result = loaded(tmp_path)
    actual = "".join(told(finding) + "\n" for finding in result.diagnostics)
    if os.environ.get("AUSHANG_REWRITE"):
        (case / "expected.txt").write_text(actual, encoding="utf-8", newline="\n")
    assert actual == (case / "expected.txt").read_text(encoding="utf-8")
    assert "gut" in {post.id for post in result.publication.all_posts}
    assert actual
