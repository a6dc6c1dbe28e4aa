"""The map in docs/architecture.md leads to files that are there, whatever is moved or split."""

import re

import pytest
from tests.meta.docs_pages import ROOT

PROGRAM = ROOT / "generator" / "aushang"
MAP = ROOT / "docs" / "architecture.md"
_SPAN = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"[\w./-]+\.(?:py|js|css|html|json)")
_DOTTED = re.compile(r"(?:content|build|outputs|checks|mkdocs|search|model)(?:\.(?!yml)\w+)+")


def cells() -> list[str]:
    """The last cell of each row of a table: what to open."""
    rows = [line for line in MAP.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [row.rstrip("| ").rpartition(" | ")[2] for row in rows if "`" in row]


def missing(cell: str) -> list[str]:
    """The files and folders that a cell names and that are not there.

    A bare name lies beside a file that the same cell names, or below the folder that it names.
    """
    folders, lost = [PROGRAM], []
    for word in _SPAN.findall(cell):
        if not (_FILE.fullmatch(word) or re.fullmatch(r"[\w/-]+/|tools/\w+", word)):
            continue
        found = [base / word for base in (*folders, ROOT) if (base / word).exists()]
        if not found and "/" not in word:
            found = [file for base in folders[1:] for file in base.rglob(word)]
        if found:
            folders.append(found[0] if found[0].is_dir() else found[0].parent)
        else:
            lost.append(word)
    return lost


@pytest.mark.parametrize("cell", cells())
def test_every_file_is_there(cell: str) -> None:
    """Whoever wants to change something opens it at once."""
    assert missing(cell) == []


def test_every_name_of_the_program_is_there() -> None:
    """`build.preparation.prepare` is a module and something that it defines."""
    names = {one.partition("(")[0] for one in _SPAN.findall(MAP.read_text(encoding="utf-8"))}
    lost = []
    for name in sorted(one for one in names if _DOTTED.fullmatch(one)):
        *path, last = name.split(".")
        module = PROGRAM.joinpath(*path)
        sources = [module.with_suffix(".py"), module / "__init__.py"]
        texts = [file.read_text(encoding="utf-8") for file in sources if file.exists()]
        is_module = (module / last).is_dir() or (module / f"{last}.py").exists()
        if not is_module and not any(re.search(rf"\b{last}\b", text) for text in texts):
            lost.append(name)
    assert lost == []


def test_there_are_rows_to_judge() -> None:
    """A pattern that finds nothing would pass the tests above."""
    assert len(cells()) > 100
