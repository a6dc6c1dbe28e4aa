"""What happens to folders in a day: the preview goes on seeing what is edited in them."""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aushang.serve.changes import Changes, Places, watching

PATIENCE = 120.0  # seconds; a busy machine is slow


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one post."""
    folder = tmp_path / "news" / "content"
    (folder / "posts").mkdir(parents=True)
    (folder / "posts" / "a.md").write_text("a")
    return folder


@pytest.fixture
def changes(content: Path) -> Iterator[Changes]:
    """Changes of it."""
    with watching(Places((content,))) as found:
        yield found


def wait_for(changes: Changes, path: Path) -> None:
    """Wait until a path is named; others may be named before."""
    deadline = time.monotonic() + PATIENCE
    while path not in changes.wait(1):
        assert time.monotonic() < deadline, f"{path} was not named"


def wait_for_any(changes: Changes) -> None:
    """Wait until something is named."""
    assert changes.wait(PATIENCE)


def holds(changes: Changes, file: Path) -> None:
    """An edit of the file is seen, as often as one likes."""
    for text in ("one", "two"):
        file.write_text(text)
        wait_for(changes, file)


def test_a_save_by_rename_is_seen(changes: Changes, content: Path) -> None:
    """As vim, Emacs and many others do: a new file takes the name of the old one."""
    for text in ("one", "two"):
        (content / "posts" / "a.md.tmp").write_text(text)
        (content / "posts" / "a.md.tmp").rename(content / "posts" / "a.md")
        wait_for(changes, content / "posts" / "a.md")


def test_a_save_from_another_folder_is_seen(changes: Changes, content: Path) -> None:
    """The new file was written where nobody watches."""
    outside = content.parent.parent / "draft.md"
    for text in ("one", "two"):
        outside.write_text(text)
        outside.rename(content / "posts" / "a.md")
        wait_for(changes, content / "posts" / "a.md")


def _moved(content: Path) -> Path:
    (content / "posts").rename(content / "pages")
    return content / "pages" / "a.md"


def _moved_in(content: Path) -> Path:
    outside = content.parent.parent / "2026"
    (outside / "11" / "21").mkdir(parents=True)
    outside.rename(content / "posts" / "2026")
    return content / "posts" / "2026" / "11" / "21" / "a.md"


def _made(content: Path) -> Path:
    (content / "posts" / "2026" / "11" / "21").mkdir(parents=True)
    return content / "posts" / "2026" / "11" / "21" / "a.md"


def _made_again(content: Path) -> Path:
    shutil.rmtree(content / "posts")
    (content / "posts").mkdir()
    return content / "posts" / "a.md"


def _content_exchanged(content: Path) -> Path:
    other = content.with_name("other")
    shutil.copytree(content, other)
    content.rename(content.with_name("before"))
    other.rename(content)
    return content / "posts" / "a.md"


def _content_made_again(content: Path) -> Path:
    shutil.rmtree(content)
    (content / "posts").mkdir(parents=True)
    return content / "posts" / "a.md"


@pytest.mark.parametrize(
    "happens",
    [_moved, _moved_in, _made, _made_again, _content_exchanged, _content_made_again],
)
def test_after_a_folder_came_or_went_edits_are_seen(
    changes: Changes, content: Path, happens: Callable[[Path], Path]
) -> None:
    """Moving and deleting folders leaves none of them unwatched."""
    file = happens(content)
    wait_for_any(changes)
    holds(changes, file)


def test_the_content_folder_may_go_away_and_come_back(changes: Changes, content: Path) -> None:
    """Both are seen, and so are edits after it."""
    content.rename(content.with_name("away"))
    wait_for(changes, content)
    content.with_name("away").rename(content)
    wait_for(changes, content)
    holds(changes, content / "posts" / "a.md")


def test_the_whole_publication_may_go_away_and_come_back(changes: Changes, content: Path) -> None:
    """Nothing is said of folders above those that are watched, so they are looked at."""
    away = content.parent.with_name("away")
    content.parent.rename(away)
    wait_for(changes, content)
    away.rename(content.parent)
    wait_for(changes, content)
    holds(changes, content / "posts" / "a.md")


def test_a_linked_content_folder_is_seen_under_its_own_name(tmp_path: Path, content: Path) -> None:
    """Also when the link is made to lead elsewhere, as some tools publish their checkouts."""
    other = tmp_path / "other"
    shutil.copytree(content, other)
    link = tmp_path / "link"
    link.symlink_to(content)
    with watching(Places((link,))) as changes:
        holds(changes, link / "posts" / "a.md")
        (tmp_path / "next").symlink_to(other)
        (tmp_path / "next").replace(link)
        wait_for(changes, link)
        holds(changes, link / "posts" / "a.md")


def test_a_checkout_of_thousands_of_files_is_seen_to_its_end(tmp_path: Path) -> None:
    """Folders come in its course, faster than they can be watched; edits in each are seen."""
    content = tmp_path / "content"
    posts = [content / "posts" / f"{number % 20}" / f"{number}.md" for number in range(2000)]

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    for post in posts:
        post.parent.mkdir(parents=True, exist_ok=True)
        post.write_text("one")
    git("init", "--initial-branch", "full")
    git("add", ".")
    git("commit", "-m", "all posts")
    git("switch", "--orphan", "empty")
    assert not content.exists()
    with watching(Places((content,))) as changes:
        git("switch", "full")
        wait_for_any(changes)
        for post in posts[-20:]:
            holds(changes, post)
