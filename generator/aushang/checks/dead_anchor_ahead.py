"""AU233 dead-anchor-ahead."""

from collections.abc import Iterator
from urllib.parse import unquote

from aushang.checks.dead_link_ahead import links_of, posts_ahead
from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.model import ROOT, Diagnostic, Publication
from aushang.model.addresses import file_of


@check("AU233", stage="artifact", since="0.1")
def dead_anchor_ahead(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A link in a post to come to a place on a page that the page does not have.

    What it finds: in a post whose publication time has not come, a link with `#` to a page that is
        published now and has no such place.
    Why it matters: the post appears by itself, at night or at a weekend. Then the site would be
        refused, and the news of that day would not come out.
    Bad: `[Preise](../pages/preise.md#kurse)`, where the heading is “Alle Kurse”
    Good: `[Preise](../pages/preise.md#alle-kurse)`
    """
    for post in posts_ahead(publication):
        for target, address, position in links_of(post):
            path, sign, fragment = address.partition("#")
            if not (path.startswith(ROOT) and sign and fragment):
                continue
            file = file_of(unquote(path.removeprefix(ROOT).partition("?")[0]))
            if file not in written.facts:
                continue
            anchors = written.facts[file].anchors
            if fragment not in anchors and unquote(fragment) not in anchors:
                yield Diagnostic(
                    code="AU233",
                    message=f"link “{target}” leads to a page that has no such place",
                    location=position,
                    hint="look at the headings of that page, or leave out what follows “#”",
                )
