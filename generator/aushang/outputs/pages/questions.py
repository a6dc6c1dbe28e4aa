"""All questions with their answers, by service and place, each at an address that never changes.

Where there are too many answers for one page, it lists the questions alone, at the same addresses,
and the answers stand on numbered pages in the same order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from markupsafe import Markup

from aushang.model import Heading, Position, Question, Site
from aushang.model.addresses import EVERYTHING, Scope, of_answers, of_overview
from aushang.outputs.pages.asked import Answered, answered, first_words, link_to
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.linked_data import faq_page
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import NOTHING, Mark, Unit

TOGETHER: Final = 40
"""Answers on a page: with 100 words each some 50 KB."""

_LINKS_SHOWN = 8
"""Links of a group that all are shown at once; of more, `notices-questions.css` shows the first."""

_NAMED = 3  # questions in the description of a numbered page
_CONTENTS_FROM = 3  # groups; fewer are seen at a glance

Entry = tuple[Question, str]
"""A question, and the address of its answer; empty where it stands here."""


@dataclass(frozen=True, slots=True)
class Group:
    """The questions about one service or place, or about everything; as answers, or as links."""

    id: str
    name: Reference
    answers: list[Answered]
    links: list[tuple[str, Markup]]

    @property
    def is_long(self) -> bool:
        """Whether only its first links are shown until a reader wants them all."""
        return len(self.links) > _LINKS_SHOWN


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """The page of all questions, and those of the answers if there are too many of them."""
    site, found = press.site, in_groups(press)
    if not found:
        return
    pages = [found[start : start + TOGETHER] for start in range(0, len(found), TOGETHER)]
    yield Unit(
        name=f"page:questions:{press.language}",
        topic=NOTHING,
        posts=(),
        questions=found,
        make=partial(_all, press, pages),
        page=Mark.of(site, press.language, partial(of_overview, site, "questions")),
    )
    for number, page in enumerate(pages if len(pages) > 1 else (), start=1):
        yield Unit(
            name=f"page:questions:{number}:{press.language}",
            topic=NOTHING,
            posts=(),
            questions=page,
            make=partial(_answers, press, number, page),
            page=Mark.of(site, press.language, partial(_address, site, number)),
        )


def in_groups(press: Press) -> list[Question]:
    """All questions: those about everything, then by the first service they name, then by place."""
    publication = press.publication
    order = {scope: number for number, scope in enumerate(_scopes(press))}
    return sorted(publication.questions.values(), key=lambda one: order[_scope_of(press, one)])


def _scopes(press: Press) -> Iterator[Scope]:
    yield EVERYTHING
    yield from (Scope("service", id_) for id_ in press.publication.services)
    yield from (Scope("location", id_) for id_ in press.publication.locations)


def _scope_of(press: Press, question: Question) -> Scope:
    """Where a question stands: with the first service that there is, else the first place."""
    named = (
        *(Scope("service", id_) for id_ in question.services if id_ in press.publication.services),
        *(
            Scope("location", id_)
            for id_ in question.locations
            if id_ in press.publication.locations
        ),
    )
    return next(iter(named), EVERYTHING)


def _all(press: Press, pages: Sequence[Sequence[Question]]) -> Iterator[Leaf]:
    site, words = press.site, press.words
    is_whole = len(pages) == 1
    entries = [
        (one, "" if is_whole else f"{address_of(_address(site, number, press.language))}#{one.id}")
        for number, page in enumerate(pages, start=1)
        for one in page
    ]
    title = words.say("Fragen und Antworten")
    lead = words.say("Was wir gefragt werden und was wir antworten.")
    groups = list(_groups(press, entries))
    sheet = Sheet(
        path=of_overview(site, "questions", press.language),
        language=press.language,
        title=title,
        description=lead,
        body=press.render("questions.html", title=title, lead=lead, groups=groups, up=None),
        section="questions",
        headings=_contents(groups),
        alternates={each: of_overview(site, "questions", each) for each in site.languages},
        feeds=press.feeds(EVERYTHING),
        linked_data=faq_page(press, [one for one, _ in entries]) if is_whole else "",
    )
    yield Leaf(sheet=sheet, sources=(__name__,))


def _answers(press: Press, number: int, page: Sequence[Question]) -> Iterator[Leaf]:
    site, words = press.site, press.words
    title = words.say("Fragen und Antworten, Seite {number}", number=number)
    groups = list(_groups(press, [(one, "") for one in page]))
    overview = address_of(of_overview(site, "questions", press.language))
    up = Reference(Passage(words.say("Alle Fragen und Antworten")), overview)
    sheet = Sheet(
        path=_address(site, number, press.language),
        language=press.language,
        title=title,
        description=first_words(press, page, _NAMED),
        body=press.render("questions.html", title=title, lead="", groups=groups, up=up),
        section="questions",
        headings=_contents(groups),
        alternates={each: _address(site, number, each) for each in site.languages},
        feeds=press.feeds(EVERYTHING),
        linked_data=faq_page(press, page),
    )
    yield Leaf(sheet=sheet, sources=(__name__,))


def _address(site: Site, number: int, language: str) -> str:
    return of_answers(site, number, language)


def _groups(press: Press, entries: Sequence[Entry]) -> Iterator[Group]:
    for scope, some in groupby(entries, key=lambda entry: _scope_of(press, entry[0])):
        together, name = list(some), _name(press, scope)
        yield Group(
            # No id of a question has two hyphens in a row.
            id="--".join(("au", scope.kind, *([scope.id] if scope.id else []))),
            name=name,
            answers=[answered(press, one, name) for one, address in together if not address],
            links=[(one.id, link_to(press, one, at)) for one, at in together if at],
        )


def _name(press: Press, scope: Scope) -> Reference:
    publication = press.publication
    match scope.kind:
        case "service":
            return press.scope_link(scope, publication.services[scope.id].name)
        case "location":
            return press.scope_link(scope, publication.locations[scope.id].name)
        case _:
            return Reference(Passage(press.words.say("Allgemeines")), "")


def _contents(groups: Sequence[Group]) -> tuple[Heading, ...]:
    if len(groups) < _CONTENTS_FROM:
        return ()
    return tuple(Heading(2, one.id, one.name.label.text, Position("")) for one in groups)
