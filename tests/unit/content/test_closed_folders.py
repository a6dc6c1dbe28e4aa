"""A folder that nobody may open is a finding, and all else is read."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.content_folder import GOOD, loaded, told, written


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication whose services cannot be opened, whoever runs the tests."""
    files = {"posts/a.md": GOOD, "services/sauna.yml": "name: Sauna\n"}
    root = written(tmp_path, files)
    scandir = os.scandir

    def refusing(folder: str) -> Iterator[os.DirEntry[str]]:
        """The system's refusal; root would be let in."""
        if Path(folder).name == "services":
            raise PermissionError(13, "Permission denied", folder)
        return scandir(folder)

    monkeypatch.setattr("aushang.content.inventory.os.scandir", refusing)
    return root


def test_a_closed_folder_is_a_finding(closed: Path) -> None:
    """With its name and what to do."""
    result = loaded(closed)
    assert [told(one) for one in result.diagnostics] == [
        (
            "content/services: error AU013 the folder cannot be read: nobody here may open it\n"
            "    help: correct its permissions, or delete it"
        )
    ]
    assert [post.id for post in result.publication.all_posts] == ["a"]
