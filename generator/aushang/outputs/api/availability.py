"""Free places: all in short in one file, and the dates of each service at each place in another.

The file of the dates begins with the day of the build, so it stays as it is until the next one; the
short one changes when a date begins.
"""

from collections.abc import Iterator
from datetime import datetime, time
from functools import partial
from typing import Final

from aushang.model import Artifact, Availability, Publication, Slot
from aushang.model.addresses import absolute, of_booking
from aushang.model.availability import booked_out
from aushang.model.standing import wheres
from aushang.outputs.api import availability_shape, documents
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.envelope import document, enveloped, ways
from aushang.outputs.api.values import text_or_null
from aushang.outputs.times import iso_duration
from aushang.outputs.unit import NOTHING, Unit

NAME: Final = "availability"
_OF_NO_PLACE: Final = "services"


def availability_units(directory: Directory) -> Iterator[Unit[Artifact]]:
    """The file of all, then the files of those that customers are told about."""
    offered = _offered(directory.publication)
    yield Unit(
        name=f"api:{NAME}",
        topic=NOTHING,
        posts=(),
        make=lambda: (_in_short(directory, offered),),
        bookings=offered,
        is_of_now=True,
    )
    for one in offered:
        yield Unit(
            name=f"api:{NAME}:{one.location}:{one.service}",
            topic=NOTHING,
            posts=(),
            make=partial(_dates, directory, one),
            bookings=(one,),
            is_of_now=True,
        )


def _offered(publication: Publication) -> tuple[Availability, ...]:
    # What nobody offers has no page either, and is a finding (AU050, AU055).
    known = wheres(publication.locations, publication.services)
    return tuple(one for one in publication.availability if (one.location, one.service) in known)


def _name(one: Availability) -> str:
    return f"{NAME}/{one.location or _OF_NO_PLACE}/{one.service}"


def _in_short(directory: Directory, offered: tuple[Availability, ...]) -> Artifact:
    data = [_outlook(directory, one) for one in offered]
    sources = tuple(dict.fromkeys(one.source.path for one in offered))
    newest = max((one.as_of for one in offered), default=None)
    envelope = documents.AvailabilityDocument(
        **enveloped(sources, directory.at_most(newest), data),
        data=data,
        links=ways(directory, NAME, NAME),
    )
    return document(NAME, envelope, sources)


def _outlook(directory: Directory, one: Availability) -> availability_shape.Outlook:
    now = directory.publication.now
    free = one.next_free(now)
    return availability_shape.Outlook(
        **_told(directory, one),
        is_booked_out=any(begins <= now < ends for begins, ends in booked_out(one.slots)),
        next_free=_slot(directory, free) if free else None,
        dates=len(one.ahead(now)),
        file=directory.file(_name(one)),
    )


def _dates(directory: Directory, one: Availability) -> Iterator[Artifact]:
    publication, name = directory.publication, _name(one)
    zone = publication.site.zone
    midnight = datetime.combine(publication.now.astimezone(zone).date(), time(), zone)
    data = availability_shape.Dates(
        **_told(directory, one),
        time_zone=publication.site.time_zone,
        slots=[_slot(directory, slot) for slot in one.slots if slot.start >= midnight],
    )
    sources = (one.source.path,)
    envelope = documents.DatesDocument(
        **enveloped(sources, data["as_of"], [data]),
        data=data,
        links=documents.DatesLinks(
            **ways(directory, name, "dates"), availability=directory.file(NAME)
        ),
    )
    yield document(name, envelope, sources)


def _told(directory: Directory, one: Availability) -> availability_shape.Told:
    site = directory.site
    return availability_shape.Told(
        location=one.location or None,
        service=one.service,
        as_of=directory.at(one.as_of),
        stale_from=directory.at(one.stale_from),
        urls={
            language: absolute(site, of_booking(site, one.location, one.service, language))
            for language in site.languages
        },
    )


def _slot(directory: Directory, slot: Slot) -> availability_shape.Slot:
    return availability_shape.Slot(
        startDate=directory.at(slot.start),
        duration=iso_duration(slot.duration),
        remainingUses=slot.remaining,
        maximumUses=slot.maximum,
        name=text_or_null(slot.name),
        url=text_or_null(slot.url),
    )
