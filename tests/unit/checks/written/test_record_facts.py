"""JSON is read strictly; every string that is an address of ours is a reference."""

import pytest

from aushang.checks.written.facts import Fault
from aushang.checks.written.records import record_facts

SITE = "https://a.example/"


def test_addresses_wherever_they_stand() -> None:
    """Nested objects and lists are walked; templates of addresses and other hosts are not ours."""
    facts = record_facts(
        b"""{"url": "https://a.example/x/", "feeds": [{"rss": "https://a.example/f.rss"}],
        "template": "https://a.example/api/{id}.json", "docs": "https://b.example/",
        "text": "siehe https://a.example/y/", "html": "<a href='https://a.example/z/'>z</a>",
        "number": 1, "nothing": null}""",
        SITE,
    )
    assert {tuple(reference) for reference in facts.references} == {
        ("https://a.example/x/", "url"),
        ("https://a.example/f.rss", "rss"),
        ("https://a.example/z/", "a"),
    }


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"content_html": "Mehr <a href=\'z/\'>dazu</a>"}', {("z/", "a")}),
        (b'{"text": "<p>Mehr <a href=\'z/\'>dazu</a></p>"}', {("z/", "a")}),
        (b"{\"text\": \"A link: <a href='z/'>, a picture: <img src='z.png'>\"}", set()),
    ],
)
def test_markup_and_lessons_on_it(data: bytes, expected: set[tuple[str, str]]) -> None:
    """An index for a search holds texts in which tags are words."""
    assert {tuple(one) for one in record_facts(data, SITE).references} == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"a": 1,\n}', Fault("illegal trailing comma before end of object", 1, 8)),
        (b'{"a": NaN}', Fault("NaN is no JSON number")),
        (b'{"a": -Infinity}', Fault("-Infinity is no JSON number")),
        (b'{"a": "\xff"}', Fault("byte 8 is not UTF-8")),
        (b"", Fault("expecting value", 1, 1)),
        (b"\xef\xbb\xbf{}", Fault("unexpected UTF-8 BOM (decode using utf-8-sig)", 1, 1)),
    ],
)
def test_what_a_strict_parser_refuses(data: bytes, expected: Fault) -> None:
    """The place is named where there is one."""
    fault = record_facts(data, SITE).fault
    assert fault is not None
    if expected.reason.startswith("illegal"):  # the words differ between versions of Python
        assert fault.line in {1, 2}
    else:
        assert fault == expected


def test_depth_is_a_fault_and_no_crash() -> None:
    """A nest deeper than the parser goes is refused like any other fault."""
    assert record_facts(b"[" * 200_000, SITE).fault is not None


@pytest.mark.parametrize("updates", ["7", '"ab"', '{"a": 1}', "[7]", "null"])
def test_updates_of_another_program_may_be_anything(updates: str) -> None:
    """What has our names for fields is not therefore ours."""
    data = f'{{"data": {{"guid": "a", "updates": {updates}}}}}'
    assert record_facts(data.encode(), SITE).fault is None


@pytest.mark.parametrize("data", [b'["\\ud800"]', b"[" * 300 + b"]" * 300])
def test_what_only_the_faster_parser_refuses(data: bytes) -> None:
    """Half a pair of code units and a deep nest are JSON by the standard."""
    assert record_facts(data, SITE).fault is None
