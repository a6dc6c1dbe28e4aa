"""AU102 empty-page."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.rules import check
from aushang.checks.texts import Owner, texts
from aushang.model import Body, Diagnostic, Publication


@check("AU102", stage="text", since="0.1")
def empty_page(publication: Publication) -> Iterator[Diagnostic]:
    """A post, an update, a page or an answer that says nothing.

    What it finds: a text without a single word or picture below its front matter, in any of its
        languages; and a hand-written page whose only content is one link to elsewhere.
    Why it matters: the title promised an answer; the reader opens the page and finds none.
    Bad: a page “Neuigkeiten” that holds nothing but a link to another website
    Good: a page that says what is new, and then links to more
    """
    for text in texts(publication):
        if text.body.is_empty:
            yield Diagnostic(
                code="AU102",
                message=f"{text.owner} “{text.title}” has no {_missing(text.owner)}",
                location=text.position,
                hint=_hint(text.owner),
            )
        elif text.owner is Owner.PAGE and _is_one_link(text.body):
            link = text.body.links[0]
            yield Diagnostic(
                code="AU102",
                message=f"page “{text.title}” holds nothing but a link to “{link.target}”",
                location=link.position,
                hint="say what the reader came for, then link to more",
            )


def _missing(owner: Owner) -> str:
    return "answer" if owner is Owner.QUESTION else "text"


def _hint(owner: Owner) -> str:
    if owner is Owner.QUESTION:
        return "write the answer, or set `draft: true`"
    return "write what it means for the reader, or set `draft: true`"


def _is_one_link(body: Body) -> bool:
    links = [link for link in body.links if link.kind == "a"]
    if len(links) != 1 or len(links) != len(body.links):
        return False
    tree = LexborHTMLParser(body.html)
    link = tree.css_first("a[href]")
    return link is not None and link.text(deep=True).split() == body.text.split()
