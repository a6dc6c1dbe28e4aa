"""The media type of every kind of file that a site consists of, by its name."""

from pathlib import PurePosixPath

from aushang.outputs import media

_TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


def media_type(path: str) -> str:
    """With the charset where the type wants one; JSON has none (RFC 8259, section 11)."""
    return _TYPES.get(PurePosixPath(path).suffix.lower()) or media.media_type(path)
