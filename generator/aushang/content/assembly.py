"""Files that were read become the draft of a publication: everything but the texts of posts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from aushang.content import pages, places, posts, questions
from aushang.content.availability.bookings import Bookings, put_together
from aushang.content.conflicts import distinct, orphans
from aushang.content.document import ABOUT, Document
from aushang.content.entries import Role
from aushang.content.inventory import Inventory
from aushang.content.joining import texts_of
from aushang.content.markdown.renderer import Renderer
from aushang.content.pictures import media_files
from aushang.content.press import Press
from aushang.content.reading import Joined
from aushang.content.targets import (
    Target,
    Targets,
    of_indexes,
    of_pages,
    of_places,
    of_posts,
    of_questions,
)
from aushang.model import Body, Diagnostic, Publication, Question, Site


@dataclass(frozen=True, slots=True)
class Drafted:
    """Everything but the texts of posts: what is known before any of them is rendered.

    `publication` holds the posts without bodies, `drafts` the same posts in the same order.
    `inventory` is what was found in the folder, `asked` what the other texts asked for (see
    `load.Pressed`), `bookings` what the files of booking systems came to.
    """

    publication: Publication
    drafts: tuple[posts.PostDraft, ...]
    targets: Targets
    shown: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    inventory: Inventory
    asked: frozenset[str]
    bookings: tuple[Bookings, ...] = ()


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
