"""AU221 distant-notice."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.resolution import page_of
from aushang.model import Diagnostic, PostText, Publication, Severity
from aushang.model.addresses import file_of, home, of_post


@check("AU221", stage="artifact", since="0.1", severity=Severity.WARNING)
def distant_notice(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """Posts that hold now and that the start page does not link to.

    What it finds: current posts that are more than one click away from the start page of their
        language, be it that a start page of one's own leaves them out, or that there are more of
        them than a page has room for.
    Why it matters: whoever stands before a closed door looks at the first page, and not at the
        third.
    Bad: eighty posts without `ends`, all of which hold for ever
    Good: `ends: 2026-12-01T06:00`, so that the start page has room for what holds now
    """
    for language in publication.site.languages:
        start = file_of(home(publication.site, language))
        far = _far(publication, written, language, start)
        if far:
            text, *others = far.values()
            more = f", and {len(others)} more like it" if others else ""
            yield Diagnostic(
                code="AU221",
                message=f"“{text.title}” holds now and is not linked from /{page_of(start)}{more}",
                location=text.source.at("title"),
                hint="say with `ends` until when each of them holds, or link to it from there",
                pages=tuple(far),
            )


def _far(
    publication: Publication, written: WrittenSite, language: str, start: str
) -> dict[str, PostText]:
    """The current posts that are not linked from the file `start`, by their site paths."""
    near = written.ways.of(start) if start in written.files else frozenset[str]()
    far: dict[str, PostText] = {}
    for post in publication.current if near else ():
        path = of_post(publication.site, post, language)
        file = file_of(path)
        if language in post.texts and file in written.files and file not in near:
            far[path] = post.texts[language]
    return far
