"""AU055 unoffered-booking."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Availability, Diagnostic, Publication


@check("AU055", stage="source", since="0.1")
def unoffered_booking(publication: Publication) -> Iterator[Diagnostic]:
    """Booking data of a service at a place that does not offer it.

    What it finds: dates for which the place's file does not list the service, and dates that name
        no place while places do offer the service.
    Why it matters: what can be booked is shown with the service at its place; where there is no
        such thing, nobody ever sees it.
    Bad: `service: sauna` and `location: ost`, while `locations/ost.yml` has `services: [kurse]`
    Good: `services: [kurse, sauna]` in `locations/ost.yml`
    """
    for one in publication.availability:
        if one.service not in publication.services:
            continue
        offered_at = [
            id_ for id_, place in publication.locations.items() if one.service in place.services
        ]
        if one.location not in publication.locations:
            if not one.location and offered_at:
                yield _placeless(one, offered_at)
        elif one.location not in offered_at:
            yield Diagnostic(
                code="AU055",
                message=f"“{one.location}” does not offer “{one.service}”, which can be booked"
                " there",
                location=one.source.at("location"),
                hint=f"add “{one.service}” to `services` in locations/{one.location}.yml, or"
                " correct the id",
            )


def _placeless(one: Availability, offered_at: list[str]) -> Diagnostic:
    return Diagnostic(
        code="AU055",
        message=f"the dates of “{one.service}” name no place, and places offer it",
        location=one.source.at("service"),
        hint="add `location`; known: " + ", ".join(f"“{id_}”" for id_ in offered_at),
    )
