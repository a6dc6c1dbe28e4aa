"""How far a build is, on a terminal and elsewhere."""

from io import StringIO

import pytest
from rich.console import Console

from aushang.build.progress import Step, Unwatched
from aushang.cli.watchers import Bar, Lines, watcher


def console(*, is_terminal: bool, width: int = 80) -> Console:
    """A console that writes into memory."""
    return Console(file=StringIO(), force_terminal=is_terminal, width=width, color_system=None)


def test_elsewhere_each_step_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A log file gets plain words and no counter."""
    with watcher(console(is_terminal=False), is_quiet=False) as progress:
        assert isinstance(progress, Lines)
        progress.begin(Step.LOAD)
        progress.begin(Step.RENDER)
        progress.written(10)
    assert capsys.readouterr().out == "reading the content …\nwriting the site …\n"


@pytest.mark.parametrize("width", [1, 10, 80])
def test_on_a_terminal_there_is_a_bar(width: int) -> None:
    """Whatever its width, it draws and it is gone at the end."""
    terminal = console(is_terminal=True, width=width)
    with watcher(terminal, is_quiet=False) as progress:
        assert isinstance(progress, Bar)
        for step in Step:
            progress.begin(step)
        progress.written(1234)
    assert isinstance(terminal.file, StringIO)
    drawn = terminal.file.getvalue()
    assert "\x1b[2K" in drawn  # a line was drawn and erased
    if width == 80:
        assert "publishing" in drawn or "1234 files" in drawn


def test_quiet_is_nothing() -> None:
    """Not even on a terminal."""
    with watcher(console(is_terminal=True), is_quiet=True) as progress:
        assert isinstance(progress, Unwatched)
