"""AU503 vanished-file."""

from collections.abc import Iterator

from aushang.checks.permanence import vanished_media
from aushang.checks.rules import check
from aushang.checks.suppression import CONFIGURATION
from aushang.checks.written import WrittenSite
from aushang.model import Diagnostic, Position, Publication, Severity


@check("AU503", stage="artifact", since="0.1", severity=Severity.WARNING)
def vanished_file(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A picture or download that is published now and would be gone after this build.

    What it finds: files below `media/` in the published folder that the content does not hold any
        more.
    Why it matters: mails, feeds that were read already and other sites show or link to the file
        itself.
    Bad: `kursplan.pdf` is deleted because `kursplan-2.pdf` is there
    Good: the new plan under the old name
    """
    for path in vanished_media(publication, written):
        yield Diagnostic(
            code="AU503",
            message=f"file “/{path}” was published and is gone",
            location=Position(CONFIGURATION),
            hint="bring it back, or name it below `gone` with the reason",
            pages=(path,),
        )
