"""Every check is in the table, has cases of both kinds, and says the same everywhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from aushang.checks.rules import Rule
from aushang.checks.table import TABLE
from aushang.cli.codes import Code, every_code

ROOT = Path(__file__).parents[2]
CHECKS = ROOT / "generator" / "aushang" / "checks"
CASES = ROOT / "tests" / "checks"


def test_every_file_with_a_check_is_in_the_table() -> None:
    """A check that is forgotten in the table would never run."""
    written = {
        file.stem.replace("_", "-")
        for file in CHECKS.glob("*.py")
        if re.search(r"^@check\(", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert written == {rule.name for rule in TABLE}


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: rule.code)
def test_every_check_has_cases_of_both_kinds(rule: Rule) -> None:
    """What it must find, and what it must let be."""
    folder = CASES / f"{rule.code}-{rule.name}"
    assert any((folder / "fail").iterdir())
    assert any((folder / "pass").iterdir())


def test_every_folder_of_cases_belongs_to_a_check() -> None:
    """A check that was renamed takes its cases along."""
    folders = {folder.name for folder in CASES.glob("AU*")}
    assert folders == {f"{rule.code}-{rule.name}" for rule in TABLE}


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: rule.code)
def test_a_check_is_short(rule: Rule) -> None:
    """At most 120 lines, in a file that bears its name."""
    file = CHECKS / f"{rule.name.replace('-', '_')}.py"
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 120


def test_the_reference_says_what_the_docstrings_say() -> None:
    """Run tools/checks_page after a change."""
    tool = [sys.executable, str(ROOT / "tools" / "checks_page"), "--print"]
    page = subprocess.run(tool, check=True, capture_output=True).stdout.decode()
    assert page == (ROOT / "docs" / "reference" / "checks.md").read_text(encoding="utf-8")


def test_every_code_in_the_program_is_explained() -> None:
    """Whatever code a reader meets, `aushang explain` knows it."""
    used = {
        code
        for file in (ROOT / "generator").rglob("*.py")
        for code in re.findall(r'code="(AU\d{3})"', file.read_text(encoding="utf-8"))
    }
    assert used <= {code.code for code in every_code()}


@pytest.mark.parametrize("code", every_code(), ids=lambda code: code.code)
def test_a_code_is_explained_in_whole(code: Code) -> None:
    """A name in small letters and hyphens, a sentence, why it matters, bad and good."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    assert code.summary.endswith(".")
    assert {"Why it matters", "Bad", "Good"} <= {label for label, text in code.parts if text}


def test_codes_and_names_are_unique() -> None:
    """`aushang explain` takes both."""
    codes = every_code()
    names = [code.code for code in codes] + [code.name for code in codes]
    assert len(names) == len(set(names))
