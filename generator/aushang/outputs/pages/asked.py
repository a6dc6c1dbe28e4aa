"""What pages show of a question: the customer's words as a link, and the answer where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from aushang.model import Question, QuestionText
from aushang.model.addresses import Scope, of_overview, of_question
from aushang.outputs.moments import Moment
from aushang.outputs.pages.contacts import Person, person
from aushang.outputs.pages.passages import Reference, RichPassage
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.pages.tongues import in_language

MOST = 8
"""Questions on the page of a service or place."""

_HEADING = re.compile(r"<(/?)h([1-6])(?=[ >])")
_DEEPER = 2  # an answer's first headings are of level 2, and stand below one of level 3
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer.

    `about` are the services and places that it names, unless that is the one that the heading
    above it says already.
    """

    id: str
    link: Markup
    answer: RichPassage
    about: list[Reference]
    answered: Moment
    person: Person | None


@dataclass(frozen=True, slots=True)
class Frequent:
    """The first questions about a service or place, as links; `rest` leads to all there are."""

    links: list[Markup]
    rest: Markup


def answered(press: Press, question: Question, heading: Reference) -> Answered:
    """The question where its answer stands, below `heading`."""
    text, publication = question.text(press.language), press.publication
    contact = publication.contacts.get(question.contact or press.site.contact)
    about = list(_about(press, question))
    html = Markup(lowered(text.answer.html))  # noqa: S704  # sanitised by the renderer
    return Answered(
        id=question.id,
        link=_link(press, text, f"#{question.id}"),
        answer=RichPassage(html, press.foreign(text.language)),
        about=[] if about == [heading] else about,
        answered=press.almanac.day(question.answered),
        person=person(contact) if contact else None,
    )


def lowered(html: str) -> str:
    """An answer with its headings below that of the question."""
    return _HEADING.sub(lambda found: f"<{found[1]}h{min(int(found[2]) + _DEEPER, _DEEPEST)}", html)


def link_to(press: Press, question: Question, address: str = "") -> Markup:
    """The customer's words as a link: to `address`, else to where the question always stands."""
    place = address or address_of(of_question(press.site, question.id, press.language))
    return _link(press, question.text(press.language), place)


def frequent(press: Press, scope: Scope) -> Frequent | None:
    """What is asked about a service or place; None if nothing is."""
    found = press.publication.questions_about(scope)
    if not found:
        return None
    more = len(found) - MOST
    words = press.words
    said = (
        words.count("{number} weitere Frage dazu", "{number} weitere Fragen dazu", more)
        if more > 0
        else words.say("Alle Fragen und Antworten")
    )
    address = address_of(of_overview(press.site, "questions", press.language))
    return Frequent(
        links=[link_to(press, question) for question in found[:MOST]],
        rest=Markup('<a href="{}">{}</a>').format(address, said),
    )


def _link(press: Press, text: QuestionText, address: str) -> Markup:
    """Where the words are in another language, with a word on that."""
    language = escape(press.foreign(text.language))
    if not language:
        return Markup('<a href="{}">{}</a>').format(address, text.question)
    told = in_language(press.words, text.language)
    return Markup(
        '<a href="{}" lang="{}" hreflang="{}">{}</a> <span class="au-tongue">({})</span>'
    ).format(address, language, language, text.question, told)


def _about(press: Press, question: Question) -> Iterator[Reference]:
    services, locations = press.publication.services, press.publication.locations
    for id_ in question.services:
        if id_ in services:
            yield press.scope_link(Scope("service", id_), services[id_].name)
    for id_ in question.locations:
        if id_ in locations:
            yield press.scope_link(Scope("location", id_), locations[id_].name)


def first_words(press: Press, questions: Sequence[Question], most: int) -> str:
    """What a page of answers is about: “Muss ich buchen? · Was kostet es? · …”."""
    said = [one.text(press.language).question for one in questions[:most]]
    return " · ".join([*said, "…"] if len(questions) > most else said)
