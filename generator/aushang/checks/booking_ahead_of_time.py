"""AU407 booking-ahead-of-time."""

from collections.abc import Iterator
from datetime import timedelta

from aushang.checks.rules import check
from aushang.model import Diagnostic, Publication, Severity

_FORM = "%Y-%m-%dT%H:%M"
_CLOCKS_DIFFER = timedelta(hours=1)


@check("AU407", stage="source", since="0.1", severity=Severity.WARNING)
def booking_ahead_of_time(publication: Publication) -> Iterator[Diagnostic]:
    """Booking data of a time that is still to come.

    What it finds: an `as_of` that lies ahead by more than an hour; so much two clocks may differ.
    Why it matters: nobody knows yet what will be free then, and what claims to be newer than it is
        counts for too long as fresh enough (AU404).
    Bad: `as_of: 2027-11-21T06:00`, written in 2026
    Good: `as_of: 2026-11-21T06:00`, written by the job that fetches the file
    """
    zone = publication.site.zone
    for one in publication.availability:
        until = one.as_of - _CLOCKS_DIFFER
        if publication.now < until:
            there = f" in “{one.location}”" if one.location else ""
            yield Diagnostic(
                code="AU407",
                message=(
                    f"places left of “{one.service}”{there} are to be those of"
                    f" {one.as_of.astimezone(zone):{_FORM}}, which is still to come"
                ),
                location=one.source.at("as_of"),
                hint="write when the booking system said so",
                until=until,
            )
