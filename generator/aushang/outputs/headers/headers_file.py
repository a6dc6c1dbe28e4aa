"""`_headers`: the rules for Cloudflare Pages and Netlify, which read them in the published folder.

Both know lines of one path with one `*` that stands for anything, and join the values where two
lines set one header for a path. So no two lines here may: a table in which the first one holds
becomes lines that never meet.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final
from urllib.parse import unquote

from aushang.model import Artifact, Kind, Publication, Site
from aushang.outputs.headers.rules import EVERYWHERE, HIDDEN, REST, Pattern, kinds
from aushang.outputs.headers.spelling import TYPES, sent, title
from aushang.outputs.unit import NOTHING, Unit

PATH: Final = HIDDEN[1]

_TOLD: Final = {each: TYPES[each] for each in (".atom", ".ics", ".rss")}
"""Endings of which not every host knows the media type, or its charset."""

Lines = dict[Pattern, dict[str, str]]


def unit(publication: Publication) -> Unit[Artifact]:
    """The file as a unit. Hosts that do not know it serve it as a file like any other."""
    return Unit(name="headers", topic=NOTHING, posts=(), make=partial(render, publication))


def render(publication: Publication) -> Iterator[Artifact]:
    """One file."""
    yield Artifact(
        path=PATH,
        media_type="text/plain; charset=utf-8",
        data=headers_file(publication.site).encode(),
        kind=Kind.ASSET,
        sources=(__name__,),
    )


def headers_file(site: Site) -> str:
    """The file. Where the site has a path, the host wants it in the folder above that path."""
    start = unquote(site.base_path)
    blocks = [
        f"# How {title(site)} wants to be served: for Cloudflare Pages and Netlify.",
        *(_block(start, pattern, headers) for pattern, headers in lines(site).items()),
    ]
    return "\n".join(blocks) + "\n"


def lines(site: Site) -> Lines:
    """The headers of each pattern, as far as the hosts do not send the same by themselves.

    The wider kinds come first, so that a narrower one says only what they do not say for it.
    """
    found: Lines = {Pattern(""): dict(EVERYWHERE)}
    for kind in reversed(kinds(site)):
        for pattern in kind.patterns:
            media_type = kind.media_type or _TOLD.get(pattern.end or "")
            own = kind.headers | ({"Content-Type": media_type} if media_type else {})
            said = [headers for wider, headers in found.items() if wider.includes(pattern)]
            for name, value in own.items():
                is_said = any(name in headers for headers in said)
                if not is_said and value != REST.headers.get(name):
                    found.setdefault(pattern, {})[name] = value
    return found


def _block(start: str, pattern: Pattern, headers: Mapping[str, str]) -> str:
    # Hosts compare addresses as browsers send them; `*` and `:` in a path would mean something.
    begins = sent(f"{start}{pattern.start}")
    path = begins if pattern.end is None else f"{begins}*{pattern.end}"
    return "\n".join(["", path, *(f"  {name}: {value}" for name, value in headers.items())])
