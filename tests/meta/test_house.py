"""The house style as tests: what every module owes."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tokenize import COMMENT, tokenize

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = (ROOT / "generator" / "aushang", ROOT / "themes" / "aushang_theme")
MODULES = sorted(file for package in PACKAGES for file in package.rglob("*.py"))
EDGE = {"cli"}
"""Packages that may print: the command line alone."""

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
LONGER: dict[str, str] = {}
"""Files that may be longer, each with its reason."""


def name(file: Path) -> str:
    """The path below the checkout."""
    return file.relative_to(ROOT).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    """The module as a syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods of a module."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_a_module_says_what_it_owns(file: Path) -> None:
    """Its docstring comes first."""
    assert ast.get_docstring(tree(file))


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_the_core_never_prints(file: Path) -> None:
    """It returns data; only the command line talks."""
    calls = {
        node.func.id
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    spoken = calls & {"print", "breakpoint", "input"}
    assert not spoken or EDGE & set(file.parts)


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_a_file_can_be_read_in_one_go(file: Path) -> None:
    """At most 400 lines; exceptions are listed with a reason."""
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE or name(file) in LONGER


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_a_function_fits_on_a_screen(file: Path) -> None:
    """At most 40 lines of code; its docstring does not count."""
    long = [
        function.name
        for function in functions(tree(file))
        if _lines_of(function) > LONGEST_FUNCTION
    ]
    assert long == []


def _lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_a_module_has_a_name_of_its_own(file: Path) -> None:
    """Nothing is called utils, common or manager."""
    assert file.stem not in {"utils", "common", "manager", "helpers", "misc"}


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_nothing_is_left_to_do(file: Path) -> None:
    """No comment is a note to oneself; checks may name the words that they look for."""
    with file.open("rb") as stream:
        comments = [one.string for one in tokenize(stream.readline) if one.type == COMMENT]
    assert not [one for one in comments if re.match(r"#\W*(TODO|FIXME|XXX)", one)]


def test_no_module_and_no_page_names_a_folder_of_one_machine() -> None:
    """What stands in the project holds on every machine."""
    texts = [file for pattern in ("*.py", "*.md") for file in (ROOT / "docs").rglob(pattern)]
    private = ("/home/", "/Users/", "/root/")
    assert [name(f) for f in [*MODULES, *texts] if _mentions(f, private)] == []


def _mentions(file: Path, words: tuple[str, ...]) -> bool:
    text = file.read_text(encoding="utf-8")
    return any(word in text for word in words)


def test_the_modules_were_found() -> None:
    """A list of nothing would pass every test above."""
    assert len(MODULES) > 40


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_no_group_of_a_pattern_is_possessive(file: Path) -> None:
    """Python before 3.11.5 may match `(…)*+` wrongly, and not each time (gh-106052)."""
    texts = (node.value for node in ast.walk(tree(file)) if isinstance(node, ast.Constant))
    patterns = [str(text) for text in texts if isinstance(text, str | bytes)]
    assert not [one for one in patterns if "[" in one and re.search(r"\)[*+?]\+", one)]
