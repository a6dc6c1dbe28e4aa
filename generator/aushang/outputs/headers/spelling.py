"""How paths of the site are spelt in the configuration of a server, which decodes them first."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import quote, unquote

from aushang.model import AushangError, Site
from aushang.outputs.headers.rules import Pattern
from aushang.outputs.media import MEDIA_TYPES, SITE_TYPES

# Letters of any language, digits and the signs that mean nothing in any of these configurations.
_HARMLESS = re.compile(r"[\w./~-]*")
_CHARSET = "; charset=utf-8"

TYPES: Final = {**MEDIA_TYPES, **SITE_TYPES}
"""What each ending (`.rss`) of a name tells."""

COMPRESSED = (
    "application/atom+xml",
    "application/feed+json",
    "application/json",
    "application/manifest+json",
    "application/rss+xml",
    "application/schema+json",
    "application/xml",
    "image/svg+xml",
    "text/calendar",
    "text/css",
    "text/csv",
    "text/html",
    "text/javascript",
    "text/plain",
    "text/vcard",
)
"""Media types of text, which compression makes smaller. What has a charset is one of them."""


def base(site: Site) -> str:
    """The path under which the site is served, decoded: `/`, or `/news/`.

    Raises AushangError for a path that a server could take for something else than a path.
    """
    path = unquote(site.base_path)
    if not _HARMLESS.fullmatch(path) or {".", ".."} & set(path.split("/")) or "//" in path:
        raise AushangError(
            f"`site_url` has the path “{path}”, which no server's configuration can hold safely",
            "use letters, digits and - . _ ~ between its slashes",
        )
    return path


def sent(path: str) -> str:
    """A path of the site as browsers send it: no sign in it could mean anything else."""
    return quote(path, safe="/-._~")


def title(site: Site) -> str:
    """The site's address without anything that could end the line of a comment."""
    return f"{site.host}{sent(unquote(site.base_path))}"


def printed(site: Site, server: str, lines: Iterable[str]) -> str:
    """What `aushang headers` prints for a server: whose it is, and the lines."""
    first = f"# How {title(site)} wants to be served; printed by `aushang headers {server}`."
    return "\n".join([first, *lines]) + "\n"


def told(headers: Mapping[str, str], directive: str, end: str = "") -> Iterator[str]:
    """A line for each header."""
    for name, value in headers.items():
        yield f'{directive} {name} "{value}"{end}'


def expression(patterns: Iterable[Pattern], start: str) -> str:
    """A regular expression for whole paths below `start`, as PCRE and RE2 read it."""
    found = [_one(pattern) for pattern in patterns]
    joined = found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"
    return f"^{re.escape(start)}{joined}$"


def _one(pattern: Pattern) -> str:
    begins = re.escape(pattern.start)
    return begins if pattern.end is None else f"{begins}.*{re.escape(pattern.end)}"


def types() -> dict[str, list[str]]:
    """Every media type, with its charset, and the endings (`rss`) of names that tell it."""
    found: dict[str, list[str]] = {}
    for ending, media_type in sorted(TYPES.items()):
        found.setdefault(media_type, []).append(ending[1:])
    return dict(sorted(found.items()))


def endings() -> dict[str, list[str]]:
    """The same without the charset."""
    return {each.removesuffix(_CHARSET): names for each, names in types().items()}


def with_charset() -> list[str]:
    """The media types that want to say that they are UTF-8, without saying it."""
    return [each.removesuffix(_CHARSET) for each in types() if each.endswith(_CHARSET)]
