"""`aushang build` on a real terminal: a bar, colours, and neither where they are not wanted."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from tests.integration.sites import NOW, write_post, write_site

RED = "\x1b[31m"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A publication with one finding."""
    root = write_site(tmp_path / "news")
    write_post(root, "leer", "Leer", "## Kurse\n\n## Sauna\n\nWarm.")
    return root


def on_terminal(root: Path, **environment: str) -> str:
    """Everything that a build writes to a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from aushang.cli import main; main()", "build"],
        cwd=root,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={
            **{name: value for name, value in os.environ.items() if name != "NO_COLOR"},
            "AUSHANG_NOW": NOW,
            "COLUMNS": "80",
            "TERM": "xterm-256color",
            **environment,
        },
    )
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 65536):
            shown += chunk
    except OSError:  # Linux says EIO when the last writer is gone
        pass
    os.close(ours)
    assert process.wait() == 1
    return shown.decode()


def test_a_terminal_gets_a_bar_and_colours(site: Path) -> None:
    """The word “error” is red, and the steps were drawn in one line."""
    shown = on_terminal(site)
    assert f"{RED}error" in shown
    assert "\x1b[2K" in shown
    assert "reading the content …" not in shown


def test_no_color_is_heeded(site: Path) -> None:
    """https://no-color.org: the words stay, the colours go."""
    shown = on_terminal(site, NO_COLOR="1")
    assert RED not in shown
    assert ": error AU101" in shown


def test_a_dumb_terminal_gets_lines(site: Path) -> None:
    """Without cursor movements, as an editor's terminal or a log viewer needs it."""
    shown = on_terminal(site, TERM="dumb")
    assert "\x1b" not in shown
    assert "reading the content …" in shown
