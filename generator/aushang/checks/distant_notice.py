"""AU221 distant-notice."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.resolution import page_of
from aushang.model import Diagnostic, Publication
from aushang.model.addresses import file_of, home, of_post


@check("AU221", stage="artifact", since="0.1")
def distant_notice(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A post that holds now and that the start page does not link to.

    What it finds: current posts that are more than one click away from the start page of their
        language.
    Why it matters: whoever stands before a closed door looks at the first page, and not at the
        third.
    Bad: a start page of one's own that shows pictures, and the closure behind “Aktuelles”
    Good: every post that holds now as a line of the start page
    """
    site = publication.site
    for language in site.languages:
        start = file_of(home(site, language))
        near = written.ways.of(start) if start in written.files else frozenset[str]()
        if not near:
            continue
        for post in publication.current:
            text = post.texts.get(language)
            file = file_of(of_post(site, post, language)) if text else ""
            if text and file in written.files and file not in near:
                yield Diagnostic(
                    code="AU221",
                    message=f"“{text.title}” holds now and is not linked from /{page_of(start)}",
                    location=text.source.at("title"),
                    hint="say with `ends` until when it holds, or link to it from the start page",
                    pages=(page_of(file),),
                )
