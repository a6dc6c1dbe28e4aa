"""The rules for Apache: for a `<Directory>` block, or as `.htaccess` in the published folder."""

from collections.abc import Iterator

from aushang.model import Site
from aushang.model.addresses import NOT_FOUND
from aushang.outputs.headers.rules import EVERYWHERE, HIDDEN, REST, Kind, kinds
from aushang.outputs.headers.spelling import (
    COMPRESSED,
    base,
    endings,
    expression,
    printed,
    told,
    with_charset,
)


def apache(site: Site) -> str:
    """The file, for Apache 2.4. Raises AushangError for a `site_url` that is in doubt."""
    start = base(site)
    lines = [
        "# Include it in the <Directory> of the published folder, or copy it there as .htaccess",
        "# where AllowOverride is All. Its modules: a2enmod headers deflate filter",
        "",
        *_folder(start),
        *_media_types(),
        *_compression(),
        "",
        f"# {REST.what}",
        *told(REST.headers, "Header set"),
        *told(EVERYWHERE, "Header always set"),
        *_kinds(site, start),
    ]
    return printed(site, "apache", lines)


def _folder(start: str) -> Iterator[str]:
    yield "Options -Indexes -MultiViews"
    yield "DirectoryIndex index.html"
    yield f'ErrorDocument 404 "{start}{NOT_FOUND}"'
    yield "FileETag MTime Size"
    hidden = "|".join(name.replace(".", r"\.") for name in HIDDEN)
    yield f'RedirectMatch 404 "/(?:{hidden})$"'


def _media_types() -> Iterator[str]:
    for media_type, names in endings().items():
        yield f"AddType {media_type} {' '.join(f'.{name}' for name in names)}"
    named = sorted(f".{name}" for each in with_charset() for name in endings()[each])
    yield f"AddCharset utf-8 {' '.join(named)}"


def _compression() -> Iterator[str]:
    """Apache marks the compressed answer `"…-gzip"`, and does not know it when it is asked for it.

    So the ending is taken off again (Apache bug 45023).
    """
    yield f"AddOutputFilterByType DEFLATE {' '.join(COMPRESSED)}"
    yield """RequestHeader edit* If-None-Match '-gzip"' '"'"""


def _kinds(site: Site, start: str) -> Iterator[str]:
    section = "If"
    for kind in kinds(site):
        yield ""
        yield f"# {kind.what}"
        # `#` bounds the expression; no path holds one.
        yield f'<{section} "%{{REQUEST_URI}} =~ m#{expression(kind.patterns, start)}#">'
        yield from (f"    {line}" for line in _of_kind(kind))
        yield f"</{section}>"
        section = "ElseIf"


def _of_kind(kind: Kind) -> Iterator[str]:
    if kind.media_type:
        yield f"ForceType {kind.media_type}"
    yield from told(kind.headers, "Header set")
