"""Checks of other packages join the table, or are refused with a sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aushang.checks.rules import Stage
from aushang.checks.table import TABLE, every_rule, rules
from aushang.model import AushangError

MODULE = '''"""AU{number} guest-fault."""

from aushang.checks.rules import check


@check("AU{number}", stage="source", since="1.0")
def guest_fault(publication):
    """Something only this package knows.

    What it finds: nothing.
    Why it matters: it does not.
    Bad: a
    Good: b
    """
    yield from ()
'''


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """The table is read anew before and after each test."""
    every_rule.cache_clear()
    yield
    every_rule.cache_clear()


def install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, module: str, code: str, target: str
) -> None:
    """Put a package with one entry point on the path, as an installer would."""
    (folder / f"{module}.py").write_text(code)
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[aushang.checks]\nguest = {target}\n")
    monkeypatch.syspath_prepend(str(folder))


def test_rules_of_a_stage_are_in_order_of_code() -> None:
    """Order of discovery plays no part."""
    codes = [rule.code for rule in rules(Stage.ARTIFACT)]
    assert codes == sorted(codes)
    assert "AU201" in codes


def test_a_check_of_another_package_joins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry point of the group `aushang.checks` is enough."""
    install(tmp_path, monkeypatch, "guest_one", MODULE.format(number=991), "guest_one:guest_fault")
    assert [rule.code for rule in every_rule() if rule not in TABLE] == ["AU991"]


def test_what_is_no_check_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The entry point is named, and what to do."""
    install(tmp_path, monkeypatch, "guest_two", "fault = 1\n", "guest_two:fault")
    with pytest.raises(AushangError) as raised:
        every_rule()
    assert raised.value.message == "“guest_two:fault” is not a check"
    assert raised.value.hint == (
        "mend or uninstall the package that offers “guest” as aushang.checks"
    )


def test_what_cannot_be_loaded_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is a check that takes a code in use."""
    install(
        tmp_path, monkeypatch, "guest_three", MODULE.format(number="201"), "guest_three:guest_fault"
    )
    with pytest.raises(AushangError) as raised:
        every_rule()
    assert raised.value.message == (
        "the check “guest” cannot be loaded: guest_three.guest_fault: "
        "AU201 is already the code of aushang.checks.dead_link.dead_link"
    )
