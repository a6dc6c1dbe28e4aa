"""Every command in the docs exists, with every option that is given to it."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.meta.docs_pages import PAGES, ROOT, blocks, code_spans, name

from aushang.cli import aushang

_SHELLS = {"sh", "console", "cron", "yaml"}
_BEGINS = re.compile(r"(?:^|[\s/;&(-])(?=aushang [a-z-])")
_ENDS = re.compile(r"&&|\|\||[|;>]|  #|\s{2,}")
_PLACEHOLDERS = {"…", "..."}


def commands(page: Path) -> Iterator[list[str]]:
    """The words of each `aushang …` on a page, without the program's name."""
    for line in lines(page):
        begins = _BEGINS.search(line)
        if begins:
            words = _ENDS.split(line[begins.end() :])[0]
            yield shlex.split(words)[1:]


def lines(page: Path) -> Iterator[str]:
    """Command lines: in blocks for shells, and code spans that begin with the program."""
    for block in blocks(page):
        if block.language in _SHELLS:
            yield from block.text.splitlines()
    yield from (span for span in code_spans(page) if span.startswith("aushang "))


def fault(words: list[str]) -> str:
    """What click would refuse in these words; empty if nothing."""
    command: click.Command = aushang
    path = "aushang"
    for word in words:
        if word in _PLACEHOLDERS:
            continue
        if isinstance(command, click.Group) and not word.startswith("-"):
            found = command.get_command(click.Context(command), word)
            if found is None:
                return f"{path} has no command {word}"
            command, path = found, f"{path} {word}"
        elif word.startswith("-") and word.partition("=")[0] not in options(command, path):
            return f"{path} has no option {word}"
    return ""


def options(command: click.Command, path: str) -> set[str]:
    """All options of a command, those for help included."""
    context = click.Context(command, info_name=path, help_option_names=["-h", "--help"])
    return {text for each in command.get_params(context) for text in each.opts}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_exists_with_its_options(page: Path) -> None:
    """A command or option that is renamed is renamed in the docs."""
    assert [found for words in commands(page) if (found := fault(words))] == []


def test_the_judge_knows_right_from_wrong() -> None:
    """Unknown commands and options are seen, known ones pass."""
    assert fault(["bild"]) == "aushang has no command bild"
    assert fault(["import", "joomla"]) == "aushang import has no command joomla"
    assert fault(["build", "--strct"]) == "aushang build has no option --strct"
    assert fault(["build", "-q", "--now", "2026-11-21T20:00", "--help"]) == ""
    assert fault(["import", "hugo", "old", "--to=new"]) == ""


def test_there_are_commands_to_judge() -> None:
    """Each command of the program is shown somewhere in the docs."""
    shown = {words[0] for page in PAGES for words in commands(page) if words}
    assert shown - {"--help", "--version"} == set(aushang.list_commands(click.Context(aushang)))


@pytest.mark.parametrize("page", ["commands", "configuration"])
def test_the_reference_says_what_the_code_says(page: str) -> None:
    """Run tools/commands_page or tools/configuration_page after a change."""
    tool = [sys.executable, str(ROOT / "tools" / f"{page}_page"), "--print"]
    printed = subprocess.run(tool, check=True, capture_output=True).stdout.decode()
    assert printed == (ROOT / "docs" / "reference" / f"{page}.md").read_text(encoding="utf-8")
