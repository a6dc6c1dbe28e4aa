"""What the compiler of schemas knows, and that it refuses all else."""

import json
import re

import pytest

from aushang.checks.written.schema.compiler import compiled
from aushang.checks.written.schema.formats import is_date, is_date_time, is_uri
from aushang.model.api import SCHEMAS
from aushang.model.statuspage import SCHEMAS as OF_STATUSPAGE

PUBLISHED = {
    f"{file.stem}: {name}": schema
    for file in (SCHEMAS, OF_STATUSPAGE)
    for name, schema in json.loads(file.read_bytes()).items()
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_schema_that_we_publish_is_understood(name: str) -> None:
    """Not one of its keywords is passed over."""
    judge = compiled(PUBLISHED[name])
    assert judge(None)


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ({}, "no type that is known: {}"),
        ({"type": ["string", "null"]}, "no type that is known: {'type': ['string', 'null']}"),
        ({"type": "number"}, "no type that is known: {'type': 'number'}"),
        (
            {"type": "string", "minLength": 1, "maxLength": 2},
            "keywords that are not known for “string”: maxLength, minLength",
        ),
        ({"type": "integer", "minimum": 1}, "keywords that are not known for “integer”: minimum"),
        ({"type": "array", "minItems": 1}, "keywords that are not known for “array”: minItems"),
        (
            {"type": "object", "items": {"type": "string"}},
            "keywords that are not known for “object”: items",
        ),
        ({"type": "string", "format": "email"}, "a format that is not known: email"),
        (
            {"type": "string", "format": "date", "pattern": "2"},
            "a format and a pattern at once: date, 2",
        ),
        ({"$ref": "other.json"}, "a reference to another place than #/$defs/…: other.json"),
        ({"anyOf": [{"const": 1}]}, "no type that is known: {'const': 1}"),
        (
            {"type": "array", "items": {"type": "object", "properties": {"a": {"not": {}}}}},
            "no type that is known: {'not': {}}",
        ),
    ],
)
def test_what_is_not_known_is_refused(schema: dict[str, object], message: str) -> None:
    """At once, not when a file is judged."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        compiled(schema)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20T09:00:00+01:00", True),
        ("2026-11-20T09:00:00.5Z", True),
        ("2016-12-31T23:59:60+00:00", True),
        ("2026-11-20T09:00:00+24:00", False),
        ("2026-11-20T09:00:00+01:60", False),
        ("2026-11-20T24:00:00+01:00", False),
        ("2026-11-20T09:00:00", False),
        ("2026-11-20 09:00:00Z", False),
        (" 2026-11-20T09:00:00Z", False),
        ("2026-11-20T09:00:00Z\n", False),
        ("2026-11-31T09:00:00Z", False),
        ("٢٠٢٦-11-20T09:00:00Z", False),
    ],
)
def test_dates_with_a_time(*, text: str, expected: bool) -> None:
    """RFC 3339, in ASCII, and nothing around it."""
    assert is_date_time(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20", True),
        ("2026-02-29", False),
        ("20261120", False),
        ("2026-W47-5", False),
        ("2026-11-20T00:00:00Z", False),
    ],
)
def test_days(*, text: str, expected: bool) -> None:
    """`full-date` of RFC 3339, and a day that there is."""
    assert is_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/%C3%A4?b=[c]#d", True),
        ("tag:a.example,2026:b", True),
        ("/a/", False),
        ("", False),
        ("https://a.example/ä", False),
        ("https://a.example/a b", False),
        ("https://a.example/100%", False),
        ("https://a.example/%zz", False),
        ("1a:b", False),
    ],
)
def test_addresses(*, text: str, expected: bool) -> None:
    """Whole, and with nothing in them that must be percent-encoded."""
    assert is_uri(text) == expected


def test_lists_that_come_again_are_judged_alike() -> None:
    """What was fine once is fine again; what looks like it to Python is judged by itself."""
    judge = compiled({"type": "array", "items": {"type": "integer"}})
    for _ in range(2):
        assert not judge([1, 1])
        assert [miss.path for miss in judge([1, True])] == [("1",)]
        assert not judge([])
        assert [miss.wanted for miss in judge({})] == ["a list"]


def test_many_lists_are_forgotten_and_judged_again() -> None:
    """The memory has a bound, and what was forgotten is no fault."""
    judge = compiled({"type": "array", "items": {"type": "integer"}})
    for number in [*range(1200), 0, 1199]:
        assert not judge([number])
        assert len(judge([str(number)])) == 1


@pytest.mark.parametrize(
    ("schema", "wanted"),
    [
        ({"type": "string", "enum": ["none", "minor"]}, "one of none, minor"),
        ({"type": "string", "const": "none"}, "one of none"),
    ],
)
def test_closed_lists_of_words(schema: dict[str, object], wanted: str) -> None:
    """A word that is not on the list is told with the list, also where an object holds it."""
    judge = compiled(schema)
    assert not judge("none")
    assert [miss.wanted for miss in judge("None")] == [wanted]
    assert [miss.wanted for miss in judge(None)] == [wanted]
    holder = compiled({"type": "object", "properties": {"a": schema}})
    assert not holder({"a": "none"})
    assert [(miss.path, miss.wanted) for miss in holder({"a": "major"})] == [(("a",), wanted)]
