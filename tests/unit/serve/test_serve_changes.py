"""Waiting for changes of the content, with the system's own notices."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.observers import Observer

from aushang.model import AushangError
from aushang.serve.changes import Changes, Places, watching

PATIENCE = 120.0  # seconds; a busy machine is slow
SILENCE = 0.2  # seconds without a word, where none is expected


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one post, and a configuration beside it."""
    (tmp_path / "content" / "posts").mkdir(parents=True)
    (tmp_path / "content" / "posts" / "a.md").write_text("a")
    (tmp_path / "mkdocs.yml").write_text("")
    return tmp_path / "content"


@pytest.fixture
def changes(content: Path) -> Iterator[Changes]:
    """Changes of both."""
    with watching(Places((content,), (content.parent / "mkdocs.yml",))) as found:
        yield found


def test_a_written_post_is_a_change(changes: Changes, content: Path) -> None:
    """The path is named, so that a person knows why there is a build."""
    (content / "posts" / "a.md").write_text("b")
    assert changes.wait(PATIENCE) == {content / "posts" / "a.md"}


def test_the_configuration_is_watched(changes: Changes, content: Path) -> None:
    """It stands beside the content folder."""
    (content.parent / "mkdocs.yml").write_text("site_name: x")
    assert changes.wait(PATIENCE) == {content.parent / "mkdocs.yml"}


def test_reading_is_no_change(changes: Changes, content: Path) -> None:
    """Else each build would start the next one."""
    (content / "posts" / "a.md").read_text()
    list((content / "posts").iterdir())
    assert changes.wait(SILENCE) == frozenset()


def test_other_files_beside_the_content_are_no_change(changes: Changes, content: Path) -> None:
    """The output folder stands there too."""
    (content.parent / "site").mkdir()
    (content.parent / "notes.txt").write_text("x")
    assert changes.wait(SILENCE) == frozenset()


def test_what_editors_and_git_keep_is_no_change(changes: Changes, content: Path) -> None:
    """A build for each keystroke would help nobody."""
    (content / ".git").mkdir()
    for name in (".a.md.swp", "a.md~", "#a.md#", ".git/index"):
        (content / name).write_text("x")
    assert not any(path.name != ".git" for path in changes.wait(SILENCE))


def are_one_change(changes: Changes, names: set[Path]) -> bool:
    """Write these files and wait until all are named; whether they were at once."""
    for name in names:
        name.write_text("x")
    first = found = changes.wait(PATIENCE)
    while not names <= found:
        more = changes.wait(PATIENCE)
        assert more, f"{names - found} were not named"
        found |= more
    return first == names


def test_many_writes_are_one_change(changes: Changes, content: Path) -> None:
    """Posts that are saved together are shown together.

    A busy machine may take longer from one to the next than an editor; then there are others.
    """
    posts = content / "posts"
    assert any(
        are_one_change(changes, {posts / f"{turn}-{number}.md" for number in range(5)})
        for turn in range(10)
    )


def test_a_file_that_may_be_read_at_last_is_a_change(changes: Changes, content: Path) -> None:
    """The finding that it cannot be read goes away."""
    (content / "posts" / "a.md").chmod(0o600)
    assert changes.wait(PATIENCE) == {content / "posts" / "a.md"}


def test_a_refusal_of_the_system_is_a_sentence(content: Path) -> None:
    """Linux bounds how much may be watched."""

    def refusing() -> Observer:
        observer = Observer()
        observer.schedule = refuse
        return observer

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    with pytest.raises(AushangError) as caught:
        Changes(Places((content,)), refusing)
    assert caught.value.message == (
        "the system does not let changes be watched: inotify watch limit reached"
    )
    assert caught.value.hint == (
        "close programs that watch folders too, or raise the limit "
        "(Linux: fs.inotify.max_user_watches)"
    )
