"""A web app manifest refers to its icons and pages, relative to itself."""

import pytest
from tests.factories import make_site

from aushang.checks.written import facts_of

TYPE = "application/manifest+json; charset=utf-8"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"start_url": "./", "icons": [{"src": "a.png"}]}', ["./", "a.png"]),
        ('{"shortcuts": [{"url": "/b/", "icons": [{"src": "c.png"}]}]}', ["/b/", "c.png"]),
        ('{"screenshots": [{"src": "d.png"}, "e.png", 1], "icons": {}}', ["d.png"]),
        ('{"name": "a.png", "url": 1, "src": ""}', []),
        ("[]", []),
    ],
)
def test_references(text: str, expected: list[str]) -> None:
    """What the standard calls a URL, and nothing else."""
    facts = facts_of(TYPE, text.encode(), make_site().url)
    assert [found.url for found in facts.references] == expected


def test_what_is_no_json() -> None:
    """The fault is told as that of any JSON file."""
    facts = facts_of(TYPE, b"{", make_site().url)
    assert facts.fault
    assert not facts.references
