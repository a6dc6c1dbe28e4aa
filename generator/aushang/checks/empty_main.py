"""AU103 empty-main."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.resolution import page_of
from aushang.model import Diagnostic, Position, Publication


@check("AU103", stage="artifact", since="0.1")
def empty_main(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A written page with nothing between its header and its footer.

    What it finds: a page of the finished site whose main part shows no text, picture or form. The
        title, menus, header and footer do not count.
    Why it matters: every entry of a menu promises something; an empty page is a broken promise.
    Bad: a list of disruptions that is simply empty when there are none
    Good: the sentence “Zurzeit keine Störungen” in its place
    """
    for file in written.blank_pages():
        page = page_of(file)
        yield Diagnostic(
            code="AU103",
            message=f"page /{page} shows nothing but its title",
            location=Position(written.files[file].sources[0]),
            hint="write a sentence, if only that there is nothing at present",
            pages=(page,),
        )
