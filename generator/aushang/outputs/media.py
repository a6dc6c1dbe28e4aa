"""Pictures and downloads, published unchanged."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from aushang.model import Artifact, Kind, Publication

UNKNOWN = "application/octet-stream"

# A table of our own: the standard library's answer differs between systems.
MEDIA_TYPES = {
    ".avif": "image/avif",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".gif": "image/gif",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ogg": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
SITE_TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".pagefind": UNKNOWN,
    ".pf_fragment": UNKNOWN,
    ".pf_index": UNKNOWN,
    ".pf_meta": UNKNOWN,
    ".rss": "application/rss+xml; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""What else a site consists of; authors may not publish such files."""


def render(publication: Publication, read: Callable[[Path], bytes]) -> Iterator[Artifact]:
    """One artifact for each file; `read` fetches its bytes, since outputs touch no disk."""
    for media in publication.media:
        yield Artifact(
            path=media.site_path,
            media_type=media_type(media.site_path),
            data=read(media.file),
            kind=Kind.ASSET,
            sources=(media.source,),
        )


def media_type(path: str) -> str:
    """The media type by the name's ending; anything unknown is a download."""
    return MEDIA_TYPES.get(PurePosixPath(path).suffix.lower(), UNKNOWN)
