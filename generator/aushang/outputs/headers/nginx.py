"""The rules for nginx: locations to be included in a `server` block.

A location that adds a header inherits none, so each one says all of its own.
"""

from collections.abc import Iterator
from typing import Final

from aushang.model import Site
from aushang.model.addresses import NOT_FOUND
from aushang.outputs.headers.rules import EVERYWHERE, HIDDEN, MISSING, REST, Kind, kinds
from aushang.outputs.headers.spelling import (
    COMPRESSED,
    base,
    endings,
    expression,
    printed,
    sent,
    told,
    with_charset,
)
from aushang.outputs.media import UNKNOWN

_ADD: Final = "add_header"
_ALWAYS: Final = " always;"  # whatever the status is
_HTML: Final = "text/html"
"""Always compressed and told with its charset; to name it once more is a warning."""


def nginx(site: Site) -> str:
    """The file, for nginx 1.18 and newer. Raises AushangError for a `site_url` that is in doubt."""
    start = base(site)
    lines = [
        "# Include it in the `server` block of the host, which says `root`: the folder in which",
        f"# what was published lies as {start}",
        "",
        *_without_slash(start),
        f'location ^~ "{start}" {{',
        *(f"    {line}".rstrip() for line in _below(site, start)),
        "}",
    ]
    return printed(site, "nginx", lines)


def _without_slash(start: str) -> Iterator[str]:
    """`/news` leads to `/news/`, on the same host and port as it was asked for."""
    if start != "/":
        yield f'location = "{start[:-1]}" {{'
        yield "    absolute_redirect off;"
        yield f'    return 301 "{sent(start)}";'
        yield "}"


def _below(site: Site, start: str) -> Iterator[str]:
    yield "index index.html;"
    yield f'error_page 404 "{start}{NOT_FOUND}";'
    yield "absolute_redirect off;"
    yield from _media_types()
    yield from _compression()
    yield ""
    yield f"# {REST.what}"
    yield from told(REST.headers | EVERYWHERE, _ADD, _ALWAYS)
    for name in HIDDEN:
        yield f'location = "{start}{name}" {{ return 404; }}'
    for kind in kinds(site):
        yield ""
        yield f"# {kind.what}"
        for place in _places(kind, start):
            yield f"location {place} {{"
            yield from (f"    {line}" for line in _of_kind(kind))
            yield "}"


def _places(kind: Kind, start: str) -> Iterator[str]:
    """Whole paths are found without an expression, and what is asked for most is one."""
    for pattern in kind.patterns:
        if pattern.end is None:
            yield f'= "{start}{pattern.start}"'
    others = [pattern for pattern in kind.patterns if pattern.end is not None]
    if others:
        yield f'~ "{expression(others, start)}"'


def _of_kind(kind: Kind) -> Iterator[str]:
    if kind.media_type:
        yield "types {}"
        yield f"default_type {kind.media_type};"
    # Only the page that says what is missing is sent with another status than 200.
    yield from told(kind.headers, _ADD, _ALWAYS if kind is MISSING else ";")
    yield from told(EVERYWHERE, _ADD, _ALWAYS)


def _media_types() -> Iterator[str]:
    yield "types {"
    for media_type, names in endings().items():
        yield f"    {media_type} {' '.join(names)};"
    yield "}"
    yield f"default_type {UNKNOWN};"
    yield "charset utf-8;"
    yield f"charset_types {' '.join(each for each in with_charset() if each != _HTML)};"


def _compression() -> Iterator[str]:
    yield "gzip on;"
    yield "gzip_comp_level 6;"  # as others do; of itself it is 1, which makes up to 45 % more
    yield "gzip_vary on;"
    yield "gzip_proxied any;"
    yield "gzip_min_length 512;"
    yield f"gzip_types {' '.join(each for each in COMPRESSED if each != _HTML)};"
