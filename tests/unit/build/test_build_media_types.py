"""The media types of the site's files."""

import pytest

from aushang.build.media_types import media_type


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("posts.rss", "application/rss+xml; charset=utf-8"),
        ("posts.atom", "application/atom+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("index.json", "application/json"),
        ("aushang.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("plan.svg", "image/svg+xml"),
        ("plan.PNG", "image/png"),
        ("plan.webp", "image/webp"),
        ("preise.pdf", "application/pdf"),
        ("file.unknown", "application/octet-stream"),
    ],
)
def test_media_types_are_those_of_the_web(name: str, expected: str) -> None:
    """Text says its charset; JSON has none (RFC 8259, section 11)."""
    assert media_type(name) == expected
