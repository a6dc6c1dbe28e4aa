"""AU314 declared-type."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.model import Diagnostic, Publication


@check("AU314", stage="artifact", since="0.1")
def declared_type(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """An XML file that declares a document type.

    What it finds: `<!DOCTYPE …>` in a feed, a site map or another XML file. What it declares is
        neither fetched nor expanded, and nothing else in the file is judged.
    Why it matters: declared entities can make a kilobyte into a gigabyte or read foreign files, so
        careful readers refuse the whole feed.
    Bad: `<!DOCTYPE rss [<!ENTITY uuml "&#252;">]>`
    Good: no such line, and `ü` written as itself
    """
    for path, flaw in written.flaws("AU314"):
        yield Diagnostic(
            code="AU314",
            message="declares a document type, and careful readers refuse such a file",
            location=written.place(path, flaw.value),
            hint="take the <!DOCTYPE …> away, and write every sign as itself",
            pages=(path,),
        )
