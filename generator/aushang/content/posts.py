"""Post files become posts: the text in the first language, its translations, their updates."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from aushang.content.document import Document
from aushang.content.entries import Entry, bad_name, is_id
from aushang.content.ignored import ignored
from aushang.content.markdown.renderer import Markup
from aushang.content.prices import price_of
from aushang.content.schema.posts import (
    PostFields,
    PostTranslationFields,
    UpdateFields,
    UpdateTranslationFields,
)
from aushang.model import (
    Body,
    Diagnostic,
    Effect,
    Position,
    Post,
    PostText,
    PostType,
    RelatedLink,
    Update,
)
from aushang.model.shortened import shortened

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/#?]")

IMPLIED_EFFECT: Mapping[PostType, Effect] = {
    PostType.CLOSURE: Effect.CLOSED,
    PostType.REOPENING: Effect.OPEN,
    PostType.DISRUPTION: Effect.RESTRICTED,
    PostType.MAINTENANCE: Effect.RESTRICTED,
    PostType.AVAILABILITY: Effect.FULL,
}
"""What a type means for customers unless the post says otherwise; price and news mean nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostDraft:
    """A post whose texts are not rendered yet: bodies are empty, links lead as seen from its file.

    `bodies` are the texts by language, `updates` those of the updates by time and language.
    `files` are its own file and all its translations, also those that are left out. A draft that
    `is_kept` is no draft: its files are as they were, so its post is the one that was made then,
    and it has neither bodies nor updates (see `shelf.Kept`).
    """

    post: Post
    inside: str
    files: tuple[Entry, ...]
    bodies: Mapping[str, Markup] = field(default_factory=dict)
    updates: Mapping[tuple[datetime, str], Markup] = field(default_factory=dict)
    is_kept: bool = False


def join(
    base: Document, translations: Sequence[Document]
) -> tuple[PostDraft | None, list[Diagnostic]]:
    """The post of a file and its translations, and what does not fit together (AU016, AU023).

    None for a draft and for a broken file; broken translations and those that are drafts are left
    out.
    """
    fields = base.fields
    if not isinstance(fields, PostFields) or fields.draft:
        return None, []
    identity = fields.id or base.entry.name
    if not is_id(identity):
        return None, [bad_name(base.entry.name, ".md", base.entry.path)]
    texts = {base.entry.language: _text(base, fields, identity)}
    bodies = {base.entry.language: base.body or Markup("", base.entry.path)}
    updates = dict(_updates(base, fields.updates))
    found: list[Diagnostic] = []
    for document in sorted(translations, key=lambda one: one.entry.language):
        translated = document.fields
        if not isinstance(translated, PostTranslationFields) or translated.draft:
            continue
        language = document.entry.language
        texts[language] = _text(document, translated, identity)
        bodies[language] = document.body or Markup("", document.entry.path)
        known = {update.at for update in fields.updates}
        found += _unknown_updates(document, translated.updates, known)
        updates |= {
            (at, language): markup
            for (at, language), markup in _updates(document, translated.updates)
            if at in known
        }
    post = _post(base, fields, identity, texts)
    draft = PostDraft(
        post=post,
        inside=base.entry.inside,
        files=tuple(one.entry for one in (base, *translations)),
        bodies=bodies,
        updates=updates,
    )
    return draft, found


def _post(base: Document, fields: PostFields, identity: str, texts: Mapping[str, PostText]) -> Post:
    links = (
        next(iter(link.items())) if isinstance(link, dict) else ("", link) for link in fields.links
    )
    updates = (Update(at=update.at, texts={}, status=update.status) for update in fields.updates)
    return Post(
        id=identity,
        type=fields.type,
        published=fields.published,
        texts=texts,
        source=base.source,
        updated=fields.updated,
        services=fields.services,
        locations=fields.locations,
        effect=fields.effect or IMPLIED_EFFECT.get(fields.type),
        starts=fields.starts,
        ends=fields.ends,
        next_update=fields.next_update,
        contact=fields.contact or "",
        updates=tuple(sorted(updates, key=lambda update: update.at, reverse=True)),
        prices=tuple(price_of(price, base.entry.language) for price in fields.prices),
        tags=fields.tags,
        links=tuple(
            RelatedLink(title, target, _from_root(target) if base.links_from_root else target)
            for title, target in links
        ),
        is_pinned=fields.pin,
        ignore=ignored(fields.ignore),
    )


def _from_root(target: str) -> str:
    """A path that begins at the content folder; an address of another kind stays as it is."""
    return target if _ABSOLUTE.match(target) else f"/{target}"


def _text(
    document: Document, fields: PostFields | PostTranslationFields, identity: str
) -> PostText:
    return PostText(
        language=document.entry.language,
        title=fields.title,
        summary=fields.summary or "",
        body=Body(),
        slug=fields.slug or identity,
        source=document.source,
        redirects=fields.redirects,
    )


def _updates(
    document: Document, updates: Iterable[UpdateFields | UpdateTranslationFields]
) -> Iterable[tuple[tuple[datetime, str], Markup]]:
    tree, language = document.tree, document.entry.language
    for index, update in enumerate(updates):
        path = f"updates.{index}.text"
        line, column = tree.starts.get(path) or tree.marks[path]
        prefix = f"{Update(at=update.at, texts={}).key}-"
        yield (
            (update.at, language),
            Markup(
                update.text,
                document.entry.path,
                first_line=line,
                first_column=column,
                language=language,
                id_prefix=prefix,
                folds=tree.folds.get(path, ()),
            ),
        )


def _unknown_updates(
    document: Document, updates: Iterable[UpdateTranslationFields], known: set[datetime]
) -> Iterable[Diagnostic]:
    for index, update in enumerate(updates):
        if update.at in known:
            continue
        path = f"updates.{index}.at"
        at = document.tree.written[path]
        listed = ", ".join(one.isoformat(timespec="minutes") for one in sorted(known))
        yield Diagnostic(
            code="AU023",
            message=f"`at` is “{at}”, and the post has no update of that time",
            hint=f"the post's updates are of {listed}" if known else "the post has no updates",
            location=Position(document.entry.path, *document.tree.marks[path]),
        )


def filled(
    draft: PostDraft,
    bodies: Mapping[str, Body],
    updates: Mapping[tuple[datetime, str], Body],
    links: Sequence[RelatedLink],
) -> Post:
    """The post with its rendered texts and resolved links."""
    texts = {
        language: replace(
            text, body=bodies[language], summary=text.summary or first_words(bodies[language])
        )
        for language, text in draft.post.texts.items()
    }
    said = tuple(
        replace(
            update, texts={lang: body for (at, lang), body in updates.items() if at == update.at}
        )
        for update in draft.post.updates
    )
    return replace(draft.post, texts=texts, updates=said, links=tuple(links))


LONGEST_SUMMARY = 200
"""How many characters of the first paragraph stand for a summary that nobody wrote."""


def first_words(body: Body) -> str:
    """The first paragraph without markup, cut at a word with “…”; empty if there is none."""
    headings = {heading.text for heading in body.headings}
    blocks = (" ".join(block.split()) for block in body.text.split("\n\n"))
    paragraph = next((block for block in blocks if block and block not in headings), "")
    return shortened(paragraph, LONGEST_SUMMARY)
