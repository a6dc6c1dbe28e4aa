"""The media type of every kind of file that a site consists of, by its name."""

from pathlib import PurePosixPath

from aushang.outputs import media


def media_type(path: str) -> str:
    """With the charset where the type wants one; JSON has none (RFC 8259, section 11)."""
    ending = PurePosixPath(path).suffix.lower()
    return media.SITE_TYPES.get(ending) or media.media_type(path)
