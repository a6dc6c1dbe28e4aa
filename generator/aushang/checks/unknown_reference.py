"""AU050 unknown-reference."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from aushang.checks.rules import check
from aushang.checks.suppression import CONFIGURATION
from aushang.model import Diagnostic, Location, Position, Post, Publication, Service
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

    What it finds: an id under `services`, `locations` or `contact`, in a post, a place, a service
        or the configuration, for which there is no file.
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
    services, locations, contacts = known["services"], known["locations"], known["contacts"]
    for post in publication.all_posts:
        for number, service in enumerate(post.services):
            if service not in services:
                position = post.source.at("services", number)
                yield _Reference(service, "services", "service", position)
        for number, location in enumerate(post.locations):
            if location not in locations:
                position = post.source.at("locations", number)
                yield _Reference(location, "locations", "place", position)
    for place in publication.locations.values():
        for number, service in enumerate(place.services):
            if service not in services:
                position = place.source.at("services", number)
                yield _Reference(service, "services", "service", position)
    owners: tuple[Post | Service | Location, ...] = (
        *publication.all_posts,
        *publication.services.values(),
        *publication.locations.values(),
    )
    for owner in owners:
        if owner.contact and owner.contact not in contacts:
            position = owner.source.at("contact")
            yield _Reference(owner.contact, "contacts", "contact", position)
    person = publication.site.contact
    if person and person not in contacts:
        yield _Reference(person, "contacts", "contact", Position(CONFIGURATION))


def _hint(reference: _Reference, known: Collection[str]) -> str:
    guess = did_you_mean(reference.id, known)
    if guess:
        return guess
    if known and len(known) <= _FEW:
        return "known: " + ", ".join(f"“{name}”" for name in known)
    return f"write {reference.folder}/{reference.id}.yml, or remove the id"
