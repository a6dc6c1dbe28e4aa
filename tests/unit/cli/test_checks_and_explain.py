"""`aushang checks` lists what can be found, `aushang explain` says more about one."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.mkdocs_file import GOOD

from aushang.build.log_basis import log_basis
from aushang.build.published_log import FoundLog
from aushang.cli.checks import checks
from aushang.cli.codes import every_code
from aushang.cli.explain import explain
from aushang.model import AushangError

AU101 = """\
AU101 empty-section (error, text, since 0.1)

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
    """One line each: code, name, stage, severity, since when, one sentence."""
    lines = CliRunner().invoke(checks).output.splitlines()
    assert [line[:5] for line in lines] == sorted({code.code for code in every_code()})
    (line,) = [line for line in lines if line.startswith("AU203")]
    assert line.split()[:5] == ["AU203", "missing-slash", "artifact", "warning", "0.1"]
    assert line.endswith("A link to a page without the slash that its address ends with")


def test_what_is_found_of_the_log_is_listed_as_grave_as_it_is() -> None:
    """A build goes on without a log, so these are warnings."""
    broken = FoundLog(fault="it burnt")
    _, found = log_basis(broken, broken)
    listed = {code.code: code.severity for code in every_code()}
    assert {one.code: one.severity.value for one in found} == {
        code: listed[code] for code in ("AU603", "AU604")
    }


@pytest.mark.parametrize("asked", ["AU101", "au101", "empty-section", "Empty-Section"])
def test_explain_takes_code_or_name(asked: str) -> None:
    """The docstring of the check is the answer."""
    result = CliRunner().invoke(explain, [asked])
    assert (result.exit_code, result.output) == (0, AU101)


def test_explain_knows_what_reading_finds() -> None:
    """Codes of the loader stand in a table and are explained alike."""
    output = CliRunner().invoke(explain, ["AU002"]).output
    assert output.startswith(
        "AU002 unknown-key (error or warning, reading, since 0.1)\n\nA key that"
    )
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


SETTINGS = """\
      checks: {AU203: off, AU101: warning}
      ignore:
        AU101:
          - der Plan kommt
          - {reason: "alt\\x1b[2J", until: 2027-03-01, paths: [posts/2019-*, pages/]}
"""


@pytest.fixture
def configured(tmp_path: Path) -> str:
    """A publication that sees some findings differently."""
    (tmp_path / "content").mkdir()
    file = tmp_path / "mkdocs.yml"
    file.write_text(GOOD + SETTINGS, encoding="utf-8")
    return str(file)


def test_explain_says_how_it_is_set_here(configured: str) -> None:
    """With the line of each entry; reasons are text of others."""
    output = CliRunner().invoke(explain, ["AU101", "--config", configured]).output
    assert output.endswith(
        "\nIn this publication\n"
        "    warning (mkdocs.yml:8:28)\n"
        "    let pass: der Plan kommt (mkdocs.yml:11:13)\n"
        "    let pass in posts/2019-*, pages/ until 2027-03-01: alt\\x1b[2J (mkdocs.yml:12:13)\n"
    )


def test_checks_marks_what_is_set_here(configured: str) -> None:
    """Only what is."""
    lines = CliRunner().invoke(checks, ["--config", configured]).output.splitlines()
    told = {line[:5]: line for line in lines}
    assert "off here" in told["AU203"]
    assert "warning here" in told["AU101"]
    assert " here " not in told["AU102"].partition("0.1")[0]


def test_a_configuration_with_faults_is_no_hindrance(tmp_path: Path) -> None:
    """Who asks what a code means need not mend it first."""
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: x\n", encoding="utf-8")
    result = CliRunner().invoke(explain, ["AU101", "--config", str(file)])
    assert result.stdout == AU101
    assert result.stderr == (
        f"aushang: note: {file} has faults, so what it says of findings is not shown\n"
    )
