"""`openapi.json` describes every file that is written, and nothing else; programs can read it."""

import json
import re

import pytest
from openapi_spec_validator import validate
from tests.contract.conftest import ADDRESS
from tests.factories import make_publication, make_site
from tests.plain_words import WORDS

from aushang.model.api import API_VERSION
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.openapi import openapi_file
from aushang.outputs.api.paths import ADDRESSES


@pytest.fixture(scope="module")
def description(sample):
    """The one of the sample."""
    return json.loads((sample / "api/v1/openapi.json").read_bytes())


def test_the_description_is_openapi_3_1(description):
    """By the specification's own schema; it names the site and the version."""
    validate(description)
    assert description["openapi"] == "3.1.0"
    assert description["info"]["version"] == API_VERSION
    assert description["servers"] == [{"url": ADDRESS.rstrip("/")}]


def test_every_file_is_described_and_every_path_is_of_files(description, sample):
    """Posts, pages, Statuspage's files: each JSON file of the API matches exactly one path."""
    patterns = {
        path: re.compile("[^/]+".join(re.escape(part) for part in re.split(r"\{\w+\}", path)))
        for path in description["paths"]
    }
    files = [
        f"/{file.relative_to(sample).as_posix()}"
        for folder in ("api", "statuspage")
        for file in (sample / folder).rglob("*.json")
    ]
    plain = {file for file in files if file in patterns}
    found = {
        file: [file]
        if file in plain
        else [path for path, one in patterns.items() if one.fullmatch(file)]
        for file in files
    }
    assert [file for file, paths in found.items() if len(paths) != 1] == []
    reached = {path for paths in found.values() for path in paths}
    # The sample has few changes, so that no page of them is full.
    assert set(patterns) - reached <= {"/api/v1/changes/full/{page}-{mark}.json"}


def test_every_operation_says_what_a_client_has_to_know(description):
    """A name of its own, a meaning, each part of its path, the version to ask again with."""
    names = []
    for path, item in description["paths"].items():
        operation = item["get"]
        names.append(operation["operationId"])
        assert operation["description"]
        told = {one["name"] for one in operation["parameters"] if "name" in one}
        assert told == set(re.findall(r"\{(\w+)\}", path))
        assert set(operation["responses"]) == {"200", "304", "404"}
        assert operation["responses"]["200"]["headers"]["ETag"]
    assert len(names) == len(set(names))


def test_open_lists_say_how_to_read_an_unknown_word(description):
    """Whoever makes an enumeration of them knows that it may grow, and what to do then."""

    def lists(part):
        if isinstance(part, dict):
            if "x-extensible-enum" in part:
                yield part
            for inner in part.values():
                yield from lists(inner)
        elif isinstance(part, list):
            for inner in part:
                yield from lists(inner)

    schemas = description["components"]["schemas"]
    found = [
        one
        for name, schema in schemas.items()
        if not name.startswith("Statuspage")
        for one in lists(schema)
    ]
    assert len(found) > 6
    for one in found:
        assert one["x-extensible-enum"] == one["examples"]
        assert "unknown" in one["description"] or "do not know" in one["description"]


def test_a_site_without_the_files_for_statuspage_does_not_describe_them():
    """And one that has them elsewhere says where."""
    for base, expected in ((None, 0), ("zustand", 8)):
        publication = make_publication(site=make_site(statuspage=base))
        file = openapi_file(Directory(publication, WORDS))
        description = json.loads(file.data)
        validate(description)
        paths = [path for path in description["paths"] if path.startswith("/zustand/api/v2/")]
        assert len(paths) == expected
        assert len(description["paths"]) == len(ADDRESSES) + expected
