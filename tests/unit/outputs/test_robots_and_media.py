"""The robots file, and files that are published unchanged."""

from pathlib import Path

import pytest
from tests.factories import make_publication, make_site

from aushang.model import Kind, MediaFile
from aushang.outputs import media, robots


def test_the_robots_file_names_the_sitemap():
    """Everything may be read; the sitemap's address is whole."""
    (artifact,) = robots.render(make_publication(site=make_site(url="https://a.example/news/")))
    assert artifact.path == "robots.txt"
    assert artifact.data.decode() == (
        "User-agent: *\nAllow: /\n\nSitemap: https://a.example/news/sitemap.xml\n"
    )


def test_a_media_file_is_published_under_its_path_unchanged():
    """Bytes come from the reader that is handed in; the author's file is named as the source."""
    file = MediaFile(Path("/p/content/media/Plan.PDF"), "media/Plan.PDF", "content/media/Plan.PDF")
    (artifact,) = media.render(make_publication(media=(file,)), lambda path: str(path).encode())
    assert artifact.path == "media/Plan.PDF"
    assert artifact.data == b"/p/content/media/Plan.PDF"
    assert artifact.media_type == "application/pdf"
    assert artifact.kind is Kind.ASSET
    assert artifact.sources == ("content/media/Plan.PDF",)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("media/a.webp", "image/webp"),
        ("media/a.JPG", "image/jpeg"),
        ("media/a.svg", "image/svg+xml"),
        ("media/a.exe", "application/octet-stream"),
        ("media/README", "application/octet-stream"),
    ],
)
def test_a_media_type_follows_from_the_name(path, expected):
    """The same on every system, whatever its own table says; unknown files are downloads."""
    assert media.media_type(path) == expected
