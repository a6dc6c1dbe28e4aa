"""Every finding of loading is explained, and every explanation is of a finding that exists."""

import re
from dataclasses import astuple
from pathlib import Path

from aushang.content.codes import CODES

ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "generator" / "aushang" / "content"
FOREIGN = {"markdown", "hugo"}


def test_each_code_in_the_readers_is_explained_and_the_other_way_round() -> None:
    """A code that nobody raises would be a promise that nobody keeps."""
    raised = {
        code
        for file in CONTENT.rglob("*.py")
        if file.name != "codes.py" and file.relative_to(CONTENT).parts[0] not in FOREIGN
        for code in re.findall(r'"(AU0\d\d)"', file.read_text(encoding="utf-8"))
    }
    assert raised == set(CODES)


def test_each_explanation_is_complete() -> None:
    """Four parts and a name that reads well behind “allow”."""
    for code, explanation in CODES.items():
        assert re.fullmatch(r"AU0[0-4]\d", code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", explanation.name)
        assert all(astuple(explanation))
    assert len({explanation.name for explanation in CODES.values()}) == len(CODES)


def test_each_code_is_seen_in_a_case() -> None:
    """Cases in folders, or tests of what no repository can hold."""
    seen = "".join(
        file.read_text(encoding="utf-8")
        for file in (ROOT / "tests" / "invalid" / "loading").glob("*/expected.txt")
    )
    for name in ("test_inventory.py", "test_public_holidays.py"):
        seen += (Path(__file__).parent / name).read_text(encoding="utf-8")
    assert [code for code in CODES if code not in seen] == []
