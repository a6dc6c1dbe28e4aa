"""The content folder becomes a `Publication` and a list of everything that is wrong with it.

Two passes, because a link may lead to any file: first each file is read for itself and the
addresses of all are known, then the texts are rendered.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from aushang.content import pages, places, posts
from aushang.content.conflicts import distinct, orphans
from aushang.content.document import ABOUT, Document, read_document
from aushang.content.entries import MEDIA_FOLDERS, Entry, Role
from aushang.content.inventory import Inventory, read, take
from aushang.content.markdown.renderer import Renderer
from aushang.content.pictures import media_files
from aushang.content.press import Press
from aushang.content.targets import Targets, of_indexes, of_pages, of_places, of_posts
from aushang.model import Body, Diagnostic, MediaFile, Publication, Site


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and all findings in the order of a report."""

    publication: Publication
    diagnostics: tuple[Diagnostic, ...]


def load(content: Path, *, root: Path, site: Site, now: datetime, markdown: Renderer) -> Loaded:
    """Read everything below `content`; positions are relative to `root`.

    What is wrong in a file is a finding; the file is left out and all others are loaded. Raises
    AushangError if there is no such folder.
    """
    inventory = take(content, root, site)
    documents = read_documents(inventory.texts, site)
    return assemble(inventory, documents, site=site, now=now, markdown=markdown)


def assemble(
    inventory: Inventory,
    documents: Iterable[Document],
    *,
    site: Site,
    now: datetime,
    markdown: Renderer,
) -> Loaded:
    """The publication of an inventory whose texts were read already, in any order."""
    ordered = sorted(documents, key=lambda one: one.entry.inside)
    media, found = media_files(inventory.entries)
    found += inventory.diagnostics
    found += orphans(ordered)
    for document in ordered:
        found += document.diagnostics
    targets = Targets({}, media, inventory.prefix)
    publication, more = _published(ordered, targets, markdown, Publication(site=site, now=now))
    diagnostics = sorted({*found, *more}, key=lambda one: one.order)
    return Loaded(publication, tuple(diagnostics))


def read_documents(entries: Iterable[Entry], site: Site) -> list[Document]:
    """The documents of `entries`, read one after the other."""
    documents = []
    for entry in entries:
        data = read(entry)
        if isinstance(data, Diagnostic):
            documents.append(Document(entry=entry, diagnostics=(data,)))
        else:
            documents.append(read_document(data, entry, site))
    return documents


def _published(
    documents: Sequence[Document],
    targets: Targets,
    markdown: Renderer,
    publication: Publication,
) -> tuple[Publication, list[Diagnostic]]:
    site = publication.site
    post_drafts, page_drafts, found = _joined(documents)
    post_drafts, page_drafts, clashes = distinct(post_drafts, page_drafts, site)
    files = dict(of_posts(post_drafts, site))
    files |= of_pages(page_drafts, site)
    files |= of_places(documents, site)
    files |= of_indexes(documents, site)
    press = Press(markdown, replace(targets, files=files))
    all_posts = [press.post(draft) for draft in post_drafts]
    all_pages = [press.page(draft) for draft in page_drafts]
    about = _about(documents, press)
    filled = replace(
        publication,
        all_posts=tuple(sorted(all_posts, key=lambda post: post.id)),
        pages=tuple(sorted(all_pages, key=lambda page: page.id)),
        services=places.services(documents, about[Role.SERVICE_TEXT], site),
        locations=places.locations(documents, about[Role.LOCATION_TEXT], site),
        contacts=places.contacts(documents, site),
        media=_shown(targets.media, press.shown),
        unread=frozenset(one.entry.path for one in documents if not one.is_whole),
    )
    return filled, [*found, *clashes, *press.diagnostics]


def _joined(
    documents: Sequence[Document],
) -> tuple[list[posts.PostDraft], list[pages.PageDraft], list[Diagnostic]]:
    """Posts and pages with their translations, in the order of their names."""
    translations: defaultdict[tuple[Role, str], list[Document]] = defaultdict(list)
    for document in documents:
        if document.entry.is_translation:
            translations[document.entry.role, document.entry.group].append(document)
    post_drafts, page_drafts = [], []
    found: list[Diagnostic] = []
    for document in documents:
        entry = document.entry
        others = translations[entry.role, entry.group]
        if entry.is_translation:
            continue
        if entry.role is Role.POST:
            draft, faults = posts.join(document, others)
            found += faults
            if draft:
                post_drafts.append(draft)
        elif entry.role is Role.PAGE:
            page = pages.join(document, others)
            if page:
                page_drafts.append(page)
    return post_drafts, page_drafts, found


def _about(documents: Iterable[Document], press: Press) -> Mapping[Role, places.About]:
    """The longer texts about services and places, rendered, in the order of their languages."""
    about: dict[Role, dict[str, dict[str, Body]]] = {role: {} for role in sorted(ABOUT)}
    for document in sorted(documents, key=lambda one: one.entry.is_translation):
        entry = document.entry
        if entry.role in ABOUT and document.body:
            body = press.body(document.body, entry.inside)
            about[entry.role].setdefault(entry.name, {})[entry.language] = body
    return about


def _shown(media: Mapping[str, MediaFile], shown: set[str]) -> tuple[MediaFile, ...]:
    """All of media/ and static/, and of the pictures beside posts those that are shown."""
    files = (
        file
        for name, file in media.items()
        if name.partition("/")[0] in MEDIA_FOLDERS or file.source in shown
    )
    return tuple(sorted(files, key=lambda file: file.site_path))
