"""JSON-LD refers by the keys that name pages and pictures; names are no links."""

import pytest

from aushang.checks.written.linked_data import linked_data_references


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{"url": "/a/", "image": ["https://a.example/b.png", "/c.png"]}',
            ["/a/", "https://a.example/b.png", "/c.png"],
        ),
        ('{"publisher": {"logo": {"@type": "ImageObject", "url": "/a.png"}}}', ["/a.png"]),
        ('[{"@graph": [{"url": "/a/"}]}, {"url": "/b/"}]', ["/a/", "/b/"]),
        ('{"@context": "https://schema.org", "@id": "https://a.example/#x"}', []),
        ('{"description": "/a/", "name": "https://a.example/"}', []),
        ('{"url": "Kurse", "image": 1, "logo": null}', []),
        ('{"target": {"urlTemplate": "https://a.example/?q={q}"}}', []),
        ('{"url": "/a/"', []),
        ("", []),
        ("[" * 100_000, []),
    ],
)
def test_addresses(text: str, expected: list[str]) -> None:
    """Nested or listed, in any order; what is no JSON refers to nothing."""
    assert [found.url for found in linked_data_references(text)] == expected
