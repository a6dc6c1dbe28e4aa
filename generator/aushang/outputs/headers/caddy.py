"""The rules for Caddy: directives to be imported into a site block."""

from collections.abc import Iterator

from aushang.model import Site
from aushang.model.addresses import NOT_FOUND
from aushang.outputs.headers.rules import EVERYWHERE, HIDDEN, MISSING, REST, Kind, Pattern, kinds
from aushang.outputs.headers.spelling import (
    COMPRESSED,
    base,
    expression,
    printed,
    sent,
    told,
    types,
)


def caddy(site: Site) -> str:
    """The file, for Caddy 2. Raises AushangError for a `site_url` that is in doubt."""
    start = base(site)
    lines = [
        "# Import it in the site block of the host, which says `root`: the folder in which",
        f"# what was published lies as {start}",
        "",
        *_without_slash(start),
        f"encode gzip {{\n\tminimum_length 512\n\tmatch {{\n{_compressed()}\n\t}}\n}}",
        "",
        # In the order of the lines; otherwise Caddy has an order of its own.
        f"route {start}* {{",
        *(f"\t{line}".rstrip() for line in _below(site, start)),
        "}",
        "",
        "handle_errors {",
        *(f"\t{line}".rstrip() for line in _missing(start)),
        "}",
    ]
    return printed(site, "caddy", lines)


def _without_slash(start: str) -> Iterator[str]:
    if start != "/":
        yield f"redir {start[:-1]} {sent(start)} permanent"


def _compressed() -> str:
    return "\n".join(f"\t\theader Content-Type {each}*" for each in COMPRESSED)


def _below(site: Site, start: str) -> Iterator[str]:
    yield f"@hidden path {' '.join(f'{start}{name}' for name in HIDDEN)}"
    yield "error @hidden 404"
    yield from _media_types()
    yield ""
    yield f"# {REST.what}"
    yield from told(REST.headers | EVERYWHERE, "header")
    # The first kind that covers a path holds, and the last line that sets a header.
    table = list(enumerate(kinds(site), start=1))
    for number, kind in reversed(table):
        yield ""
        yield f"# {kind.what}"
        yield from _of_kind(kind, f"@kind{number}", start)
    yield ""
    yield "file_server"


def _media_types() -> Iterator[str]:
    """Caddy asks the system for them, and systems differ."""
    for number, (media_type, names) in enumerate(types().items(), start=1):
        yield f"@type{number} path {' '.join(f'*.{name}' for name in names)}"
        yield f'header @type{number} Content-Type "{media_type}"'


def _of_kind(kind: Kind, name: str, start: str) -> Iterator[str]:
    yield f"{name} path_regexp {name[1:]} {_quoted(kind.patterns, start)}"
    of_type = {"Content-Type": kind.media_type} if kind.media_type else {}
    yield from told(kind.headers | of_type, f"header {name}")


def _quoted(patterns: tuple[Pattern, ...], start: str) -> str:
    # Between backticks nothing means anything else (Caddyfile, “Tokens and quotes”).
    return f"`{expression(patterns, start)}`"


def _missing(start: str) -> Iterator[str]:
    """The page that says so; the headers of what was asked for do not hold for it."""
    yield f"@missing expression `{{err.status_code}} == 404 && path('{start}*')`"
    yield "handle @missing {"
    yield f"\trewrite * {start}{NOT_FOUND}"
    yield '\theader Content-Type "text/html; charset=utf-8"'
    yield from (f"\t{line}" for line in told(MISSING.headers, "header"))
    yield "\tfile_server"
    yield "}"
