"""Waiting for changes of the content, with the system's own notices."""

from pathlib import Path

import pytest

from aushang.serve.changes import watching

SETTLE = 0.1


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one post, and a configuration beside it."""
    (tmp_path / "content" / "posts").mkdir(parents=True)
    (tmp_path / "content" / "posts" / "a.md").write_text("a")
    (tmp_path / "mkdocs.yml").write_text("")
    return tmp_path / "content"


def test_a_written_post_is_a_change(content: Path) -> None:
    """The path is named, so that the caller knows what to read again."""
    with watching(content, content.parent / "mkdocs.yml") as changes:
        (content / "posts" / "a.md").write_text("b")
        assert content / "posts" / "a.md" in changes.wait(settle=SETTLE, timeout=5)


def test_the_configuration_is_watched(content: Path) -> None:
    """It stands beside the content folder."""
    with watching(content, content.parent / "mkdocs.yml") as changes:
        (content.parent / "mkdocs.yml").write_text("site_name: x")
        assert changes.wait(settle=SETTLE, timeout=5) == {content.parent / "mkdocs.yml"}


def test_reading_is_no_change(content: Path) -> None:
    """Else each build would start the next one."""
    with watching(content, content.parent / "mkdocs.yml") as changes:
        (content / "posts" / "a.md").read_text()
        list((content / "posts").iterdir())
        assert changes.wait(settle=SETTLE, timeout=0.5) == frozenset()


def test_other_files_beside_the_content_are_no_change(content: Path) -> None:
    """The output folder stands there too."""
    with watching(content, content.parent / "mkdocs.yml") as changes:
        (content.parent / "site").mkdir()
        (content.parent / "notes.txt").write_text("x")
        assert changes.wait(settle=SETTLE, timeout=0.5) == frozenset()


def test_many_writes_are_one_change(content: Path) -> None:
    """A checkout of a branch writes many files; one build follows."""
    with watching(content, content.parent / "mkdocs.yml") as changes:
        for number in range(50):
            (content / "posts" / f"{number}.md").write_text("x")
        found = changes.wait(settle=0.3, timeout=5)
        assert {content / "posts" / f"{number}.md" for number in range(50)} <= found
        assert changes.wait(settle=SETTLE, timeout=0.3) == frozenset()


def test_a_removed_post_is_a_change(content: Path) -> None:
    """Its page must go."""
    with watching(content, content.parent / "mkdocs.yml") as changes:
        (content / "posts" / "a.md").unlink()
        assert content / "posts" / "a.md" in changes.wait(settle=SETTLE, timeout=5)
