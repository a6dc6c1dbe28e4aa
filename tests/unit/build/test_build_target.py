"""The published folder: whose it is, and which folders are never touched."""

from pathlib import Path

import pytest

from aushang.build.target import MARKER, marker, target
from aushang.model import AushangError


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A publication's folder with content in it."""
    (tmp_path / "news" / "content").mkdir(parents=True)
    return tmp_path / "news"


def refusal(output: Path, place: Path) -> tuple[str, str]:
    """The sentence and the hint with which `output` is refused."""
    with pytest.raises(AushangError) as caught:
        target(output, root=place, content=place / "content")
    return caught.value.message, caught.value.hint


CHOOSE = "name a folder of its own for the finished site, such as `site`"


def test_the_engines_own_room_stands_beside_the_output(place: Path) -> None:
    """Staging lies next to the output, so on the same file system, under a hidden name."""
    found = target(place / "site", root=place, content=place / "content")
    assert found.folder == place / "site"
    assert found.staging == place / ".site.aushang" / "staging"
    assert not found.room.exists()


def test_an_empty_folder_is_taken(place: Path) -> None:
    """A folder that somebody made beforehand is no obstacle."""
    (place / "site").mkdir()
    assert target(place / "site", root=place, content=place / "content").folder == place / "site"


def test_a_folder_with_our_marker_is_taken(place: Path) -> None:
    """What a publish of ours wrote may be replaced by the next one."""
    (place / "site").mkdir()
    (place / "site" / MARKER).write_bytes(marker().data)
    assert target(place / "site", root=place, content=place / "content").folder == place / "site"


def test_a_folder_of_somebody_else_is_left_alone(place: Path) -> None:
    """A folder with files and without the marker is refused, and nothing in it is touched."""
    (place / "site").mkdir()
    (place / "site" / "thesis.odt").write_text("three years of work")
    message, hint = refusal(place / "site", place)
    assert message == (
        f"the output folder “{place / 'site'}” is not empty and was not written by aushang, "
        "so it is left alone"
    )
    assert hint == "name another folder, or empty this one yourself"
    assert (place / "site" / "thesis.odt").read_text() == "three years of work"


def test_a_git_checkout_is_left_alone_even_with_our_marker(place: Path) -> None:
    """Replacing the folder would take the history in `.git` with it."""
    (place / "site" / ".git").mkdir(parents=True)
    (place / "site" / MARKER).touch()
    message, hint = refusal(place / "site", place)
    assert message == (
        f"the output folder “{place / 'site'}” is a Git checkout, which a publish would replace"
    )
    assert hint == "name another folder, and copy the finished site into the checkout"


def test_a_file_is_no_output_folder(place: Path) -> None:
    """A file where the folder should be is refused by name."""
    (place / "site").write_text("")
    message, hint = refusal(place / "site", place)
    assert message == f"the output “{place / 'site'}” is a file; a folder is needed"
    assert hint == "move the file away, or name another folder"


def test_the_root_of_the_disk_is_refused(place: Path) -> None:
    """`/` holds everybody's home."""
    message, hint = refusal(Path("/"), place)
    assert message == "the output folder is “/”, which holds the home folder"
    assert hint == CHOOSE


def test_the_home_folder_is_refused(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even an empty home folder is not replaced."""
    (place / "home").mkdir()
    monkeypatch.setenv("HOME", str(place / "home"))
    message, _ = refusal(place / "home", place)
    assert message == f"the output folder is “{place / 'home'}”, which holds the home folder"


@pytest.mark.parametrize("output", [".", ".."])
def test_the_publication_itself_is_refused(place: Path, output: str) -> None:
    """Neither the publication's folder nor one above it can be replaced."""
    folder = (place / output).resolve()
    message, hint = refusal(place / output, place)
    assert message == f"the output folder is “{folder}”, which holds the publication itself"
    assert hint == CHOOSE


def test_an_output_inside_the_content_is_refused(place: Path) -> None:
    """The site would become content of the next build."""
    message, hint = refusal(place / "content" / "site", place)
    assert message == (
        f"the output folder “{place / 'content' / 'site'}” lies inside "
        f"the content folder “{place / 'content'}”"
    )
    assert hint == CHOOSE


def test_a_content_folder_inside_the_output_is_refused(tmp_path: Path) -> None:
    """A publish would remove what staff have written."""
    content = tmp_path / "site" / "content"
    content.mkdir(parents=True)
    (tmp_path / "news").mkdir()
    with pytest.raises(AushangError) as caught:
        target(tmp_path / "site", root=tmp_path / "news", content=content)
    assert caught.value.message == (
        f"the content folder “{content}” lies inside the output folder “{tmp_path / 'site'}”"
    )
    assert caught.value.hint == CHOOSE


def test_a_linked_output_stays_a_link(place: Path, tmp_path: Path) -> None:
    """What the link leads to is the target; the room lies beside that, on the same disk."""
    (tmp_path / "www").mkdir()
    (place / "site").symlink_to(tmp_path / "www")
    found = target(place / "site", root=place, content=place / "content")
    assert found.folder == tmp_path / "www"
    assert found.room == tmp_path / ".www.aushang"


def test_a_circle_of_links_is_refused(place: Path) -> None:
    """A link that leads to itself has no folder behind it."""
    (place / "site").symlink_to(place / "site")
    message, hint = refusal(place / "site", place)
    assert message == (
        f"the output folder “{place / 'site'}” cannot be found: its links lead in a circle"
    )
    assert hint == "remove the link, or name another folder"
