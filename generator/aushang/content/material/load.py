"""The folder of a blog becomes a `Publication`, by the way that Aushang's own folder goes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from aushang.content.assembly import Drafted, assemble
from aushang.content.document import Document, read_document
from aushang.content.entries import Entry, Role
from aushang.content.inventory import read, take
from aushang.content.markdown.renderer import Renderer
from aushang.content.material.blog import Blog, read_blog
from aushang.content.material.documents import BlogPostFields, read_text
from aushang.content.material.former import old_category
from aushang.content.material.layout import BlogLayout
from aushang.content.shelf import EMPTY_SHELF, Shelf
from aushang.model import Diagnostic, Localised, Publication, Service, Site, Source
from aushang.model.addresses import slugify

_TEXTS = frozenset({Role.POST, Role.PAGE, Role.INDEX})


def draft(  # noqa: PLR0913  each is a thing of its own
    content: Path,
    *,
    root: Path,
    site: Site,
    now: datetime,
    markdown: Renderer,
    shelf: Shelf = EMPTY_SHELF,
) -> Drafted:
    """Read the blog below `content`; positions are relative to `root`.

    What is wrong in a file is a finding; the file is left out and all others are loaded. Raises
    AushangError if there is no such folder.
    """
    layout = BlogLayout(content)
    inventory = replace(take(content, root, site, layout), prefix=layout.prefix)
    # Settings of folders reach into files, so all are read, whatever is known of them.
    shelf.look(inventory.texts)
    blog = read_blog(inventory, site, markdown)
    entries = (one for one in inventory.texts if one.role not in {Role.AUTHORS, Role.DEFAULTS})
    documents = [_document(entry, blog) for entry in entries]
    drafted = assemble(inventory, documents, site=site, now=now, markdown=markdown)
    publication = drafted.publication
    people = (one for one in blog.authors.values() if one)
    filled = replace(
        publication,
        services=_with_categories(publication, documents),
        contacts={**{one.id: one for one in people}, **publication.contacts},
    )
    found = (*drafted.diagnostics, *blog.diagnostics)
    return replace(drafted, publication=filled, diagnostics=found)


def _document(entry: Entry, blog: Blog) -> Document:
    data = read(entry)
    if isinstance(data, Diagnostic):
        return Document(entry=entry, diagnostics=(data,))
    if entry.role in _TEXTS:
        return read_text(data, entry, blog)
    return read_document(data, entry, blog.site)


def _with_categories(
    publication: Publication, documents: Iterable[Document]
) -> Mapping[str, Service]:
    """The services with files of their own, then the categories of what is shown, by name.

    A category comes into being by being named, in the spelling of the first file that names it.
    """
    wanted = {service for post in publication.posts for service in post.services}
    made: dict[str, Service] = {}
    for document in sorted(documents, key=lambda one: one.entry.inside):
        fields = document.fields
        for name in fields.categories if isinstance(fields, BlogPostFields) else ():
            identity = slugify(name)
            if identity in wanted - publication.services.keys():
                made.setdefault(identity, _category(identity, name, document, publication.site))
    return {**publication.services, **dict(sorted(made.items()))}


def _category(identity: str, name: str, document: Document, site: Site) -> Service:
    return Service(
        id=identity,
        name=Localised({site.language: name}),
        summary=Localised({}),
        source=Source(document.entry.path),
        redirects={site.language: (old_category(document.entry.inside, name),)},
    )
