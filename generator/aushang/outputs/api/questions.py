"""What customers ask, and our answers, in one file: apps search and group them by themselves."""

from collections.abc import Iterator
from typing import Final

from aushang.model import Artifact, Question
from aushang.model.addresses import EVERYTHING, absolute, of_overview, of_question
from aushang.model.permanent_ids import question_id
from aushang.outputs.api import documents, question_shape
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.envelope import document, enveloped, ways
from aushang.outputs.api.values import text
from aushang.outputs.unit import NOTHING, Unit

NAME: Final = "questions"


def questions_unit(directory: Directory) -> Unit[Artifact]:
    """The file of all questions."""
    return Unit(
        name=f"api:{NAME}",
        topic=NOTHING,
        posts=(),
        make=lambda: (_questions(directory),),
        questions=directory.publication.questions_about(EVERYTHING),
    )


def _questions(directory: Directory) -> Artifact:
    found = directory.publication.questions_about(EVERYTHING)
    data = [_question(directory, one) for one in found]
    sources = tuple(dict.fromkeys(path for one in found for path in _files(one)))
    newest = max((one.answered for one in found), default=None)
    envelope = documents.QuestionsDocument(
        **enveloped(sources, directory.at_most(newest), data),
        data=data,
        links=ways(directory, NAME, NAME),
    )
    return document(NAME, envelope, sources)


def _files(question: Question) -> Iterator[str]:
    yield question.source.path
    yield from (text.source.path for text in question.texts.values())


def _question(directory: Directory, question: Question) -> question_shape.Question:
    site, publication = directory.site, directory.publication
    contact = question.contact or site.contact
    return question_shape.Question(
        id=question.id,
        guid=question_id(site, question.id),
        question={language: text(one.question) for language, one in question.texts.items()},
        answer={
            # Anchors within it stand on the page, not below the anchor that it is.
            language: directory.prose(
                one.answer, absolute(site, of_overview(site, "questions", language))
            )
            for language, one in question.texts.items()
        },
        answered=directory.at(question.answered),
        services=list(question.services),
        locations=list(question.locations),
        contact=contact if contact in publication.contacts else None,
        urls={
            language: absolute(site, of_question(site, question.id, language))
            for language in site.languages
        },
    )
