"""AU202 dead-anchor."""

import re
from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.edits import edit_of
from aushang.checks.written.origins import Cause, causes
from aushang.checks.written.problems import Problem
from aushang.checks.written.resolution import split_fragment
from aushang.model import Diagnostic, Publication
from aushang.model.addresses import file_of
from aushang.model.similar import nearest

_FEW = 8
# Material's own ids, and our theme's: nothing to link to.
_OF_THEMES = ("__", "au-")
_PLAIN = re.compile(r"[\w.:-]+")


@check("AU202", stage="artifact", since="0.1")
def dead_anchor(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A link to a place on a page that the page does not have.

    What it finds: `#anchor` behind an address of our own site, or alone, that no element of that
        page has as its id or name.
    Why it matters: the reader lands at the top of a page and searches for what was promised.
    Bad: `[Preise](#preise-2027)` although the heading is `## Preise`
    Good: `[Preise](#preise)`
    """
    for cause in causes(publication, written, {Problem.NO_ANCHOR}):
        path = cause.example.target.path
        anchors = _anchors(cause, written)
        yield Diagnostic(
            code="AU202",
            message=f"{cause.noun} “{cause.written}” names a place that /{path} does not have",
            location=cause.position,
            hint=_hint(cause, anchors),
            pages=cause.pages,
            edit=edit_of(cause, _mended(cause, anchors), written),
        )


def _anchors(cause: Cause, written: WrittenSite) -> list[str]:
    path = cause.example.target.path
    facts = written.facts.get(file_of(path)) or written.facts[f"{path}/index.html"]
    return sorted(anchor for anchor in facts.anchors if not anchor.startswith(_OF_THEMES))


def _hint(cause: Cause, anchors: list[str]) -> str:
    found = nearest(cause.example.target.fragment, anchors)
    if found:
        return f"did you mean “#{found}”?"
    if anchors and len(anchors) <= _FEW:
        return "it has " + ", ".join(f"“#{anchor}”" for anchor in anchors)
    return "link to the page itself, or to one of its headings"


def _mended(cause: Cause, anchors: list[str]) -> str:
    """The link with the anchor that was surely meant; nothing where none is, or it is odd."""
    found = nearest(cause.example.target.fragment, anchors)
    before = split_fragment(cause.written)[0]
    return f"{before}#{found}" if found and _PLAIN.fullmatch(found) else ""
