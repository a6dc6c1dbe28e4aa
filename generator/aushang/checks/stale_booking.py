"""AU404 stale-booking."""

from collections.abc import Iterator
from datetime import timedelta

from aushang.checks.rules import check
from aushang.model import Diagnostic, Publication

_FORM = "%Y-%m-%dT%H:%M"
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


@check("AU404", stage="source", since="0.1")
def stale_booking(publication: Publication) -> Iterator[Diagnostic]:
    """Booking data that is older than was promised.

    What it finds: dates with places left that are still to come, while the time has passed for
        which `good_for` (or the option `booking_good_for`) said that they hold. What is over is
        shown to nobody and is let be.
    Why it matters: customers come for a place that was taken days ago, or stay away from one that
        is free.
    Bad: `as_of: 2026-11-21T06:00` with `good_for: 24h`, and nothing newer on 23 November
    Good: a booking system that writes its file each night, before the site is built
    """
    zone = publication.site.zone
    for one in publication.availability:
        since = one.stale_from
        until = one.slots[-1].start if one.slots else since
        if since < until:
            yield Diagnostic(
                code="AU404",
                message=(
                    f"places left of “{one.service}”{_there(one.location)} are those of"
                    f" {one.as_of.astimezone(zone):{_FORM}}, and were to hold for"
                    f" {_length(one.good_for)}"
                ),
                location=one.source.at("as_of"),
                hint="run the booking system's export again; if it comes less often, say so with"
                " `good_for`",
                since=since,
                until=until,
            )


def _there(location: str) -> str:
    return f" in “{location}”" if location else ""


def _length(term: timedelta) -> str:
    """As it is written in the file: in the largest unit that it has whole."""
    if term % _DAY == timedelta() and term > _DAY:
        return f"{term // _DAY}d"
    if term % _HOUR == timedelta():
        return f"{term // _HOUR}h"
    return f"{term // timedelta(minutes=1)} min"
