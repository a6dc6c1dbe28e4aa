"""The JSON Schemas that editors use agree with the loader."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.content_folder import SITE

from aushang.content.document import read_document, schema_name
from aushang.content.entries import Entry
from aushang.content.inventory import take
from aushang.content.schema.documents import MODELS, json_schemas
from aushang.content.yaml_tree import parse

ROOT = Path(__file__).parents[4]
CASES = ROOT / "tests" / "invalid" / "loading"

# What no schema can say: what YAML is, what a calendar allows, how values fit together.
ONLY_THE_LOADER = {
    "AU004", "AU005", "AU006", "AU007", "AU008", "AU009", "AU011", "AU020", "AU021", "AU022",
    "AU026", "AU027", "AU037",
}  # fmt: skip
JUDGED_BY_CALENDAR = {"impossible-dates", "hours-overlap", "holidays-unknown"}


def files(folder: Path) -> Iterator[Entry]:
    """Files with fields below a content folder."""
    for entry in take(folder, folder, SITE).texts:
        if schema_name(entry) in MODELS:
            yield entry


@pytest.mark.parametrize("name", list(MODELS))
def test_each_schema_is_one(name: str) -> None:
    """It says its dialect, is valid in it, has a title, and explains every key."""
    schema = json_schemas()[name]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    assert schema["title"]
    assert [
        key for key, value in schema["properties"].items() if not value.get("description")
    ] == []
    assert '"null"' not in json.dumps(schema)


def test_the_sample_publication_meets_its_schemas() -> None:
    """Every file that the loader takes is right for an editor too."""
    schemas = json_schemas()
    judged = 0
    for entry in files(ROOT / "content"):
        document = read_document(entry.file.read_bytes(), entry, SITE)
        if document.fields is None:
            continue
        judged += 1
        errors = Draft202012Validator(schemas[schema_name(entry)]).iter_errors(document.tree.values)
        assert [f"{entry.path}: {error.message}" for error in errors] == []
    assert judged > 20


@pytest.mark.parametrize(
    "case",
    sorted(path.name for path in CASES.iterdir() if path.is_dir()),
)
def test_what_the_loader_refuses_an_editor_marks(case: str) -> None:
    """A wrong key, form or word is an error in the schema, and what is right is none."""
    schemas = json_schemas()
    for entry in files(CASES / case / "content"):
        document = read_document(entry.file.read_bytes(), entry, SITE)
        if not document.tree.is_whole or not document.tree.keys:
            continue
        codes = {finding.code for finding in document.diagnostics}
        values = document.tree.values
        is_right = Draft202012Validator(schemas[schema_name(entry)]).is_valid(values)
        if codes <= ONLY_THE_LOADER or case in JUDGED_BY_CALENDAR:
            continue
        assert not is_right, f"{entry.path} has {sorted(codes)}"


def test_one_way_to_reach_a_person_is_enough() -> None:
    """The schema of contacts asks for any of the three, as the loader does."""
    validator = Draft202012Validator(json_schemas()["contact"])
    assert not validator.is_valid(parse("name: Jana", "a.yml").values)
    assert validator.is_valid(parse("name: Jana\nemail: jana@studio.example", "a.yml").values)
