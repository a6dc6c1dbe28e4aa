"""The frame of the command line: what it prints and with which code it ends."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import click
import pytest

from aushang import __version__
from aushang.cli import COMMANDS, aushang, run
from aushang.model import AushangError


def program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A run of the real program."""
    return subprocess.run(
        [sys.executable, "-c", "from aushang.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **environment},
    )


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Puts a command `try` into the group that does what the test says."""

    def install(act: Callable[[], object]) -> None:
        made = click.Command("try", callback=act)
        monkeypatch.setattr(
            type(aushang), "resolve_command", lambda _, __, args: ("try", made, args[1:])
        )

    return install


def test_help_lists_every_command_of_the_table() -> None:
    """In the table's order, with its sentences."""
    shown = program("--help")
    assert shown.returncode == 0
    listed = shown.stdout.partition("Commands:\n")[2].splitlines()
    names = [line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "]
    assert names == [name for name, _, _ in COMMANDS]


def test_help_imports_no_command() -> None:
    """Else the help would wait for MkDocs, pydantic and all the rest."""
    script = (
        "import sys; from aushang.cli import run; run(['--help']); "
        "print(sorted(m for m in sys.modules if m.startswith(('aushang.cli.', 'mkdocs', "
        "'pydantic', 'rich', 'lxml', 'babel'))))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert shown.stdout.splitlines()[-1] == "['aushang.cli.streams']"


def test_help_imports_little_beside_click() -> None:
    """49 modules at the time of writing, most of them Python's own: 0.07 s for everything."""
    script = (
        "import sys, click; before = len(sys.modules); from aushang.cli import run; "
        "run(['--help']); print(len(sys.modules) - before)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert int(shown.stdout.splitlines()[-1]) <= 70


def test_a_build_imports_nothing_that_only_some_sites_need() -> None:
    """Each of these would cost every build some hundredths of a second."""
    script = "import sys, aushang.cli.build; print(sorted(sys.modules))"
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    dear = {"rich", "imagesize", "http.client", "ssl", "watchdog"}
    dear |= {"aushang.content.material", "aushang.content.hugo", "aushang.mkdocs.dialect"}
    assert dear.isdisjoint(ast.literal_eval(shown.stdout))


@pytest.mark.parametrize("command", ["checks", "explain", "init"])
def test_small_commands_import_little(command: str) -> None:
    """They read tables: neither the host nor the schema is asked."""
    script = f"import sys, aushang.cli.{command}; print(sorted(sys.modules))"
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    dear = {"mkdocs", "material", "pydantic", "jinja2", "babel", "rich"}
    assert dear.isdisjoint(ast.literal_eval(shown.stdout))


@pytest.mark.parametrize(("name", "module", "first"), COMMANDS, ids=[row[0] for row in COMMANDS])
def test_the_table_says_what_the_command_says(name: str, module: str, first: str) -> None:
    """Name and first sentence of the table are those of the command itself."""
    found = getattr(import_module(module), module.rpartition(".")[2])
    assert isinstance(found, click.Command)
    assert found.name == name
    assert " ".join((found.help or "").partition("\n\n")[0].split()) == first


def test_every_command_file_is_in_the_table() -> None:
    """A file with a command that nobody can call would be a surprise."""
    folder = Path(import_module("aushang.cli").__file__ or "").parent
    commands = {
        f"aushang.cli.{file.stem}"
        for file in folder.glob("*.py")
        if isinstance(
            getattr(import_module(f"aushang.cli.{file.stem}"), file.stem, None), click.Command
        )
    }
    assert commands == {module for _, module, _ in COMMANDS}


def test_version() -> None:
    """Name and number on one line."""
    shown = program("--version")
    assert (shown.returncode, shown.stdout) == (0, f"aushang {__version__}\n")


def test_a_misspelt_command_is_wrong_use() -> None:
    """Exit code 2, and the command that was meant."""
    shown = program("biuld")
    assert shown.returncode == 2
    assert "Error: No such command 'biuld'. Did you mean 'build'?" in shown.stderr


def test_a_misspelt_option_is_wrong_use() -> None:
    """Click's own sentence, with exit code 2."""
    shown = program("build", "--sctrict")
    assert shown.returncode == 2
    assert "No such option '--sctrict'" in shown.stderr


def test_wrong_use_is_one_sentence_and_no_traceback(
    command: Callable[[Callable[[], object]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong, and then what to do."""

    def act() -> None:
        raise AushangError("the tap is dry", "turn it on")

    command(act)
    assert run(["try"]) == 2
    assert capsys.readouterr().err == "aushang: error: the tap is dry. Turn it on\n"


def test_a_fault_of_ours_is_a_traceback_and_an_address(
    command: Callable[[Callable[[], object]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """It must not be taken for findings (1) or wrong use (2)."""

    def act() -> None:
        raise ZeroDivisionError

    command(act)
    assert run(["try"]) == 70
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert told.endswith(
        f"aushang: this is a fault of aushang {__version__} itself, not of your content. "
        "Report it with the lines above to those who maintain it.\n"
    )


def test_ctrl_c_ends_with_130(
    command: Callable[[Callable[[], object]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """As a shell expects it of a program that SIGINT has ended."""

    def act() -> None:
        raise KeyboardInterrupt

    command(act)
    assert run(["try"]) == 130
    assert capsys.readouterr().err.endswith("aushang: stopped\n")


def test_the_number_that_a_command_returns_is_the_exit_code(
    command: Callable[[Callable[[], object]], None],
) -> None:
    """`build` returns 1 for findings."""
    command(lambda: 1)
    assert run(["try"]) == 1


def ended(stdout: int) -> subprocess.CompletedProcess[bytes]:
    """A run of the real program with a command that leaves a word in the buffer and returns 1."""
    script = (
        "import sys, click; from aushang import cli; "
        "made = click.Command('try', callback=lambda: int(bool(sys.stdout.write('word')))); "
        "cli.Commands.resolve_command = lambda _, __, args: ('try', made, args[1:]); "
        "sys.argv = ['aushang', 'try']; cli.main()"
    )
    return subprocess.run(
        [sys.executable, "-c", script],
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
    )


def test_what_is_in_a_buffer_is_written_before_the_end() -> None:
    """The program leaves without Python's own tear-down, which would have done it."""
    run_to_its_end = ended(subprocess.PIPE)
    assert (run_to_its_end.returncode, run_to_its_end.stdout) == (1, b"word")


def test_a_reader_who_has_gone_is_told_of_as_in_every_python_program() -> None:
    """Exit code 120 and a line that names the fault."""
    reading, writing = os.pipe()
    os.close(reading)
    cut_off = ended(writing)
    os.close(writing)
    assert cut_off.returncode == 120
    assert cut_off.stderr.endswith(b"BrokenPipeError: [Errno 32] Broken pipe\n")


def test_a_stream_without_utf_8_gets_ascii() -> None:
    """Quotes become straight, all else a number, and nothing raises."""
    script = (
        "import sys; from aushang.cli.streams import prepare; prepare(sys.stdout); "
        "print('“Käse” – 日 …')"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert shown.stdout == b'"K\\xe4se" - \\u65e5 ...\n'
