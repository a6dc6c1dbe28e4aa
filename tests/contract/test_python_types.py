"""Models that `datamodel-code-generator` makes of our description load every file that we write."""

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel, ValidationError

from aushang.model.api import SCHEMAS

OPTIONS = [
    *("--input-file-type", "openapi", "--output-model-type", "pydantic_v2.BaseModel"),
    *("--target-python-version", "3.11", "--formatters", "builtin", "--disable-warnings"),
]
TITLES = {name: schema["title"] for name, schema in json.loads(SCHEMAS.read_text("utf-8")).items()}


@pytest.fixture(scope="module")
def models(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The module that it wrote."""
    file = tmp_path_factory.mktemp("models") / "aushang_api.py"
    program = [Path(sys.executable).with_name("datamodel-codegen"), *OPTIONS]
    description = sample / "api/v1/openapi.json"
    subprocess.run([*program, "--input", description, "--output", file], check=True)
    spec = spec_from_file_location("aushang_api", file)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["aushang_api"] = module  # where pydantic looks for names of types
    spec.loader.exec_module(module)
    return module


def model_of(document: dict, models: ModuleType) -> type[BaseModel]:
    """The one that the file's schema became."""
    name = document["links"]["describedby"].rpartition("/")[2].removesuffix(".json")
    model: type[BaseModel] = getattr(models, TITLES[name])
    return model


def test_every_file_of_the_sample_loads(models: ModuleType, sample: Path) -> None:
    """And says the same when it is written again."""
    met = set()
    for file in (sample / "api/v1").rglob("*.json"):
        document = json.loads(file.read_bytes())
        if "links" not in document:
            continue
        model = model_of(document, models)
        loaded = model.model_validate(document)
        met.add(model.__name__)
        assert loaded.model_dump(mode="json", exclude_unset=True).keys() == document.keys(), file
    assert met == set(TITLES.values())


def test_files_for_statuspage_load(models: ModuleType, sample: Path) -> None:
    """By the models that carry the name."""
    summary = (sample / "statuspage/api/v2/summary.json").read_bytes()
    assert models.StatuspageSummaryDocument.model_validate_json(summary).components


def test_words_stay_open(models: ModuleType, sample: Path) -> None:
    """A new type does not stop an app, a missing field does."""
    file = next(iter((sample / "api/v1/posts").glob("2026-*.json")))
    document = json.loads(file.read_bytes())
    document["data"]["type"] = "festival"
    assert models.PostDocument.model_validate(document).data.type == "festival"
    del document["data"]["published"]
    with pytest.raises(ValidationError, match="published"):
        models.PostDocument.model_validate(document)
