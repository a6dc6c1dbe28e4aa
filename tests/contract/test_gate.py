"""No file of the API is published that is not what its schema says: the gate judges each."""

import json
import shutil
from pathlib import Path

from tests.contract.conftest import ADDRESS
from tests.integration.sites import aushang

from aushang.model.api import API_VERSION

OTHERS = {"openapi.json"}
"""Files that are no documents: judged by programs that read OpenAPI."""


def documents(site: Path) -> dict[str, dict]:
    """Every document below `api/v1/`, by its path there."""
    folder = site / "api/v1"
    return {
        path: json.loads(file.read_bytes())
        for file in sorted(folder.rglob("*.json"))
        if (path := file.relative_to(folder).as_posix()) not in OTHERS
        and not path.startswith("schema/")
    }


def test_every_document_names_its_schema(sample):
    """The schema is one that is published beside it."""
    found = documents(sample)
    assert len(found) > 55
    for path, document in found.items():
        address = document["links"]["describedby"]
        assert address.startswith(f"{ADDRESS}api/v1/schema/"), path
        assert (sample / address.removeprefix(ADDRESS)).is_file(), path
        # The gate lets files of another version be: none of ours may say that it is one.
        assert document.get("api_version", API_VERSION) == API_VERSION


def test_a_wrong_value_in_any_of_them_is_found(sample, tmp_path):
    """A number where all have an address: one finding (AU317) that names every file."""
    folder = tmp_path / "site"
    shutil.copytree(sample, folder)
    shutil.copy(sample.parent / "mkdocs.yml", tmp_path)
    found = documents(folder)
    for path, document in found.items():
        document["links"]["index"] = 7
        (folder / "api/v1" / path).write_text(json.dumps(document, indent=2), encoding="utf-8")
    run = aushang(tmp_path, "check", "site", "--format", "json")
    assert run.returncode == 1
    (finding,) = json.loads(run.stdout)["findings"]
    assert finding["code"] == "AU317"
    assert finding["message"] == (
        "is not what its schema promises: `links.index` is 7; expected a whole address such as"
        " https://kraftraum.example/sauna/"
    )
    assert finding["pages"] == sorted(f"api/v1/{path}" for path in found)
