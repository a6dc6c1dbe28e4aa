"""The content after an edit of some of its files: only these are read."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime
from functools import partial

from aushang.content import places, posts
from aushang.content.assembly import Drafted, with_bookings
from aushang.content.availability.again import rebooked
from aushang.content.document import Document
from aushang.content.reading import Joined
from aushang.content.shelf import Shelf
from aushang.content.targets import of_posts
from aushang.model import Site


def redrafted(
    before: Drafted, changed: AbstractSet[str], *, now: datetime, shelf: Shelf
) -> Drafted | None:
    """The first pass after an edit of some files, by their whole paths, and of nothing else.

    The same as `draft`, but it looks at few posts. None where the edit reaches beyond posts and
    booking data that are there: a file is of neither, is broken, or gives its post another id or
    address. Neither in another year, which has other public holidays.
    """
    owners = {
        entry.place: number for number, one in enumerate(before.drafts) for entry in one.files
    }
    site = before.publication.site
    years, years_then = (places.years_around(at, site) for at in (now, before.publication.now))
    booked = {entry.place for one in before.bookings for entry in one.files}
    if years != years_then or not changed <= owners.keys() | booked:
        return None
    again = _rebooked(before, changed, shelf)
    if again is None:
        return None
    drafts, files = list(before.drafts), dict(before.targets.files)
    found = list(again.diagnostics)
    for number in {owners[file] for file in changed - booked}:
        then = drafts[number]
        joined = _joined(then, shelf, site)
        if joined is None or joined.draft is None:
            return None
        paths = {entry.path for entry in then.files}
        found = [one for one in found if one.location.path not in paths]
        found += joined.diagnostics
        files |= of_posts([joined.draft], site)
        drafts[number] = joined.draft
    every = tuple(one.post for one in drafts)
    return replace(
        again,
        publication=replace(again.publication, now=now, all_posts=every),
        drafts=tuple(drafts),
        targets=replace(before.targets, files=files),
        diagnostics=tuple(found),
    )


def _rebooked(before: Drafted, changed: AbstractSet[str], shelf: Shelf) -> Drafted | None:
    """The same with booking data as it is now; None where that is more than an edit of dates."""
    site = before.publication.site
    bookings = rebooked(before.bookings, changed, partial(shelf.bookings, site=site))
    if bookings is None:
        return None
    if bookings is before.bookings:
        return before
    paths = {entry.path for one in bookings for entry in one.files}
    others = tuple(one for one in before.diagnostics if one.location.path not in paths)
    return with_bookings(replace(before, diagnostics=others), bookings)


def _joined(then: posts.PostDraft, shelf: Shelf, site: Site) -> Joined | None:
    """A post that was read again; None where it is not one at the same place any more."""
    documents = shelf.documents(then.files, site)
    draft, faults = posts.join(documents[0], documents[1:])
    if draft is None or not _is_same_place(then, draft, documents):
        return None
    told = (one for document in documents for one in document.diagnostics)
    return Joined(draft, (*faults, *told), ())


def _is_same_place(
    then: posts.PostDraft, now: posts.PostDraft, documents: Iterable[Document]
) -> bool:
    """Whether all that others could trip over is as it was."""
    was, is_ = then.post, now.post
    return (
        was.id == is_.id
        and was.texts.keys() == is_.texts.keys()
        and all(
            (text.slug, text.redirects) == (is_.texts[language].slug, is_.texts[language].redirects)
            for language, text in was.texts.items()
        )
        and all(one.is_whole for one in documents)
    )
