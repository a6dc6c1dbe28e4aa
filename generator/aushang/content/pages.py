"""Page files become pages, with their translations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from aushang.content.document import Document
from aushang.content.ignored import ignored
from aushang.content.markdown.renderer import Markup
from aushang.content.posts import first_words
from aushang.content.schema.posts import PageFields, PageTranslationFields
from aushang.model import Body, Page, PageText


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDraft:
    """A page whose texts, `bodies` by language, are not rendered yet."""

    page: Page
    inside: str
    bodies: Mapping[str, Markup]


def join(base: Document, translations: Sequence[Document]) -> PageDraft | None:
    """The page of a file and its translations; None for a draft and for a broken file."""
    fields = base.fields
    if not isinstance(fields, PageFields) or fields.draft:
        return None
    texts = {base.entry.language: _text(base, fields)}
    bodies = {base.entry.language: base.body or Markup("", base.entry.path)}
    for document in sorted(translations, key=lambda one: one.entry.language):
        translated = document.fields
        if isinstance(translated, PageTranslationFields) and not translated.draft:
            texts[document.entry.language] = _text(document, translated)
            bodies[document.entry.language] = document.body or Markup("", document.entry.path)
    page = Page(
        id=base.entry.name,
        texts=texts,
        source=base.source,
        menu=fields.menu,
        order=fields.order,
        ignore=ignored(fields.ignore),
    )
    return PageDraft(page=page, inside=base.entry.inside, bodies=bodies)


def _text(document: Document, fields: PageFields | PageTranslationFields) -> PageText:
    return PageText(
        language=document.entry.language,
        title=fields.title,
        summary=fields.summary or "",
        body=Body(),
        slug=fields.slug or document.entry.name,
        source=document.source,
        redirects=fields.redirects,
    )


def filled(draft: PageDraft, bodies: Mapping[str, Body]) -> Page:
    """The page with its rendered texts."""
    texts = {
        language: replace(
            text, body=bodies[language], summary=text.summary or first_words(bodies[language])
        )
        for language, text in draft.page.texts.items()
    }
    return replace(draft.page, texts=texts)
