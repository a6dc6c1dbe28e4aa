"""An update breaks no app: what earlier versions of the API promised, this one still keeps.

`<version>/` holds what was recorded of a version: its schemas, files that it wrote, and an app of
its time; `publication/` is the content that they were made of. Nothing in there is ever edited; a
new version gets a folder of its own.
"""

import json
import shutil
from copy import deepcopy
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from jsoncompat import check_compat
from jsonschema import Draft202012Validator
from tests.contract.comparison import broken
from tests.contract.conftest import ADDRESS, files_below
from tests.integration.sites import aushang

from aushang.model.api import API_VERSION, SCHEMAS

HERE = Path(__file__).parent
VERSIONS = sorted(file.parent.name for file in HERE.glob("*/schemas.json"))
RECORDED = "https://aktuell.kraftraum.example/news/api/v1/"
NOW = json.loads(SCHEMAS.read_text(encoding="utf-8"))


def schemas_of(version):
    """The schemas that a version published."""
    return json.loads((HERE / version / "schemas.json").read_text(encoding="utf-8"))


def reader_of(version):
    """The app of that time."""
    file = HERE / version / "reader.py"
    spec = spec_from_file_location(f"reader_of_{version.replace('.', '_')}", file)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_released_version_is_on_record():
    """Whoever raises the version records the one before it."""
    major, minor = API_VERSION.split(".")
    assert [f"{major}.{earlier}" for earlier in range(int(minor))] == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_an_app_of_its_time_reads_the_files_of_its_time(version):
    """The recorded reader is one that works: it finds what is known of the recorded site."""
    get = files_below(HERE / version / "files", RECORDED)
    found = reader_of(version).read(get, f"{RECORDED}index.json")
    assert found["site"]["posts"] == len(found["posts"]) >= 6
    closed = found["posts"]["sauna-zu"]
    assert [one["status"] for one in closed["updates"]] == ["monitoring", "identified"]
    assert closed["texts"]["en"]["title"] == "The sauna is closed"
    assert [one["id"] for one in found["services"]] == ["sauna", "kurse"]


@pytest.mark.parametrize("version", VERSIONS)
def test_an_app_of_its_time_reads_what_is_written_today(version, sample):
    """The sample publication, from the index to the last post."""
    index = json.loads((sample / "api/v1/index.json").read_bytes())
    assert index["api_version"] == API_VERSION
    found = reader_of(version).read(files_below(sample, ADDRESS), f"{ADDRESS}api/v1/index.json")
    assert found["site"]["posts"] == len(found["posts"]) == 42
    assert set(found["schemas"]) >= set(schemas_of(version))


@pytest.fixture(scope="module")
def again(tmp_path_factory):
    """The publication of which files were recorded, built by the program of today."""
    root = tmp_path_factory.mktemp("again") / "news"
    shutil.copytree(HERE / "publication", root)
    run = aushang(root, "build", "--quiet", now="2026-11-21T20:00")
    assert run.returncode == 0, run
    return root / "site/api/v1"


@pytest.mark.parametrize("version", VERSIONS)
def test_an_app_of_its_time_sees_the_same_in_the_same_content(version, again):
    """No word of a post has another meaning than it had then."""
    read = reader_of(version).read
    was = read(files_below(HERE / version / "files", RECORDED), f"{RECORDED}index.json")
    now = read(files_below(again, RECORDED), f"{RECORDED}index.json")
    assert {id_: now["posts"][id_] for id_ in was["posts"]} == was["posts"]
    assert now["contacts"] == was["contacts"]


@pytest.mark.parametrize("version", VERSIONS)
def test_recorded_files_are_what_their_schemas_say(version):
    """The record is of one piece."""
    schemas = schemas_of(version)
    files = sorted((HERE / version / "files").rglob("*.json"))
    assert len(files) > 10
    for file in files:
        document = json.loads(file.read_bytes())
        name = document["links"]["describedby"].rpartition("/")[2].removesuffix(".json")
        assert document["api_version"] == version
        assert Draft202012Validator(schemas[name]).is_valid(document), file


@pytest.mark.parametrize("version", VERSIONS)
def test_the_schemas_of_today_keep_what_was_promised(version):
    """Two judges: `jsoncompat`, which asks whether every new file is an old one, and our own."""
    old = schemas_of(version)
    wider = [
        name
        for name in old
        if not check_compat(json.dumps(old[name]), json.dumps(NOW[name]), "serializer")
    ]
    assert wider == []
    assert broken(old, NOW) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_files_of_today_meet_the_schemas_of_that_time(version, sample):
    """Judged by a validator that knows nothing of us."""
    for name, schema in schemas_of(version).items():
        address = f"{ADDRESS}api/v1/schema/{name}.json"
        judge = Draft202012Validator(schema)
        files = [
            document
            for file in (sample / "api/v1").rglob("*.json")
            if (document := json.loads(file.read_bytes())).get("links", {}).get("describedby")
            == address
        ]
        assert files
        assert [error.message for one in files for error in judge.iter_errors(one)] == []


CASES = {
    "a field is dropped": (
        lambda post: drop(post, "guid"),
        ["post.data.guid is gone"],
    ),
    "a field is renamed": (
        lambda post: (post["properties"].update(kind={"type": "string"}), drop(post, "type")),
        ["post.data.type is gone"],
    ),
    "a required field becomes optional": (
        lambda post: post["required"].remove("modified"),
        ["post.data.modified may now be missing"],
    ),
    "a field has another type": (
        lambda post: post["properties"].update(is_pinned={"type": "integer"}),
        ["post.data.is_pinned may now be of type integer"],
    ),
    "a field may be null": (
        lambda post: post["properties"].update(
            published={"anyOf": [post["properties"]["published"], {"type": "null"}]}
        ),
        ["post.data.published may now be of type null"],
    ),
    "the items of a list have another type": (
        lambda post: post["properties"].update(tags={"type": "array", "items": {"type": "null"}}),
        ["post.data.tags[] may now be of type null"],
    ),
    "the values of a map have another type": (
        lambda post: post["properties"]["texts"].update(additionalProperties={"type": "string"}),
        ["post.data.texts{} may now be of type string"],
    ),
}
UNSEEN_BY_JSONCOMPAT = {
    "a time is no longer a time": (
        lambda post: post["properties"]["published"].pop("format"),
        ["post.data.published no longer has the format date-time"],
    ),
    "a word of an open list is renamed": (
        lambda post: post["properties"]["type"]["examples"].remove("closure"),
        ["post.data.type no longer knows closure"],
    ),
}


def drop(definition, name):
    """A field goes."""
    del definition["properties"][name]
    definition["required"].remove(name)


@pytest.mark.parametrize("case", CASES | UNSEEN_BY_JSONCOMPAT)
def test_a_change_that_breaks_apps_is_caught(case):
    """Both judges refuse it; what `jsoncompat` cannot see, our own comparison does."""
    change, expected = (CASES | UNSEEN_BY_JSONCOMPAT)[case]
    new = deepcopy(NOW)
    change(new["post"]["$defs"]["Post"])
    assert broken(NOW, new) == expected
    seen = not check_compat(json.dumps(NOW["post"]), json.dumps(new["post"]), "serializer")
    assert seen is (case in CASES)


def test_a_closed_list_that_grows_is_caught():
    """And one that shrinks, or that stays, is let pass."""
    old, wider = ({"type": "string", "enum": words} for words in (["a", "b"], ["a", "b", "c"]))
    assert broken({"x": old}, {"x": wider}) == ["x may now be more than a, b"]
    assert not check_compat(json.dumps(old), json.dumps(wider), "serializer")
    assert broken({"x": wider}, {"x": old}) == broken({"x": old}, {"x": old}) == []
    opened = ["x is no longer a closed list"]
    assert broken({"x": old}, {"x": {"type": "string"}}) == opened


def test_a_whole_file_that_goes_is_caught():
    """No field of it could be missed."""
    assert broken(NOW, {name: NOW[name] for name in NOW if name != "contacts"}) == [
        "contacts is gone"
    ]


@pytest.mark.parametrize("is_required", [True, False])
def test_what_only_adds_passes(is_required):
    """A new field, a new word of an open list, a new schema."""
    new = deepcopy(NOW)
    post = new["post"]["$defs"]["Post"]
    post["properties"]["mood"] = {"type": "string"}
    post["required"] += ["mood"] if is_required else []
    post["properties"]["type"]["examples"].append("festival")
    new["moods"] = {"type": "object"}
    assert broken(NOW, new) == []
    assert check_compat(json.dumps(NOW["post"]), json.dumps(new["post"]), "serializer")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("file", "spoil"),
    [
        ("index.json", lambda data: data.pop("time_zone")),
        ("posts/sauna-zu.json", lambda data: data.update(published=None)),
        ("posts/sauna-zu.json", lambda data: data.update(tags="bau")),
        ("posts/index.json", lambda data: data[0].pop("file")),
        ("contacts.json", lambda data: data[0].update(name=7)),
        ("locations.json", lambda data: data[0].pop("hours")),
    ],
)
def test_an_app_of_its_time_would_notice(version, file, spoil):
    """The readers can fail: each stops at a promise that is not kept."""
    reader, get = reader_of(version), files_below(HERE / version / "files", RECORDED)

    def spoilt(address):
        document = json.loads(get(address))
        if address == RECORDED + file:
            spoil(document["data"])
        return json.dumps(document).encode()

    with pytest.raises(reader.Broken):
        reader.read(spoilt, f"{RECORDED}index.json")


@pytest.mark.parametrize("version", VERSIONS)
def test_an_app_of_its_time_reads_words_that_it_does_not_know(version):
    """By the fallback that the reference gave."""
    reader, get = reader_of(version), files_below(HERE / version / "files", RECORDED)

    def strange(address):
        document = json.loads(get(address))
        for one in document["data"] if isinstance(document["data"], list) else [document["data"]]:
            one.update(type="festival", effect="damp", phase="paused", mood="merry")
            for update in one.get("updates", []):
                update["status"] = "shrugged off"
        return json.dumps(document).encode()

    post = reader.read(strange, f"{RECORDED}index.json")["posts"]["sauna-zu"]
    read = (post["type"], post["effect"], post["phase"], post["updates"][0]["status"])
    assert read == ("news", "restricted", "current", None)
