"""`aushang schema` prints and writes the schemas."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from aushang.cli.schema import schema
from aushang.content.schema.documents import MODELS
from aushang.model import AushangError
from aushang.reports.documents import findings_schema


def test_without_a_name_the_names_are_listed() -> None:
    """One a line, so that programs can read it."""
    assert CliRunner().invoke(schema).output.split() == [*MODELS, "findings"]


def test_a_name_prints_its_schema() -> None:
    """The output is JSON."""
    printed = json.loads(CliRunner().invoke(schema, ["post"]).output)
    assert printed["title"] == "Post"
    assert "title" in printed["required"]


def test_the_schema_of_findings_is_the_one_that_the_docs_hold() -> None:
    """Run `aushang schema findings` into docs/reference/findings.schema.json after a change."""
    printed = CliRunner().invoke(schema, ["findings"]).output
    page = Path(__file__).parents[3] / "docs" / "reference" / "findings.schema.json"
    assert json.loads(printed) == findings_schema()
    assert page.read_text(encoding="utf-8") == printed


def test_all_are_written(tmp_path: Path) -> None:
    """A folder gets one file for each kind, and twice the same bytes."""
    folder = tmp_path / "schemas" / "new"
    result = CliRunner().invoke(schema, ["--output", str(folder)])
    assert result.exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{name}.schema.json" for name in MODELS
    )
    before = (folder / "post.schema.json").read_bytes()
    CliRunner().invoke(schema, ["post", "--output", str(folder)])
    assert (folder / "post.schema.json").read_bytes() == before


def test_a_misspelt_name_is_answered_with_the_one_meant() -> None:
    """Wrong use, not a finding."""
    with pytest.raises(AushangError, match="there is no schema “psot”") as caught:
        CliRunner().invoke(schema, ["psot"], catch_exceptions=False)
    assert caught.value.hint == "did you mean “post”?"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """The system's reason is passed on."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(AushangError, match="cannot be written: Not a directory"):
        CliRunner().invoke(
            schema, ["--output", str(tmp_path / "file" / "x")], catch_exceptions=False
        )
