"""What people install: the wheel, in an environment that holds nothing else."""

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_carries_both_packages_and_all_they_read(wheel: Path) -> None:
    """Templates, style sheets and catalogues come along; tests and content do not."""
    names = set(ZipFile(wheel).namelist())
    theme = CHECKOUT / "themes"
    wanted = {
        file.relative_to(theme).as_posix()
        for file in theme.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert wanted <= names
    assert {"aushang/cli/__init__.py", "aushang/py.typed"} <= names
    assert {"aushang/serve/browser/preview.js", "aushang/serve/browser/preview.css"} <= names
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {
        "aushang",
        "aushang_theme",
    }


def test_an_empty_environment_is_enough(wheel: Path, tmp_path: Path) -> None:
    """After `pip install`, `aushang init` and `aushang build` there is a site."""
    home = tmp_path / "home"
    venv.create(home)
    pip = (sys.executable, "-m", "pip", "--python", str(home))  # one needs none of its own there
    programs = home / "bin"
    surroundings = {
        key: value
        for key, value in os.environ.items()
        if key not in {"PYTHONPATH", "VIRTUAL_ENV", "AUSHANG_NOW"}
    }

    def run(*command: str, cwd: Path = tmp_path) -> str:
        ended = subprocess.run(
            command, cwd=cwd, capture_output=True, text=True, check=False, env=surroundings
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    run(*pip, "install", "--quiet", "--no-compile", str(wheel))
    run(*pip, "check")
    run(str(programs / "aushang"), "init", "x", "--yes")
    told = run(str(programs / "aushang"), "build", cwd=tmp_path / "x")
    assert "1 post in " in told
    assert (tmp_path / "x/site/index.html").is_file()
    assert (tmp_path / "x/site/feeds/posts.rss").is_file()
