"""`aushang checks` lists what can be found, `aushang explain` says more about one."""

import pytest
from click.testing import CliRunner

from aushang.cli.checks import checks
from aushang.cli.codes import every_code
from aushang.cli.explain import explain
from aushang.model import AushangError

AU101 = """\
AU101 empty-section (error, text)

A heading with nothing under it.

What it finds
    a section that ends before any text, picture, table or list. A heading
    whose subsections have content is fine.

Why it matters
    the reader was promised something and finds nothing.

Bad
    `## Kurse` followed at once by `## Sauna`

Good
    `## Kurse` and the sentence “Alle Kurse finden statt.”
"""


def test_checks_lists_every_code_once_in_order() -> None:
    """One line each: code, name, stage, severity, one sentence."""
    lines = CliRunner().invoke(checks).output.splitlines()
    assert [line[:5] for line in lines] == sorted({code.code for code in every_code()})
    (line,) = [line for line in lines if line.startswith("AU203")]
    assert line.split()[:4] == ["AU203", "missing-slash", "artifact", "warning"]
    assert line.endswith("A link to a page without the slash that its address ends with")


@pytest.mark.parametrize("asked", ["AU101", "au101", "empty-section", "Empty-Section"])
def test_explain_takes_code_or_name(asked: str) -> None:
    """The docstring of the check is the answer."""
    result = CliRunner().invoke(explain, [asked])
    assert (result.exit_code, result.output) == (0, AU101)


def test_explain_knows_what_reading_finds() -> None:
    """Codes of the loader stand in a table and are explained alike."""
    output = CliRunner().invoke(explain, ["AU002"]).output
    assert output.startswith("AU002 unknown-key (error or warning, reading)\n\nA key that")
    assert "\nWhy it matters\n    what stands under it would never be read" in output


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("dead-lnik", "did you mean “dead-link”?"),
        ("AU999", "`aushang checks` lists all there are"),
    ],
)
def test_an_unknown_code_is_wrong_use(asked: str, hint: str) -> None:
    """The command line turns this into one sentence and exit code 2."""
    with pytest.raises(AushangError) as raised:
        CliRunner().invoke(explain, [asked], catch_exceptions=False)
    assert (raised.value.message, raised.value.hint) == (f"there is no check “{asked}”", hint)
