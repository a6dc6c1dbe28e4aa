"""`sitemap.xml`: every page that search engines may list, its translations, and when it changed."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from aushang.model import Artifact, Kind, Publication
from aushang.model.addresses import absolute, of_overview, of_post, of_scope
from aushang.outputs.scopes import scopes_of
from aushang.outputs.shell import Sheet
from aushang.outputs.times import rfc3339

PATH = "sitemap.xml"


def render(publication: Publication, sheets: Iterable[Sheet]) -> Iterator[Artifact]:
    """One file for all sheets that are indexed, sorted by path.

    The protocol allows 50,000 addresses in a file; no place has that much to say.
    """
    site = publication.site
    changed = changes(publication)
    root = Element(
        "urlset",
        {
            "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
            "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
        },
    )
    for sheet in sorted(sheets, key=lambda sheet: sheet.path):
        if not sheet.is_indexed:
            continue
        url = SubElement(root, "url")
        SubElement(url, "loc").text = absolute(site, sheet.path)
        if sheet.path in changed:
            SubElement(url, "lastmod").text = rfc3339(site, changed[sheet.path])
        if len(sheet.alternates) > 1:
            for language, path in sorted(sheet.alternates.items()):
                href = absolute(site, path)
                SubElement(url, "xhtml:link", rel="alternate", hreflang=language, href=href)
    indent(root)
    yield Artifact(
        path=PATH,
        media_type="application/xml",
        data=tostring(root, encoding="utf-8", xml_declaration=True) + b"\n",
        kind=Kind.ASSET,
        sources=(__name__,),
    )


def changes(publication: Publication) -> dict[str, datetime]:
    """When each page of or about posts changed last, by site path, as the content says.

    Pages without a date of their own are left out: a wrong date is worse than none.
    """
    site = publication.site
    found: dict[str, datetime] = {}
    for language in site.languages:
        for post in publication.posts:
            if language in post.texts:
                found[of_post(site, post, language)] = post.modified
        for scope in scopes_of(publication):
            newest = max((post.modified for post in publication.about(scope)), default=None)
            if newest:
                found[of_scope(site, scope, language)] = newest
                if scope.kind == "all":
                    found[of_overview(site, "archive", language)] = newest
    return found
