"""What units are made from, by name, with a digest of each (see `outdated`)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from aushang.build.program import program
from aushang.build.shelf import Shelf
from aushang.content.assembly import Drafted
from aushang.content.entries import Role
from aushang.content.load import Pressed
from aushang.content.posts import PostDraft
from aushang.model import Availability, MediaFile, Post, Publication, Question, Site, moments
from aushang.outputs.shell import Frame

SHARED = ("configuration", "theme", "program", "frame")
"""What every page reads."""
BOOKING = "booking:"
"""How names begin of what can be booked of a service at a place."""
QUESTION = "question:"

_MINUTE = "%Y-%m-%d %H:%M"
NEVER = datetime.max.replace(tzinfo=UTC)
"""The end of time."""
_CONTENT = {Role.SERVICE: "service", Role.LOCATION: "location", Role.CONTACT: "contact"} | {
    Role.SERVICE_TEXT: "service",
    Role.LOCATION_TEXT: "location",
}
_READ_APART = frozenset({Role.POST, Role.QUESTION, Role.BOOKING, Role.BOOKING_DATA})
_FILES = frozenset({Role.MEDIA, Role.PICTURE})
_BLOG = frozenset({Role.AUTHORS, Role.DEFAULTS})


def reads_of_post(pressed: Pressed, site: Site) -> tuple[str, ...]:
    """The inputs of a post's unit."""
    post = pressed.post
    return (
        f"post:{post.id}",
        f"clock:{post.id}",
        *(f"service:{one}" for one in post.services),
        *(f"location:{one}" for one in post.locations),
        f"contact:{post.contact or site.contact}",
        *(f"target:{one}" for one in sorted(pressed.asked)),
        "defaults",
        *SHARED,
    )


def inputs_around(
    publication: Publication, host: Mapping[str, str], frames: Mapping[str, Frame]
) -> dict[str, str]:
    """What all of a site stands in: `host` are the inputs that the edge knows."""
    now = publication.now.astimezone(publication.site.zone)
    return {
        **host,
        "program": program(),
        "frame": _digest(frames),
        "clock:minute": f"{now:{_MINUTE}#%z}",
        "clock:year": f"{now:%Y}",
    }


def inputs_of(drafted: Drafted, shelf: Shelf) -> dict[str, str]:
    """What there is to read in the content folder."""
    found = {**_of_files(drafted, shelf), **_of_media(drafted, shelf), **clocks(drafted)}
    found |= of_bookings(drafted)
    found |= _of_questions(drafted)
    for draft in drafted.drafts:
        found[f"post:{draft.post.id}"] = _of_sources(draft, shelf)
    return found


def booking_name(availability: Availability) -> str:
    """The input that booking data is: `booking:kurse@mitte`."""
    return f"{BOOKING}{availability.service}@{availability.location}"


def of_bookings(drafted: Drafted) -> dict[str, str]:
    """The booking data of each service at each place, as digests of the files that tell it."""
    owners = {id(one): found for found in drafted.bookings for one in found.availability}
    return {
        booking_name(one): _digest(owners[id(one)].sources)
        for one in drafted.publication.availability
    }


def question_name(question: Question) -> str:
    """The input that a question with its answers is."""
    return f"{QUESTION}{question.id}"


def _of_questions(drafted: Drafted) -> dict[str, str]:
    """As they were rendered, so that it matters nowhere else what their links lead to."""
    return {question_name(one): _digest(one) for one in drafted.publication.questions.values()}


def clock_of_bookings(found: Sequence[Availability], now: datetime, zone: ZoneInfo) -> str:
    """The last date of booking data that has begun, or the last promise that ran out; or empty.

    Pages of now are made anew each minute; a date may begin within one.
    """
    begun = (one.slots[: len(one.slots) - len(one.ahead(now))][-1:] for one in found)
    passed = [slot.start for slots in begun for slot in slots]
    passed += [one.stale_from for one in found if one.stale_from <= now]
    return _told(max(passed), zone) if passed else ""


def _of_sources(draft: PostDraft, shelf: Shelf) -> str:
    # Most posts are one file, and its digest says it all.
    if len(draft.files) == 1:
        return shelf.digest(draft.files[0])
    return _joined(shelf.digest(one) for one in draft.files)


def inputs_of_post(draft: PostDraft, publication: Publication, shelf: Shelf) -> dict[str, str]:
    """The inputs of one post."""
    post = draft.post
    return {
        f"post:{post.id}": _of_sources(draft, shelf),
        f"clock:{post.id}": _clock(post, publication.now, publication.site.zone),
    }


def clocks(drafted: Drafted) -> dict[str, str]:
    """Of each post, the last of its moments that is over."""
    now, zone = drafted.publication.now, drafted.publication.site.zone
    return {f"clock:{one.post.id}": _clock(one.post, now, zone) for one in drafted.drafts}


def _clock(post: Post, now: datetime, zone: ZoneInfo) -> str:
    """As people write it, and behind a `#` the very moment; empty before the first."""
    passed = [moment for moment in moments(post) if moment <= now]
    if not passed:
        return ""
    return _told(max(passed), zone)


def _told(last: datetime, zone: ZoneInfo) -> str:
    local = last.astimezone(zone)
    # Ten thousand times: half of what a format of `datetime` takes.
    minute = f"{local.year}-{local.month:02}-{local.day:02} {local.hour:02}:{local.minute:02}"
    return f"{minute}#{last.timestamp():.6f}"


def next_moment(drafts: Iterable[PostDraft], now: datetime) -> datetime:
    """When time changes something about one of the posts next; the end of time if never."""
    coming = (moment for one in drafts for moment in moments(one.post) if moment > now)
    return min(coming, default=NEVER)


def of_targets(drafted: Drafted, shelf: Shelf, asked: Iterable[str]) -> dict[str, str]:
    """What the names lead to that links and pictures asked for; nothing where there is nothing."""
    entries = {one.path: one for one in drafted.inventory.entries if one.role in _FILES}
    found = {}
    for name in asked:
        answer = drafted.targets.answer(name)
        if any(answer):
            media = (one for one in answer if isinstance(one, MediaFile))
            sizes = [shelf.digest(entries[one.source]) for one in media]
            found[f"target:{name}"] = _digest((answer, sizes))
    return found


def _of_files(drafted: Drafted, shelf: Shelf) -> dict[str, str]:
    """Services, places, contacts and pages: each, and all of a kind."""
    parts: dict[str, list[str]] = {}
    for entry in drafted.inventory.texts:
        digest = shelf.digest(entry) if entry.role not in _READ_APART else ""
        kind = _CONTENT.get(entry.role)
        if kind:
            parts.setdefault(f"{kind}:{entry.name}", []).append(digest)
            parts.setdefault(f"{kind}s", []).append(f"{entry.inside} {digest}")
        elif entry.role in _BLOG:
            parts.setdefault("defaults", []).append(f"{entry.inside} {digest}")
        elif entry.role not in _READ_APART:
            parts.setdefault("pages", []).append(f"{entry.inside} {digest}")
    for service in drafted.publication.services.values():
        # A blog's categories have no files: the first post that names one spells it.
        if f"service:{service.id}" not in parts:
            parts[f"service:{service.id}"] = [_digest(service)]
            parts.setdefault("services", []).append(f"{service.id} {_digest(service)}")
    for location in drafted.publication.locations.values():
        # Public holidays stand in no file: with each year, and with their package, they change.
        days = [one for one in location.special_hours if one.entry is None]
        if days:
            parts[f"location:{location.id}"].append(_digest(days))
            parts["locations"].append(f"{location.id} {_digest(days)}")
    return {name: _joined(found) for name, found in parts.items()}


def _of_media(drafted: Drafted, shelf: Shelf) -> dict[str, str]:
    found = [
        f"{entry.inside} {shelf.digest(entry)}"
        for entry in drafted.inventory.entries
        if entry.role in _FILES
    ]
    return {"media": _joined(found)} if found else {}


def of_other_texts(drafted: Drafted, shelf: Shelf) -> dict[str, str]:
    """What the links of pages and of the longer texts about services and places lead to."""
    return {"links": _digest(sorted(of_targets(drafted, shelf, drafted.asked).items()))}


def _digest(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()


def _joined(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()
