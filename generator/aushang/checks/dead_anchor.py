"""AU202 dead-anchor."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.broken import Problem
from aushang.checks.written.origins import Cause, causes
from aushang.model import Diagnostic, Publication
from aushang.model.addresses import file_of
from aushang.model.similar import nearest

_FEW = 8


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
        yield Diagnostic(
            code="AU202",
            message=f"{cause.noun} “{cause.written}” names a place that /{path} does not have",
            location=cause.position,
            hint=_hint(cause, written),
            pages=cause.pages,
        )


def _hint(cause: Cause, written: WrittenSite) -> str:
    target = cause.example.target
    facts = written.facts.get(file_of(target.path)) or written.facts[f"{target.path}/index.html"]
    # Ids with two underscores in front are the theme's own and nothing to link to.
    anchors = sorted(anchor for anchor in facts.anchors if not anchor.startswith("__"))
    found = nearest(target.fragment, anchors)
    if found:
        return f"did you mean “#{found}”?"
    if anchors and len(anchors) <= _FEW:
        return "it has " + ", ".join(f"“#{anchor}”" for anchor in anchors)
    return "link to the page itself, or to one of its headings"
