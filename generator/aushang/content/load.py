"""The content folder becomes a `Publication` and a list of everything that is wrong with it.

Two passes, because a link may lead to any file: first each file is read for itself and the
addresses of all are known, then the texts are rendered.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from aushang.content import pages, places, posts, questions
from aushang.content.availability.bookings import Bookings, grouped, put_together, read_bookings
from aushang.content.conflicts import distinct, orphans
from aushang.content.document import ABOUT, Document
from aushang.content.entries import MEDIA_FOLDERS, Entry, Role
from aushang.content.inventory import Inventory, take
from aushang.content.joining import texts_of
from aushang.content.markdown.renderer import Renderer
from aushang.content.pictures import media_files
from aushang.content.press import Press
from aushang.content.reading import Joined, read_documents, read_posts
from aushang.content.targets import (
    Target,
    Targets,
    of_indexes,
    of_pages,
    of_places,
    of_posts,
    of_questions,
)
from aushang.model import (
    AushangError,
    Body,
    Diagnostic,
    MediaFile,
    Post,
    Publication,
    Question,
    Site,
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and all findings in the order of a report."""

    publication: Publication
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """Everything but the texts of posts: what is known before any of them is rendered.

    `publication` holds the posts without bodies, `drafts` the same posts in the same order.
    `inventory` is what was found in the folder, `asked` what the other texts asked for (see
    `Pressed`), `bookings` what the files of booking systems came to.
    """

    publication: Publication
    drafts: tuple[posts.PostDraft, ...]
    targets: Targets
    shown: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    inventory: Inventory
    asked: frozenset[str]
    bookings: tuple[Bookings, ...] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """A post with its texts, what was found in them, and the sources of the media they show.

    `asked` are the names below the content folder that its links and pictures asked for.
    """

    post: Post
    diagnostics: tuple[Diagnostic, ...]
    shown: frozenset[str]
    asked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kept:
    """A post that was read and pressed before, and what was found while its files were read."""

    post: Post
    diagnostics: tuple[Diagnostic, ...]


class Shelf(Protocol):
    """Where the files of the first pass come from."""

    def kept(self, files: Sequence[Entry]) -> Kept | None:
        """The post of these files (its own first) if it is known and none of them has changed."""

    def posts(self, groups: Sequence[Sequence[Entry]], site: Site) -> list[Joined]:
        """The posts of other groups of files, each post's own file first, in any order."""

    def documents(self, entries: Iterable[Entry], site: Site) -> list[Document]:
        """The documents of files that are of no post, in any order."""

    def bookings(self, groups: Iterable[Sequence[Entry]], site: Site) -> list[Bookings]:
        """What can be booked by files of one name each, in the order of `groups`."""

    def look(self, entries: Iterable[Entry]) -> None:
        """Note what these files are now, before somebody else reads them."""


class EmptyShelf:
    """Nothing is known: each file is read."""

    def kept(self, files: Sequence[Entry]) -> None:
        """Nothing."""

    def posts(self, groups: Sequence[Sequence[Entry]], site: Site) -> list[Joined]:
        """The posts of `groups`, read one after the other."""
        return read_posts(groups, site)

    def documents(self, entries: Iterable[Entry], site: Site) -> list[Document]:
        """The documents of `entries`, read one after the other."""
        return read_documents(entries, site)

    def bookings(self, groups: Iterable[Sequence[Entry]], site: Site) -> list[Bookings]:
        """What the files of `groups` say, read one after the other."""
        return [read_bookings(files, site) for files in groups]

    def look(self, entries: Iterable[Entry]) -> None:
        """Nothing is noted."""


EMPTY_SHELF: Shelf = EmptyShelf()


def load(content: Path, *, root: Path, site: Site, now: datetime, markdown: Renderer) -> Loaded:
    """Read everything below `content`; positions are relative to `root`.

    What is wrong in a file is a finding; the file is left out and all others are loaded. Raises
    AushangError if there is no such folder.
    """
    drafted = draft(content, root=root, site=site, now=now, markdown=markdown)
    return completed(drafted, [press_post(drafted, one, markdown) for one in drafted.drafts])


def draft(  # noqa: PLR0913  each is a thing of its own
    content: Path,
    *,
    root: Path,
    site: Site,
    now: datetime,
    markdown: Renderer,
    shelf: Shelf = EMPTY_SHELF,
) -> Drafted:
    """The first pass, and the few texts that are not of posts. Otherwise as `load`."""
    inventory = take(content, root, site)
    bookable = grouped(inventory.texts)
    own = {entry.place for files in bookable for entry in files}
    texts = [one for one in inventory.texts if one.place not in own] if own else inventory.texts
    kept, groups, others = _parted(texts, shelf)
    drafted = assemble(
        inventory,
        shelf.documents(others, site),
        joined=(*kept, *shelf.posts(groups, site)),
        site=site,
        now=now,
        markdown=markdown,
    )
    return with_bookings(drafted, shelf.bookings(bookable, site))


def press_post(drafted: Drafted, one: posts.PostDraft, markdown: Renderer) -> Pressed:
    """The second pass, of one post; posts can be pressed in any order and anywhere.

    Raises AushangError where the files of a post that was kept have changed this very moment.
    """
    press = Press(markdown, drafted.targets)
    post = press.post(_read_again(one, drafted.publication.site) if one.is_kept else one)
    return Pressed(post, tuple(press.diagnostics), frozenset(press.shown), frozenset(press.asked))


def _read_again(one: posts.PostDraft, site: Site) -> posts.PostDraft:
    base, *translations = read_documents(one.files, site)
    again, _ = posts.join(base, translations)
    if again is None:
        raise AushangError(f"{base.entry.path} changed while it was read", "build again")
    return again


def _parted(
    entries: Sequence[Entry], shelf: Shelf
) -> tuple[list[Joined], list[list[Entry]], list[Entry]]:
    """The posts that are kept, the files of those that are not, and the other entries."""
    groups: dict[str, list[Entry]] = {}
    others = []
    for entry in entries:
        if entry.role is Role.POST:
            groups.setdefault(entry.group, []).append(entry)
        else:
            others.append(entry)
    kept, unknown = [], []
    for group in groups.values():
        files = sorted(group, key=lambda one: one.is_translation)
        if [one.is_translation for one in files[:2]] not in ([False], [False, True]):
            # Translations of nothing, and files of one name in two Unicode forms.
            others += files
            continue
        found = shelf.kept(files)
        if found is None:
            unknown.append(files)
        else:
            made = posts.PostDraft(
                post=found.post, inside=files[0].inside, files=tuple(files), is_kept=True
            )
            kept.append(Joined(made, found.diagnostics, ()))
    return kept, unknown, others


def completed(drafted: Drafted, pressed: Iterable[Pressed]) -> Loaded:
    """The publication with the posts as they were pressed, and all findings."""
    done = list(pressed)
    shown = drafted.shown.union(*(one.shown for one in done))
    publication = replace(
        drafted.publication,
        all_posts=tuple(one.post for one in done),
        media=_shown(drafted.targets.media, shown),
    )
    found = {*drafted.diagnostics, *(finding for one in done for finding in one.diagnostics)}
    return Loaded(publication, tuple(sorted(found, key=lambda one: one.order)))


def assemble(  # noqa: PLR0913  each is a thing of its own
    inventory: Inventory,
    documents: Iterable[Document],
    *,
    site: Site,
    now: datetime,
    markdown: Renderer,
    joined: Sequence[Joined] = (),
) -> Drafted:
    """The drafts of an inventory whose texts were read already, in any order.

    The `joined` posts are those that are not among the documents.
    """
    ordered = sorted(documents, key=lambda one: one.entry.inside)
    media, found = media_files(inventory.entries)
    found += (*inventory.diagnostics, *orphans(inventory.texts))
    own = texts_of(ordered, joined)
    post_drafts, page_drafts, clashes = distinct(own.posts, own.pages, site)
    files = dict(_targets(post_drafts, page_drafts, own.questions, ordered, site))
    targets = Targets(files, media, inventory.prefix)
    press = Press(markdown, targets)
    # What answers ask for is told by what they come to: pages and lists need not know of it.
    answers = Press(markdown, targets)
    drafts = tuple(sorted(post_drafts, key=lambda one: one.post.id))
    publication = _without_texts(ordered, page_drafts, press, Publication(site=site, now=now))
    return Drafted(
        publication=replace(
            publication,
            all_posts=tuple(one.post for one in drafts),
            unread=frozenset(own.broken),
            questions=_questions(own.questions, answers),
        ),
        drafts=drafts,
        targets=targets,
        shown=frozenset(press.shown | answers.shown),
        diagnostics=(*found, *own.found, *clashes, *press.diagnostics, *answers.diagnostics),
        inventory=inventory,
        asked=frozenset(press.asked),
    )


def _targets(
    post_drafts: Iterable[posts.PostDraft],
    page_drafts: Iterable[pages.PageDraft],
    question_drafts: Iterable[questions.QuestionDraft],
    documents: Sequence[Document],
    site: Site,
) -> Iterator[tuple[str, Target]]:
    """All that has an address of its own, by name below the content folder."""
    yield from of_posts(post_drafts, site)
    yield from of_pages(page_drafts, site)
    yield from of_questions(question_drafts, site)
    yield from of_places(documents, site)
    yield from of_indexes(documents, site)


def with_bookings(drafted: Drafted, bookings: Sequence[Bookings]) -> Drafted:
    """The same with what the files of booking systems came to, by their names."""
    availability, contests = put_together(bookings)
    broken = (path for one in bookings for path in one.broken)
    publication = replace(
        drafted.publication,
        availability=availability,
        unread=drafted.publication.unread.union(broken),
    )
    found = (finding for one in bookings for finding in one.diagnostics)
    return replace(
        drafted,
        publication=publication,
        diagnostics=(*drafted.diagnostics, *found, *contests),
        bookings=tuple(bookings),
    )


def _without_texts(
    documents: Sequence[Document],
    page_drafts: Iterable[pages.PageDraft],
    press: Press,
    publication: Publication,
) -> Publication:
    """Everything but posts: few texts, on which every page of the site leans."""
    site = publication.site
    all_pages = [press.page(draft) for draft in page_drafts]
    about = _about(documents, press)
    return replace(
        publication,
        pages=tuple(sorted(all_pages, key=lambda page: page.id)),
        services=places.services(documents, about[Role.SERVICE_TEXT], site),
        locations=places.locations(documents, about[Role.LOCATION_TEXT], site, publication.now),
        contacts=places.contacts(documents, site),
    )


def _questions(drafts: Iterable[questions.QuestionDraft], press: Press) -> Mapping[str, Question]:
    return {one.question.id: press.question(one) for one in questions.ordered(drafts)}


def _about(documents: Iterable[Document], press: Press) -> Mapping[Role, places.About]:
    """The longer texts about services and places, rendered, in the order of their languages."""
    about: dict[Role, dict[str, dict[str, Body]]] = {role: {} for role in sorted(ABOUT)}
    for document in sorted(documents, key=lambda one: one.entry.is_translation):
        entry = document.entry
        if entry.role in ABOUT and document.body:
            body = press.body(document.body, entry.inside)
            about[entry.role].setdefault(entry.name, {})[entry.language] = body
    return about


def _shown(media: Mapping[str, MediaFile], shown: frozenset[str]) -> tuple[MediaFile, ...]:
    """All of media/ and static/, and of the pictures beside posts those that are shown."""
    files = (
        file
        for name, file in media.items()
        if name.partition("/")[0] in MEDIA_FOLDERS or file.source in shown
    )
    return tuple(sorted(files, key=lambda file: file.site_path))
