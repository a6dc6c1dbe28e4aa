"""A post as an event of a calendar: when, what, where, and whom to ask.

A customer's calendar shows what was announced at its time. So a reopening and a new price are the
moment at which they begin, and what nobody knows the end of is no bar across all the months to
come: it stands at its beginning and says so.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from aushang.model import Phase, Post, PostType, Publication, UpdateStatus, begins
from aushang.model.addresses import absolute, of_post
from aushang.model.permanent_ids import event_id
from aushang.model.phase import holds_until_further_word
from aushang.outputs.characters import clean
from aushang.outputs.edition import Edition
from aushang.outputs.facts import contact_text, facts_text

_MOMENTS: Final = frozenset({PostType.REOPENING, PostType.PRICE})
"""Types of which a calendar shows the beginning alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a calendar shows of a post. Plain text; `url` is absolute.

    `begins` and `ends` are both days, or both moments in UTC; `ends` is exclusive, and without it
    the event is the day or the moment alone. `sequence` grows with each word that is said.
    """

    id: str
    url: str
    sequence: int
    created: datetime
    modified: datetime
    begins: date | datetime
    ends: date | datetime | None
    is_cancelled: bool
    title: str
    description: str
    location: str
    contact: str
    categories: tuple[str, ...]


def is_event(post: Post) -> bool:
    """Whether it has a place in a calendar: news only where it says when it begins."""
    return post.type is not PostType.NEWS or post.starts is not None


def has_file(publication: Publication, post: Post) -> bool:
    """Whether a customer may want to note it down: it says when it holds, and is not over.

    What was taken back keeps its file, which says so.
    """
    has_period = is_event(post) and (post.starts is not None or post.ends is not None)
    is_over = publication.phases[post.id] is Phase.OVER and post.withdrawn is None
    return has_period and not is_over


def known_end(post: Post) -> datetime | None:
    """When it is over as far as anybody said; None for a mere moment and for an open end.

    A matter that is solved early is over then. One that was taken back keeps the time for which it
    was announced: at that time customers look whether it takes place.
    """
    if post.type in _MOMENTS:
        return None
    said = [one.at for one in post.updates if one.status is UpdateStatus.RESOLVED]
    return min((*said, *([post.ends] if post.ends else [])), default=None)


def is_open_ended(post: Post) -> bool:
    """Whether it holds until further word."""
    is_over = known_end(post) is not None or post.withdrawn is not None
    return holds_until_further_word(post.type) and not is_over


def event_of(edition: Edition, post: Post) -> Event:
    """The event of a post that is one and has a text in the edition's language."""
    site, words = edition.site, edition.words
    text = post.texts[edition.language]
    url = absolute(site, of_post(site, post, edition.language))
    starts, ends = begins(post), known_end(post)
    # Solved, or ended, before it began: it never took place.
    is_void = ends is not None and ends <= starts
    is_cancelled = is_void or post.withdrawn is not None
    is_open = is_open_ended(post)
    first, last = _whole_days(edition, starts, None if is_void else ends)
    title = words.open_ended(text.title) if is_open else text.title
    if is_cancelled:
        title = words.update_title(text.title, UpdateStatus.WITHDRAWN)
    return Event(
        id=event_id(site, post),
        url=url,
        sequence=len(post.updates) + (post.updated is not None),
        created=_in_utc(post.published),
        modified=_in_utc(post.modified),
        begins=first,
        ends=last,
        is_cancelled=is_cancelled,
        title=clean(title),
        description=clean(_description(edition, post, url, is_open=is_open)),
        location=clean(_location(edition, post)),
        contact=clean(contact_text(edition, post)),
        categories=tuple(
            map(clean, (words.type_name(post.type), *edition.services_of(post).values()))
        ),
    )


def _whole_days(
    edition: Edition, starts: datetime, ends: datetime | None
) -> tuple[date | datetime, date | datetime | None]:
    """From midnight to midnight where customers are, it is days; else moments."""
    first = starts.astimezone(edition.site.zone)
    last = ends.astimezone(edition.site.zone) if ends else None
    if first.time() == time() and (last is None or last.time() == time()):
        return first.date(), last.date() if last else None
    return _in_utc(starts), _in_utc(ends) if ends else None


def _description(edition: Edition, post: Post, url: str, *, is_open: bool) -> str:
    """The summary, what was said last, the facts, and where to read on."""
    words, text = edition.words, post.texts[edition.language]
    paragraphs = [text.summary.strip()]
    if is_open:
        paragraphs.append(words.no_end())
    if post.updates:
        newest = post.updates[0]
        paragraphs.append(words.last_word(edition.local(newest.at), newest.status))
    paragraphs.append("\n".join(facts_text(edition, post)))
    return "\n\n".join(filter(None, (*paragraphs, url)))


def _location(edition: Edition, post: Post) -> str:
    """The places that it names, with their addresses."""
    told = []
    for id_, name in edition.locations_of(post).items():
        address = edition.publication.locations[id_].address
        where = f", {address.street}, {address.postcode} {address.city}" if address else ""
        told.append(name + where)
    return "; ".join(told)


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)
