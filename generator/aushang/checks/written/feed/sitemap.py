"""Site maps and their indexes (sitemaps.org/protocol.html)."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.etree import _Element

from aushang.checks.written.facts import Flaw
from aushang.checks.written.feed.dates import is_w3c
from aushang.checks.written.feed.elements import line_of
from aushang.checks.written.feed.texts import short

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_MOST = 50_000
_DATE = "2026-11-20 or 2026-11-20T09:00:00+01:00"


def sitemap_flaws(root: _Element, site_url: str) -> Iterator[Flaw]:
    """Flaws of a map or an index whose root is in the name space of the protocol."""
    places = [child for child in root if child.tag in {f"{SPACE}url", f"{SPACE}sitemap"}]
    if not places:
        yield Flaw("AU303", "", "the site map names no address", line_of(root))
    if len(places) > _MOST:
        reason = f"the site map names {len(places)} addresses; more than {_MOST} are not read"
        yield Flaw("AU303", "", reason, line_of(root))
    urls = [(place, (place.findtext(f"{SPACE}loc") or "").strip()) for place in places]
    home = _home([url for _, url in urls], site_url)
    seen: set[str] = set()
    for place, url in urls:
        line = line_of(place)
        if not url:
            yield Flaw("AU303", "loc", "an entry of the site map has no `loc`", line)
        elif not url.startswith(home):
            yield Flaw("AU315", url, home, line)
        elif url in seen:
            yield Flaw("AU305", url, line=line)
        seen.add(url)
        date = place.findtext(f"{SPACE}lastmod")
        if date is not None and not is_w3c(date):
            reason = f"`lastmod` of {url} is “{short(date)}”; expected a date such as {_DATE}"
            yield Flaw("AU304", date, reason, line)


def _home(urls: list[str], site_url: str) -> str:
    """What all addresses have to begin with: the site, or the host that most of them name.

    A folder that does not say where it lives (RFC 6761: `.invalid`) is judged by the map itself.
    """
    if any(url.startswith(site_url) for url in urls):
        parts = urlsplit(site_url)
        return f"{parts.scheme}://{parts.netloc}/"
    hosts = Counter("/".join([*url.split("/")[:3], ""]) for url in urls if "://" in url)
    return min(hosts, key=lambda host: (-hosts[host], host)) if hosts else "http"
