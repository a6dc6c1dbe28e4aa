"""What site maps name although it is not to be listed."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from aushang.checks.written.facts import Facts, Form
from aushang.checks.written.resolution import Base, Resolver, is_plain
from aushang.model.addresses import file_of

_WORD = "loc"
_WHOLE = re.compile(r"\s*https?:", re.IGNORECASE)
"""Site maps know whole addresses alone (sitemaps.org, “Entity escaping” and “Location”)."""


class Unlisted(NamedTuple):
    """An address in a site map. `leads_on` if it is a redirect; else the page says `noindex`."""

    map: str
    url: str
    leads_on: bool


def unlisted_in_maps(
    facts: Mapping[str, Facts],
    maps: Iterable[str],
    resolver: Resolver,
    *,
    leads_on: Callable[[str], bool],
    unlisted: Collection[str],
) -> Iterator[Unlisted]:
    """Those in the maps among some files, by map, in the order of the map.

    `unlisted` are the pages that ask not to be listed; `leads_on` tells of a file whether it is a
    redirect.
    """
    root = resolver.base_of("", "")
    for path in maps:
        found = facts[path]
        for reference in found.references if found.form is Form.XML else ():
            is_whole = reference.element == _WORD and _WHOLE.match(reference.url)
            meant = _path(reference.url, resolver, root) if is_whole else None
            file = "" if meant is None else file_of(meant)
            if file in facts and (leads_on(file) or file in unlisted):
                yield Unlisted(path, reference.url.strip(), leads_on(file))


def _path(url: str, resolver: Resolver, root: Base) -> str | None:
    """The path of our site that a whole address means; None if it is another site's."""
    path = resolver.behind_root(url, "")
    if path is not None and is_plain(path):
        return path
    target = resolver.target(url, root)
    return target.path if target else None
