"""Where the next free place is, in words: now, and whenever a date has passed."""

from itertools import islice

from aushang.model import Availability, Where
from aushang.outputs.moments import Phrase
from aushang.outputs.pages.outlook import outlook, staleness
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.spells import Timed, runs
from aushang.outputs.pages.templates import phrase_markup

MOMENTS = 24
"""Dates that a page sees pass."""


def booking_data(press: Press, where: Where) -> Availability | None:
    """What a booking system told about a service at a place."""
    found = (one for one in press.publication.availability if (one.location, one.service) == where)
    return next(found, None)


def free_places(press: Press, data: Availability) -> list[Timed]:
    """What there is to book as one sentence for each time, and that it is old once it is.

    A page knows of so many dates; then it says nothing, rather than what may be wrong.
    """
    now, stale = press.publication.now, data.stale_from
    ahead = [slot.start for slot in islice(data.ahead(now), MOMENTS + 1)]
    end = ahead[MOMENTS] if len(ahead) > MOMENTS else None
    moments = {at for at in (*ahead[:MOMENTS], stale) if now < at and (end is None or at < end)}

    def told(press_then: Press) -> tuple[Phrase, ...]:
        found = (outlook(press_then, data), staleness(press_then, data))
        return tuple(one for one in found if one)

    return [
        Timed(phrase_markup(one), (spell,))
        for spell, phrases in runs((now, *sorted(moments)), lambda at: told(press.as_of(at)), end)
        for one in phrases
    ]
