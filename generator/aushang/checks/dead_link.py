"""AU201 dead-link."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.edits import edit_of
from aushang.checks.written.origins import Cause, causes
from aushang.checks.written.problems import Problem
from aushang.checks.written.remedies import Remedies
from aushang.checks.written.resolution import split_fragment
from aushang.model import Diagnostic, Publication

_FAULTS = {
    Problem.NO_FILE: "leads nowhere",
    Problem.NO_INDEX: "leads to a folder that has no page",
    Problem.ADRIFT: "is relative, but 404.html is shown at any depth",
}


@check("AU201", stage="artifact", since="0.1")
def dead_link(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A link, a picture or a file that is not there.

    What it finds: an address of our own site that no written file answers to, in pages, feeds and
        JSON alike: links, pictures, scripts, forms, redirects. Capital letters count.
    Why it matters: who follows it came for an answer and gets an error page.
    Bad: `[Kurse](../services/kurs.yml)` although the file is `kurse.yml`
    Good: `[Kurse](../services/kurse.yml)`
    """
    remedies = Remedies(publication, written)
    for cause in causes(publication, written, _FAULTS):
        if _leads_to_unread(cause, publication):
            continue
        yield Diagnostic(
            code="AU201",
            message=f"{cause.noun} “{cause.written}” {_FAULTS[cause.example.problem]}",
            location=cause.position,
            hint=remedies.of(cause),
            pages=cause.pages,
            edit=edit_of(cause, remedies.certain(cause), written),
        )


def _leads_to_unread(cause: Cause, publication: Publication) -> bool:
    """Whether the link means a file that could not be read: that fault has its own finding."""
    path = unquote(split_fragment(cause.written)[0])
    file = normpath(PurePosixPath(cause.position.path).parent / path)
    return cause.is_authored and file in publication.unread
