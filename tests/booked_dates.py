"""What booking systems say, for tests: dates with places left."""

from datetime import datetime, timedelta
from typing import Any

from tests.factories import berlin

from aushang.model import Source
from aushang.model.availability import Availability, Slot


def make_slot(start: datetime | str, remaining: int | None, **fields: Any) -> Slot:
    """A date of an hour; a text is a time in Berlin."""
    begins = berlin(start) if isinstance(start, str) else start
    return Slot(start=begins, **({"duration": timedelta(hours=1), "remaining": remaining} | fields))


def make_availability(*slots: Slot, as_of: datetime, **fields: Any) -> Availability:
    """Dates of the sauna in Mitte, as of then and good for a day."""
    values = {"service": "sauna", "location": "mitte", "good_for": timedelta(days=1)} | fields
    source = Source(f"content/availability/{values['service']}-{values['location']}.csv")
    return Availability(slots=slots, as_of=as_of, source=source, **values)


def make_dates(*told: tuple[str, int | None], as_of: datetime, **fields: Any) -> Availability:
    """Dates by the times at which they begin, each with its places left."""
    return make_availability(
        *(make_slot(start, left) for start, left in told), as_of=as_of, **fields
    )
