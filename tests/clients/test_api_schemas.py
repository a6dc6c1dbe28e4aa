"""Every file of the API against the schema that is published beside it."""

import json
import subprocess
import sys
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.booked_dates import make_availability, make_slot
from tests.factories import (
    NOW,
    by_path,
    make_bilingual_post,
    make_body,
    make_contact,
    make_location,
    make_posts,
    make_publication,
    make_service,
    make_text,
    make_update,
)
from tests.plain_words import WORDS

from aushang.model import Localised, RelatedLink, SpecialHours
from aushang.model.api import SCHEMAS
from aushang.outputs import api
from aushang.outputs.api.documents import DOCUMENTS

REPOSITORY = Path(__file__).parents[2]
DESCRIPTIONS = {"api/v1/openapi.json"}
ROOT = "https://aktuell.kraftraum.example/"


def publications():
    """Usual content, each kind of object, nothing, many posts, and as little as there may be."""
    bare = make_bilingual_post(
        services=(), locations=(), effect=None, contact="", texts={"de": make_text()}
    )
    nothing = Localised({})
    day = SpecialHours(
        day=date(2026, 12, 31),
        intervals=((time(8), time(14)),),
        reason=Localised({"de": "Silvester"}),
    )
    rich = make_bilingual_post(
        updated=NOW,
        updates=(make_update(NOW, english="Done."),),
        links=(RelatedLink("Amt", "https://amt.example/", "https://amt.example/"),),
        tags=("sauna",),
    )
    return {
        "usual": make_publication(),
        "rich": make_publication(
            [rich],
            services={
                "sauna": make_service(about={"de": make_body("Dampf")}),
                "kurse": make_service("kurse", "Kurse"),
            },
            availability=(booked("mitte", "sauna"), booked("", "kurse")),
            locations={"mitte": make_location(special_hours=(day,))},
        ),
        "empty": make_publication([], services={}, locations={}, contacts={}),
        "many": make_publication(make_posts(70)),
        "bare": make_publication(
            [bare],
            services={"sauna": make_service(summary=nothing)},
            locations={
                "mitte": make_location(address=None, phone="", email="", hours=(), contact="")
            },
            contacts={"jana-weiss": make_contact(phone="", role=nothing, hours=nothing)},
        ),
    }


def booked(location, service):
    """A date that is free, one that is not, and one to ask for."""
    slots = (
        make_slot(
            NOW + timedelta(days=left or 0),
            left,
            maximum=left and 9,
            name="Aufguss" if left else "",
        )
        for left in (None, 0, 2)
    )
    return make_availability(*slots, service=service, location=location, as_of=NOW)


def files(publication):
    """The API's files by path, read as JSON."""
    found = by_path(api.render(publication, WORDS))
    return {path: json.loads(data) for path, data in found.items()}


@pytest.mark.parametrize("name", publications())
def test_every_file_meets_its_published_schema(name):
    """Each file names its schema, the schema is there, and the file meets it."""
    found = files(publications()[name])
    for path, document in found.items():
        if path not in DESCRIPTIONS and "/schema/" not in path:
            schema = found[document["links"]["describedby"].removeprefix(ROOT)]
            validator = Draft202012Validator(schema, format_checker=FormatChecker())
            assert [error.message for error in validator.iter_errors(document)] == [], path


@pytest.mark.parametrize("name", publications())
def test_every_object_is_written_as_it_is_defined(name):
    """No key is missing, none is unknown, and they stand in the order of the definition."""
    found = files(publications()[name])
    for path, document in found.items():
        if path not in DESCRIPTIONS and "/schema/" not in path:
            schema = found[document["links"]["describedby"].removeprefix(ROOT)]
            for keys, defined in objects(document, schema, schema["$defs"]):
                assert keys == defined, path


def test_the_schemas_are_those_of_the_types():
    """Run tools/api_schemas after a change."""
    tool = [sys.executable, str(REPOSITORY / "tools" / "api_schemas"), "--print"]
    made = subprocess.run(tool, check=True, capture_output=True).stdout.decode()
    assert made == SCHEMAS.read_text(encoding="utf-8")


def test_every_schema_is_json_schema_2020_12_under_its_own_address():
    """The schemas are valid themselves and say where they stand."""
    found = files(make_publication())
    schemas = {path: data for path, data in found.items() if "/schema/" in path}
    assert {path.rpartition("/")[2] for path in schemas} == {f"{name}.json" for name in DOCUMENTS}
    for path, schema in schemas.items():
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["$id"] == ROOT + path
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("api/v1/index.json", {"revision": None}),
        ("api/v1/index.json", {"links": {}}),
        ("api/v1/services.json", {"data": [{"id": "sauna"}]}),
        ("api/v1/posts/index.json", {"data": {}}),
        ("api/v1/posts/2026-11-20-sauna-mitte.json", {"data": {"id": "x"}}),
    ],
)
def test_the_schemas_refuse_what_is_wrong(path, change):
    """The schemas can fail: a missing field or another type is refused."""
    found = files(make_publication())
    document = found[path]
    schema = found[document["links"]["describedby"].removeprefix(ROOT)]
    assert Draft202012Validator(schema).is_valid(document)
    assert not Draft202012Validator(schema).is_valid(document | change)


def test_words_stay_open_and_say_what_to_do_with_unknown_ones():
    """A new type breaks no app: the schema takes any string, and names the rule for it."""
    found = files(make_publication())
    document = found["api/v1/posts/2026-11-20-sauna-mitte.json"]
    schema = found["api/v1/schema/post.json"]
    document["data"]["type"] = "festival"
    assert Draft202012Validator(schema).is_valid(document)
    field = schema["$defs"]["Post"]["properties"]["type"]
    assert field["type"] == "string"
    assert "reopening" in field["examples"]
    assert field["description"] == (
        "What kind of change. Treat a value that you do not know as `news`."
    )


def test_every_link_of_the_index_leads_to_a_file():
    """From the index an app reaches everything that was written, newest posts included."""
    found = files(make_publication())
    index = found["api/v1/index.json"]
    reached = set(leaves(index["links"])) | set(leaves(answers(found, "posts")["links"]))
    for name in ("posts", "availability"):
        reached |= {one["file"] for one in answers(found, name)["data"]}
    reached.remove(f"{ROOT}statuspage/api/v2/summary.json")
    assert {url.removeprefix(ROOT) for url in reached} == set(found)


def test_every_url_of_the_api_is_absolute_and_ascii():
    """What the schema calls a URI is one: whole, and percent-encoded where it must be."""
    for path, document in files(make_publication()).items():
        if path not in DESCRIPTIONS and "/schema/" not in path:
            found = list(leaves(document["links"]))
            assert found
            for url in found:
                assert url.startswith(ROOT), f"{path}: {url}"
                assert url.isascii()


def answers(found, name):
    """The file behind a link of the index."""
    return found[found["api/v1/index.json"]["links"][name].removeprefix(ROOT)]


def objects(value, schema, definitions):
    """The keys of each object and those that its schema defines, in their orders."""
    if "anyOf" in schema:
        schema = schema["anyOf"][0]  # the second is null
    if "$ref" in schema:
        schema = definitions[schema["$ref"].removeprefix("#/$defs/")]
    if isinstance(value, list):
        for inner in value:
            yield from objects(inner, schema["items"], definitions)
    elif isinstance(value, dict):
        if "properties" in schema:
            required = schema["required"]
            yield (
                list(value),
                [key for key in schema["properties"] if key in required or key in value],
            )
        for key, inner in value.items():
            of_key = schema.get("properties", {}).get(key) or schema["additionalProperties"]
            yield from objects(inner, of_key, definitions)


def leaves(value):
    """Every address below `links`; a feed's title, language and stream are none, nor is a count."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in {"title", "language", "stream"}:
                yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    elif isinstance(value, str):
        yield value
