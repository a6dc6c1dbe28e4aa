"""A text of the blog becomes a document, as if it had been written in Aushang's own format."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from aushang.content.document import Document
from aushang.content.entries import Entry, Role
from aushang.content.front_matter import Parts, split
from aushang.content.markdown.renderer import Markup
from aushang.content.material.blog import Blog
from aushang.content.material.findings import missing, unseen_text
from aushang.content.material.former import old_address, slug_of
from aushang.content.material.front_matter import Dates, FrontMatter
from aushang.content.material.keys import Keys, Link, read_keys, with_defaults
from aushang.content.material.titles import heading, is_only_heading
from aushang.content.schema.posts import (
    PageFields,
    PageTranslationFields,
    PostFields,
    PostTranslationFields,
)
from aushang.content.source import decode
from aushang.content.yaml_tree import Mark, Tree, parse
from aushang.model import Diagnostic, Menu, PostType, Severity
from aushang.model.addresses import slugify

_EMPTY_FILE = "AU009"
_IS_SEGMENT = re.compile(r"[^\s/?#\\:.%][^\s/?#\\:%]*\Z")


class BlogPostFields(PostFields):
    """A post's fields with the names of its categories, of which services are made."""

    categories: tuple[str, ...] = ()


def read_text(data: bytes, entry: Entry, blog: Blog) -> Document:
    """A post, a page or the page of the blog itself, with every fault that it has.

    Faults of a draft are warnings: it may be unfinished.
    """
    text, faults = decode(data, entry.path)
    if text is None:
        return Document(entry=entry, diagnostics=faults)
    parts = split(text, entry.path)
    if isinstance(parts, Diagnostic):
        if parts.code == _EMPTY_FILE or entry.role is Role.POST:
            return Document(entry=entry, diagnostics=(parts,))
        parts = Parts("", text, 1)
    tree = parse(parts.yaml, entry.path, first_line=2)
    keys = read_keys(tree, entry.path, blog.site)
    markup = Markup(parts.body, entry.path, first_line=parts.body_line, language=entry.language)
    if entry.role is Role.INDEX:
        found = () if is_only_heading(parts.body) else (unseen_text(entry.path, parts.body_line),)
        return Document(entry=entry, fields=keys.fields, diagnostics=(*keys.diagnostics, *found))
    document = _document(entry, keys, markup, blog)
    if _is_draft(keys, blog.above(entry.inside)):
        softer = [replace(one, severity=Severity.WARNING) for one in document.diagnostics]
        return replace(document, diagnostics=tuple(softer))
    return document


def _is_draft(own: Keys, above: Iterable[Keys]) -> bool:
    """As the nearest of them says, right or wrong as the rest of it may be."""
    said = (one.tree.values["draft"] for one in (own, *above) if "draft" in one.tree.values)
    return next(said, False) is True


def _document(entry: Entry, keys: Keys, markup: Markup, blog: Blog) -> Document:
    above = list(blog.above(entry.inside))
    found = [*keys.diagnostics, *blog.strangers(keys, entry.path)]
    own = keys.fields or FrontMatter()
    whole = with_defaults(own, (one.fields for one in above if one.fields))
    title = whole.title or heading(markup, blog.markdown)
    found += _missing(entry, keys, whole, title)
    fields: BaseModel | None = None
    if not any(one.is_error for one in found):
        links = [*keys.links, *(link for one in above for link in one.links)]
        fields = _fields(entry, whole, title, links, blog)
    return Document(
        entry=entry,
        fields=fields,
        tree=_translated(keys.tree, whole, keys.links),
        body=replace(markup, title=title),
        diagnostics=tuple(found),
        links_from_root=True,
    )


def _missing(entry: Entry, keys: Keys, whole: FrontMatter, title: str) -> Iterator[Diagnostic]:
    """A post needs a date, everything needs a title; what is there and wrong was told already."""
    if not keys.tree.is_whole:
        return
    told = keys.tree.values.keys() | keys.tree.empty
    if not title and "title" not in told:
        hint = "add a line `title: …`, or begin the text with `# …`"
        yield missing("title", hint, keys.tree, entry.path)
    is_post = entry.role is Role.POST and not entry.is_translation
    if is_post and whole.date is None and "date" not in told:
        yield missing("date", "add a line such as `date: 2026-11-21`", keys.tree, entry.path)


def _fields(
    entry: Entry, whole: FrontMatter, title: str, links: list[Link], blog: Blog
) -> BaseModel:
    words: dict[str, Any] = {"title": title, "summary": whole.description, "draft": whole.draft}
    if entry.role is Role.POST:
        slug = slugify(whole.slug or slug_of(title)) or None
        if entry.is_translation:
            return PostTranslationFields.model_construct(**words, slug=slug)
        return _post(entry, whole, {**words, "slug": slug}, links, blog)
    if entry.is_translation:
        return PageTranslationFields.model_construct(**words)
    menu = Menu.NONE if "/" in entry.name else Menu.MAIN
    return PageFields.model_construct(
        **words,
        menu=whole.menu or menu,
        order=whole.order,
        redirects=whole.redirects,
        ignore=whole.ignore,
    )


def _post(
    entry: Entry,
    whole: FrontMatter,
    words: Mapping[str, Any],
    links: list[Link],
    blog: Blog,
) -> BlogPostFields:
    dates = whole.date
    if not isinstance(dates, Dates):
        dates = Dates.model_construct(created=dates)
    slug = whole.slug or slug_of(words["title"])
    old = (old_address(entry.inside, dates.created, slug),) if _IS_SEGMENT.match(slug) else ()
    return BlogPostFields.model_construct(
        **words,
        type=PostType.NEWS,
        published=dates.created,
        updated=dates.updated,
        id=whole.id,
        services=tuple(dict.fromkeys(slugify(name) for name in whole.categories)),
        categories=whole.categories,
        contact=blog.contact_of(whole.authors) or None,
        tags=whole.tags,
        links=tuple({link.title: link.target} if link.title else link.target for link in links),
        pin=whole.pin,
        redirects=tuple(dict.fromkeys((*whole.redirects, *old))),
        ignore=whole.ignore,
    )


def _translated(tree: Tree, whole: FrontMatter, links: tuple[Link, ...]) -> Tree:
    """The tree with its places under the names that the model's fields have too."""
    marks = tree.marks
    names = {"published": "date", "updated": "date.updated", "summary": "description"}
    names |= {"contact": "authors"}
    names |= {f"services.{at}": f"categories.{at}" for at in range(len(whole.categories))}
    more: dict[str, Mark] = {ours: marks[its] for ours, its in names.items() if its in marks}
    for index, link in enumerate(links):
        if link.mark:
            more[f"links.{index}"] = link.mark
    return replace(tree, marks={**marks, **more})
