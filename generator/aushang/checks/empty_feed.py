"""AU311 empty-feed."""

import re
from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.model import Diagnostic, Position, Publication, Severity

_SAYS_SO = re.compile(
    r"(?i)\b(?:noch|zur ?zeit|derzeit|momentan|bisher)(?:\s+\w+){0,2}\s+(?:nichts|kein\w*)\b"
    r"|\bno(?:thing|ne)?\b.*\b(?:yet|so far|at present|currently|right now|at the moment)\b"
)


@check("AU311", stage="artifact", since="0.1", severity=Severity.WARNING)
def empty_feed(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A feed or calendar without a single entry that does not say so.

    What it finds: RSS, Atom, JSON Feed and iCalendar files without entries. One that may be empty
        says so in its description: “Noch keine Meldungen”, “Nothing yet”.
    Why it matters: who subscribes and sees nothing takes it for broken, and never comes back.
    Bad: a channel that ends after its description “Alle Meldungen”
    Good: the description “Jede Meldung zur Sauna. Bisher gibt es keine.”
    """
    for path, flaw in written.flaws("AU311"):
        if not _SAYS_SO.search(flaw.value):
            yield Diagnostic(
                code="AU311",
                message="the feed has no entry",
                location=Position(path, flaw.line),
                hint="leave it out until there is something, or say in its description that there"
                " is nothing yet",
                pages=(path,),
            )
