"""AU050 unknown-reference."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from aushang.checks.rules import check
from aushang.checks.suppression import CONFIGURATION
from aushang.model import Diagnostic, Location, Position, Post, Publication, Question, Service
from aushang.model.similar import did_you_mean

_FEW = 8


@dataclass(frozen=True, slots=True)
class _Reference:
    """An id, the folder of what it names, the word for that, and where it stands."""

    id: str
    folder: str
    noun: str
    position: Position


@check("AU050", stage="source", since="0.1")
def unknown_reference(publication: Publication) -> Iterator[Diagnostic]:
    """The id of a service, a place or a contact that does not exist.

    What it finds: an id under `services`, `locations` or `contact`, in a post, a place, a service,
        a question, booking data or the configuration, for which there is no file.
    Why it matters: the news would miss the page and the feed of those it concerns, and nobody would
        be named whom they could ask.
    Bad: `services: [suana]`
    Good: `services: [sauna]`, the name of `content/services/sauna.yml` without its ending
    """
    known: dict[str, Collection[str]] = {
        "services": publication.services,
        "locations": publication.locations,
        "contacts": publication.contacts,
    }
    unread = {tuple(PurePosixPath(path).with_suffix("").parts[-2:]) for path in publication.unread}
    for reference in _unknown(publication, known):
        # A file that is there and broken is one fault, not one more for each mention.
        if (reference.folder, reference.id) not in unread:
            yield Diagnostic(
                code="AU050",
                message=f"{reference.noun} “{reference.id}” does not exist",
                location=reference.position,
                hint=_hint(reference, known[reference.folder]),
            )


def _unknown(
    publication: Publication, known: Mapping[str, Collection[str]]
) -> Iterator[_Reference]:
    """References to what is not known. Places are looked up only of those: most are known."""
    posts, places = publication.all_posts, tuple(publication.locations.values())
    yield from _of_list(posts, "services", "service", known["services"])
    yield from _of_list(posts, "locations", "place", known["locations"])
    yield from _of_list(places, "services", "service", known["services"])
    questions = tuple(publication.questions.values())
    yield from _of_list(questions, "services", "service", known["services"])
    yield from _of_list(questions, "locations", "place", known["locations"])
    yield from _of_bookings(publication, known)
    contacts = known["contacts"]
    owners: tuple[Post | Service | Location | Question, ...] = (
        *posts,
        *questions,
        *publication.services.values(),
        *places,
    )
    for owner in owners:
        if owner.contact and owner.contact not in contacts:
            position = owner.source.at("contact")
            yield _Reference(owner.contact, "contacts", "contact", position)
    person = publication.site.contact
    if person and person not in contacts:
        yield _Reference(person, "contacts", "contact", Position(CONFIGURATION))


def _of_list(
    owners: Iterable[Post | Location | Question], folder: str, noun: str, known: Collection[str]
) -> Iterator[_Reference]:
    for owner in owners:
        for number, id_ in enumerate(getattr(owner, folder)):
            if id_ not in known:
                yield _Reference(id_, folder, noun, owner.source.at(folder, number))


def _of_bookings(
    publication: Publication, known: Mapping[str, Collection[str]]
) -> Iterator[_Reference]:
    for one in publication.availability:
        if one.service not in known["services"]:
            yield _Reference(one.service, "services", "service", one.source.at("service"))
        if one.location and one.location not in known["locations"]:
            yield _Reference(one.location, "locations", "place", one.source.at("location"))


def _hint(reference: _Reference, known: Collection[str]) -> str:
    guess = did_you_mean(reference.id, known)
    if guess:
        return guess
    if known and len(known) <= _FEW:
        return "known: " + ", ".join(f"“{name}”" for name in known)
    return f"write {reference.folder}/{reference.id}.yml, or remove the id"
