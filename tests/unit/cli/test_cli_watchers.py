"""How far a build is, on a terminal and elsewhere."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from tests.integration.sites import Run, aushang_process, write_site

from aushang.build.progress import Step
from aushang.cli.bar import Bar
from aushang.cli.watchers import Lines


def test_elsewhere_each_step_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A log file gets plain words and no counter."""
    progress = Lines()
    progress.begin(Step.LOAD)
    progress.begin(Step.RENDER)
    progress.written(10)
    assert capsys.readouterr().out == "reading the content …\nwriting the site …\n"


@pytest.mark.parametrize("width", [1, 10, 80])
def test_on_a_terminal_there_is_a_bar(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its width, it draws and it is gone at the end."""
    monkeypatch.setenv("TERM", "xterm-256color")  # the tests' own may be a dumb one
    terminal = Console(file=StringIO(), force_terminal=True, width=width, color_system=None)
    with Bar(terminal) as progress:
        for step in Step:
            progress.begin(step)
        progress.written(1234)
    assert isinstance(terminal.file, StringIO)
    drawn = terminal.file.getvalue()
    assert "\x1b[2K" in drawn  # a line was drawn and erased
    if width == 80:
        assert "publishing" in drawn or "1234 files" in drawn


def test_quiet_is_nothing(tmp_path: Path) -> None:
    """A clean build says nothing at all."""
    quiet = aushang_process(write_site(tmp_path), "build", "--quiet")
    assert quiet == Run(0, "", "")
