"""What site maps name although it is not to be listed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from aushang.checks.written.facts import Form
from aushang.checks.written.resolution import Resolver
from aushang.checks.written.site import WrittenSite
from aushang.model import Kind
from aushang.model.addresses import file_of

_WORD = "loc"
_WHOLE = re.compile(r"\s*https?:", re.IGNORECASE)
"""Site maps know whole addresses alone (sitemaps.org, “Entity escaping” and “Location”)."""


class Unlisted(NamedTuple):
    """An address in a site map. `leads_on` if it is a redirect; else the page says `noindex`."""

    map: str
    url: str
    leads_on: bool


def unlisted_in_maps(written: WrittenSite) -> Iterator[Unlisted]:
    """Those in the maps among the judged files, by map, in the order of the map."""
    resolver = Resolver(written.site)
    root = resolver.base_of("", "")
    for path in written.judged:
        facts = written.facts[path]
        for reference in facts.references if facts.form is Form.XML else ():
            is_whole = reference.element == _WORD and _WHOLE.match(reference.url)
            target = resolver.target(reference.url, root) if is_whole else None
            file = file_of(target.path) if target else ""
            if file in written.files:
                leads_on = written.files[file].kind is Kind.REDIRECT
                if leads_on or file in written.unlisted:
                    yield Unlisted(path, reference.url.strip(), leads_on)
