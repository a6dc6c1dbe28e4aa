"""AU105 empty-menu-target."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.page.entries import is_in_menu
from aushang.checks.written.resolution import page_of
from aushang.model import Diagnostic, Position, Publication


@check("AU105", stage="artifact", since="0.1")
def empty_menu_target(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """An entry of a menu that leads to a page without content of its own.

    What it finds: a link in the navigation, the header, the footer or the tabs of a page, whose
        target holds nothing but one link to elsewhere. A target without anything at all is told by
        AU103.
    Why it matters: who chose the entry came for news and is sent away, perhaps to a dead address.
    Bad: an entry “Neuigkeiten” whose page says “Zu unserer Website”
    Good: a page that tells the news; or an entry that leads to the website itself
    """
    for path, flaw in written.flaws("AU105"):
        if is_in_menu(written, path, flaw):
            yield Diagnostic(
                code="AU105",
                message=f"a menu leads to /{page_of(path)}, which holds nothing but a link to"
                f" “{flaw.value}”",
                location=Position(written.files[path].sources[0]),
                hint="say there what the reader came for, or let the menu lead to the link's"
                " own target",
                pages=(page_of(path),),
            )
