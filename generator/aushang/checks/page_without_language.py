"""AU706 page-without-language."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.page.spots import spots
from aushang.model import Diagnostic, Publication


@check("AU706", stage="artifact", since="0.1")
def page_without_language(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A page that does not say its language, or says it in a way that no browser knows.

    What it finds: pages whose `<html>` has no `lang`, or one that is no language tag (BCP 47). What
        leads on by itself is let be, and so are pieces of pages.
    Why it matters: a screen reader would read German with English sounds; browsers offer to
        translate what needs no translation.
    Bad: `<html>`, `<html lang="de_DE">`
    Good: `<html lang="de">`, `<html lang="de-DE">`
    """
    for spot in spots(publication, written, "AU706"):
        tag = spot.flaw.value
        better = tag.replace("_", "-").partition(".")[0]
        yield Diagnostic(
            code="AU706",
            message=f"“{tag}” is no language tag" if tag else "the page does not say its language",
            location=spot.position,
            hint=f'write `<html lang="{better}">`'
            if "_" in tag
            else 'write `<html lang="de">`, or the language that it is in',
            pages=spot.pages,
        )
