"""A file of the API is held to the schema that it names; what is wrong is told with its place."""

import json
from pathlib import Path

import pytest
from tests.factories import make_publication, make_site
from tests.plain_words import WORDS
from tests.written import write_site

from aushang.checks.runner import check_artifacts
from aushang.checks.written.facts import Flaw
from aushang.checks.written.records import record_facts
from aushang.model.api import API_VERSION, SCHEMAS
from aushang.outputs import api
from aushang.outputs.api.documents import DOCUMENTS

SITE = make_site().url
POST = "api/v1/posts/2026-11-20-sauna-mitte.json"


def files() -> dict[str, bytes]:
    """What we write for the usual publication."""
    return {one.path: one.data for one in api.render(make_publication(), WORDS)}


def flaws_of(content: object) -> list[Flaw]:
    """The flaws of a file with this content, written as we write."""
    data = json.dumps(content, indent=2, ensure_ascii=False).encode()
    return [flaw for flaw in record_facts(data, SITE).flaws if flaw.code == "AU317"]


def reasons(content: object) -> list[str]:
    """What is wrong with the content."""
    return [flaw.reason for flaw in flaws_of(content)]


def test_what_we_write_is_as_promised() -> None:
    """No file of the API has a flaw, and each is judged: without its data all have one."""
    described = [one for one in map(json.loads, files().values()) if "links" in one]
    assert len(described) == len(files()) - len(DOCUMENTS) - 1  # the schemas and openapi.json
    for content in described:
        assert flaws_of(content) == []
        assert flaws_of(content | {"items" if "items" in content else "data": None})


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        (
            ["data", "published"],
            "20.11.2026",
            (
                '`data.published` is "20.11.2026"; '
                "expected a date and time such as 2026-11-20T09:00:00+01:00"
            ),
        ),
        (
            ["data", "ends"],
            "2026-02-30T09:00:00Z",
            (
                '`data.ends` is "2026-02-30T09:00:00Z"; '
                "expected a date and time such as 2026-11-20T09:00:00+01:00 or null"
            ),
        ),
        (["data", "is_pinned"], 1, "`data.is_pinned` is 1; expected true or false"),
        (
            ["generated_from", "files"],
            True,
            "`generated_from.files` is true; expected a whole number",
        ),
        (
            ["generated_from", "files"],
            1.5,
            "`generated_from.files` is 1.5; expected a whole number",
        ),
        (["revision"], None, "`revision` is null; expected a text"),
        (["data", "tags"], {}, "`data.tags` is an object; expected a list"),
        (["data", "contact"], [], "`data.contact` is a list; expected an object or null"),
        (
            ["links", "self"],
            "/a/",
            (
                '`links.self` is "/a/"; '
                "expected a whole address such as https://kraftraum.example/sauna/"
            ),
        ),
        (["data", "texts", "de", "title"], 7, "`data.texts.de.title` is 7; expected a text"),
        (["data", "updates", 0, "id"], 7, "`data.updates.0.id` is 7; expected a text"),
        (
            ["links", "describedby"],
            "https://a.example/",
            (
                '`links.describedby` is "https://a.example/"; expected the address of one of the '
                f"schemas {', '.join(sorted(f'{name}.json' for name in DOCUMENTS))}"
            ),
        ),
    ],
)
def test_a_value_that_was_not_promised(place: list[str | int], value: object, reason: str) -> None:
    """The finding names the way to it, what stands there and what should."""
    content = owner = json.loads(files()[POST])
    for step in place[:-1]:
        owner = owner[step]
    owner[place[-1]] = value
    assert reasons(content) == [reason]


def test_times_of_day_and_days() -> None:
    """Opening hours and special days are promised in one form."""
    content = json.loads(files()["api/v1/locations.json"])
    place = content["data"][0]
    place["hours"] = [{"opens": "6.30", "closes": "22:00", "weekday": 1}]
    place["special_hours"] = [{"date": "31.12.2026", "intervals": [], "reason": {}}]
    assert reasons(content) == [
        r'`data.0.hours.0.opens` is "6.30"; expected a text such as ^\d{2}:\d{2}$',
        '`data.0.special_hours.0.date` is "31.12.2026"; expected a date such as 2026-11-20',
    ]


def test_what_is_missing() -> None:
    """Whatever an object lacks is one finding."""
    content = json.loads(files()[POST])
    del content["data"]["guid"], content["data"]["type"], content["data"]["contact"]["name"]
    assert reasons(content) == ["`data` lacks `guid`, `type`", "`data.contact` lacks `name`"]
    del content["links"]
    assert reasons(content) == ["the file lacks `links.describedby`"]


def test_the_same_in_all_items_is_told_once() -> None:
    """Of a list that is wrong throughout, the first item is named and the others are counted."""
    content = json.loads(files()["api/v1/contacts.json"])
    person = content["data"][0]
    content["data"] = [person | {"phone": 1}, person | {"phone": 2}]
    first = "`data.0.phone` is 1; expected a text or null"
    assert reasons(content) == [f"{first} (and 1 more that is wrong in the same way)"]
    content["data"].append(person | {"phone": 3})
    assert reasons(content) == [f"{first} (and 2 more that are wrong in the same way)"]


def test_more_than_was_promised_is_no_fault() -> None:
    """Within a version fields may be added; no schema of ours forbids them."""
    content = json.loads(files()[POST])
    content["data"]["texts"]["de"]["audio"] = content["more"] = 7
    assert flaws_of(content) == []


@pytest.mark.parametrize(
    "content",
    [
        7,
        [],
        {},
        {"links": {"describedby": f"{SITE}api/v1/schema/post.json"}},
        {"data": [], "links": {"describedby": f"{SITE}api/v1/schema/post.json"}},
        {"api_version": "0.9", "revision": 7, "generated_from": 7},
        {"api_version": API_VERSION, "revision": 7},
        {"api_version": API_VERSION, "links": {"describedby": f"{SITE}api/v1/"}},
        {"api_version": API_VERSION, "links": {"describedby": 7}},
        {"api_version": API_VERSION, "links": ["describedby"]},
    ],
)
def test_what_is_none_of_ours_is_let_be(content: object) -> None:
    """Other JSON, even if it has some keys in common with ours, and other versions of the API."""
    assert flaws_of(content) == []


def test_a_finding_names_the_line_and_says_what_to_do(tmp_path: Path) -> None:
    """The line in the written file, and each cause once with all files that show it."""
    written = files()
    spoilt = written[POST].replace(b'"is_pinned": false', b'"is_pinned": "no"')
    assert spoilt != written[POST]
    site = write_site(tmp_path, written | {POST: spoilt, POST.replace("mitte", "ost"): spoilt})
    found = [one for one in check_artifacts(make_publication(), site) if one.code == "AU317"]
    line = spoilt[: spoilt.index(b'"is_pinned"')].count(b"\n") + 1
    assert [(one.location.path, one.location.line, one.message, one.hint) for one in found] == [
        (
            POST,
            line,
            'is not what its schema promises: `data.is_pinned` is "no"; expected true or false',
            "build the file again; what changes it afterwards must keep to the schema",
        )
    ]
    assert found[0].pages == (POST, POST.replace("mitte", "ost"))


def test_what_nests_deeply_stops_nobody() -> None:
    """A value beside the fault that is deeper than can be read costs the line and no more."""
    for depth in range(150, 1100, 10):
        deep = "[" * depth + "]" * depth
        head = f'{{"api_version": "{API_VERSION}", "revision": 1, "generated_from": {deep}, '
        links = f'"links": {{"describedby": "{SITE}api/v1/schema/post.json"}}}}'
        facts = record_facts((head + links).encode(), SITE)
        assert facts.fault or facts.flaws


def test_the_schemas_lie_beside_their_module() -> None:
    """They travel with the package."""
    assert json.loads(SCHEMAS.read_bytes()).keys() == DOCUMENTS.keys()
