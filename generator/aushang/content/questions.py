"""Question files become questions, with their translations, in the order of the site."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from aushang.content.document import Document
from aushang.content.ignored import ignored
from aushang.content.markdown.renderer import Markup
from aushang.content.schema.questions import QuestionFields, QuestionTranslationFields
from aushang.model import Body, Question, QuestionText
from aushang.model.addresses import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionDraft:
    """A question whose answers, `bodies` by language, are not rendered yet."""

    question: Question
    inside: str
    order: int | None
    bodies: Mapping[str, Markup]


def join(base: Document, translations: Sequence[Document]) -> QuestionDraft | None:
    """The question of a file and its translations; None for a draft and for a broken file."""
    fields = base.fields
    if not isinstance(fields, QuestionFields) or fields.draft:
        return None
    texts = {base.entry.language: _text(base, fields)}
    bodies = {base.entry.language: base.body or Markup("", base.entry.path)}
    for document in sorted(translations, key=lambda one: one.entry.language):
        translated = document.fields
        if isinstance(translated, QuestionTranslationFields) and not translated.draft:
            texts[document.entry.language] = _text(document, translated)
            bodies[document.entry.language] = document.body or Markup("", document.entry.path)
    question = Question(
        id=base.entry.name,
        texts=texts,
        answered=fields.answered,
        source=base.source,
        services=fields.services,
        locations=fields.locations,
        contact=fields.contact or "",
        ignore=ignored(fields.ignore),
    )
    prefixed = {
        language: replace(markup, title=texts[language].question, id_prefix=question.prefix)
        for language, markup in bodies.items()
    }
    return QuestionDraft(
        question=question, inside=base.entry.inside, order=fields.order, bodies=prefixed
    )


def _text(document: Document, fields: QuestionFields | QuestionTranslationFields) -> QuestionText:
    return QuestionText(
        language=document.entry.language,
        question=fields.question,
        answer=Body(),
        source=document.source,
    )


def filled(draft: QuestionDraft, bodies: Mapping[str, Body]) -> Question:
    """The question with its rendered answers."""
    texts = {
        language: replace(text, answer=bodies[language])
        for language, text in draft.question.texts.items()
    }
    return replace(draft.question, texts=texts)


def ordered(drafts: Iterable[QuestionDraft]) -> list[QuestionDraft]:
    """By `order`; those without one stand behind those with one, by their words."""

    def place(draft: QuestionDraft) -> tuple[bool, int, str, str]:
        question = draft.question
        words = slugify(next(iter(question.texts.values())).question)
        return draft.order is None, draft.order or 0, words, question.id

    return sorted(drafts, key=place)
