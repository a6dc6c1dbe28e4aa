"""A written site in a folder, for tests of what checks see."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.factories import make_site

from aushang.checks.written import WrittenFile, WrittenSite, facts_of
from aushang.model import Kind, Site

_TYPES = {
    ".html": ("text/html", Kind.PAGE),
    ".rss": ("application/rss+xml", Kind.FEED),
    ".atom": ("application/atom+xml", Kind.FEED),
    ".ics": ("text/calendar", Kind.FEED),
    ".xml": ("application/xml", Kind.ASSET),
    ".json": ("application/json", Kind.API),
    ".svg": ("image/svg+xml", Kind.ASSET),
    ".css": ("text/css", Kind.ASSET),
    ".webmanifest": ("application/manifest+json", Kind.ASSET),
}
_OTHER = ("application/octet-stream", Kind.ASSET)


def write_site(
    root: Path,
    files: Mapping[str, str | bytes],
    *,
    site: Site | None = None,
    sources: Mapping[str, tuple[str, ...]] | None = None,
    source: Callable[[str], str] | None = None,
) -> WrittenSite:
    """Write the files; kind and media type follow from the ending. Sources default to the path.

    A page that leads on by itself is a redirect, as it is in what we write and in a foreign folder.
    """
    site = site or make_site()
    described, facts = {}, {}
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        media_type, kind = _TYPES.get(file.suffix, _OTHER)
        facts[path] = facts_of(media_type, file.read_bytes(), site.url)
        if any(one.element == "refresh" for one in facts[path].references):
            kind = Kind.REDIRECT
        described[path] = WrittenFile(kind, media_type, (sources or {}).get(path, (path,)))
    return WrittenSite.of(described, facts, site, source=source)


def html(body: str = "", head: str = "") -> str:
    """A page that lacks nothing, with sentences of its own before and after `body`."""
    return (
        '<!doctype html><html lang="de"><head><title>Titel</title>'
        f'<meta name="description" content="Worum es geht.">{head}</head>'
        f"<body><main><h1>Titel</h1><p>Ein Satz.</p>{body}<p>Noch einer.</p></main></body></html>"
    )
