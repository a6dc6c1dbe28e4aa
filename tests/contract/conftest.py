"""The sample publication as the program writes it today, once for all tests of a process."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.integration.sites import aushang

ROOT = Path(__file__).parents[2]
AS_OF = "2026-11-21T21:00:00+01:00"
ADDRESS = "https://aktuell.kraftraum.example/"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the published sample, as of one evening, without its search."""
    root = tmp_path_factory.mktemp("sample")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(configuration.replace("search: true", "search: false"))
    shutil.copytree(ROOT / "content", root / "content")
    run = aushang(root, "build", "--quiet", now=AS_OF)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    return root / "site"


def files_below(folder: Path, address: str) -> Callable[[str], bytes]:
    """What a server would answer with: the file behind an address of the site."""

    def get(asked: str) -> bytes:
        assert asked.startswith(address), asked
        return (folder / asked.removeprefix(address)).read_bytes()

    return get
