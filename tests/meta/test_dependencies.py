"""What an install brings is weighed, bounded and locked."""

import re
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
AT_MOST = 18


def _direct() -> dict[str, str]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = (re.match(r"([\w-]+)(.*)", line) for line in project["dependencies"])
    return {match[1]: match[2] for match in found if match}


def test_there_are_few_direct_dependencies() -> None:
    """The default install stays small."""
    assert 0 < len(_direct()) <= AT_MOST


def test_each_has_a_lower_bound() -> None:
    """An older version may lack what is used here."""
    assert [name for name, bounds in _direct().items() if not bounds.startswith(">=")] == []


def test_each_is_justified_in_one_line() -> None:
    """The decision names every package, and none that is gone."""
    page = (CHECKOUT / "docs/decisions/0002-dependencies.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| ([\w-]+) \| ", page, re.MULTILINE)[1:] == sorted(_direct())


def test_locks_hold_exact_versions_and_hashes_and_no_host() -> None:
    """Each file can be checked by pip and uv alike, from whatever index the machine uses."""
    for name in ("run", "test"):
        lock = (CHECKOUT / f"requirements/{name}.txt").read_text(encoding="utf-8")
        locked = re.findall(r"^([\w.-]+)==\S+", lock, re.MULTILINE)
        assert {package.lower() for package in _direct()} <= set(locked)
        assert lock.count("--hash=sha256:") >= len(locked)
        assert "://" not in lock
