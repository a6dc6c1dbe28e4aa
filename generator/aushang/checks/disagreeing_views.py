"""AU310 disagreeing-views."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.resolution import page_of
from aushang.checks.written.sources_of_views import Disagreement, disagreements
from aushang.model import Diagnostic, Position, Publication


@check("AU310", stage="artifact", since="0.1")
def disagreeing_views(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A page, feed or file of the API that says something else of a post or answer than its source.

    What it finds: an id that no post has, and an address, a title or a time that differs between
        the post and what was written of it: its page, RSS, Atom, JSON Feed, a calendar, the API or
        the files for Statuspage; and the same of a question, its page and the API.
    Why it matters: an app that shows yesterday's title and a page that shows today's are two
        stories, and customers do not know which one holds.
    Bad: an entry whose `published` is the time of the build
    Good: the same id, address, title and times in all views
    """
    for one in disagreements(publication, written):
        yield Diagnostic(
            code="AU310",
            message=_sentence(one),
            location=_place(one, written),
            hint="build all of it anew; if it happens again, report it: the program made this file",
            pages=(page_of(one.file),),
        )


def _place(one: Disagreement, written: WrittenSite) -> Position:
    # A time is told as we write it, and may stand in the file in another form.
    found = written.place(one.file, one.said)
    return found if found.line else written.place(one.file, one.id)


def _sentence(one: Disagreement) -> str:
    if not one.name:
        return f"says something of “{one.id}”, and no {_noun(one)} has that id"
    if one.wanted or one.said:
        return f"`{one.name}` of “{one.id}” is “{one.said}”; its {_noun(one)} says “{one.wanted}”"
    return f"does not say of “{one.id}” what its {_noun(one)} says"


def _noun(one: Disagreement) -> str:
    return "question" if ":questions/" in one.id else "post"
