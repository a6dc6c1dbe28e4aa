"""Where the next free place is, in words: now, and whenever a date has passed."""

from collections.abc import Sequence
from datetime import datetime

from aushang.model import Availability, Slot, Where
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


def known_until(press: Press, data: Availability) -> datetime | None:
    """Up to when a page knows which dates have passed: it sees so many of them, perhaps all."""
    ahead = data.ahead(press.publication.now)
    return ahead[MOMENTS].start if len(ahead) > MOMENTS else None


def free_places(press: Press, data: Availability) -> list[Timed]:
    """What there is to book as one sentence for each time, and that it is old once it is."""
    return [*outlooks(press, data), *stale_words(press, data)]


def outlooks(press: Press, data: Availability) -> list[Timed]:
    """What there is to book; behind what a page knows nothing, rather than what may be wrong."""
    now, end = press.publication.now, known_until(press, data)
    ahead = {slot.start for slot in data.ahead(now)[:MOMENTS]} - {end}
    found = runs((now, *sorted(ahead)), lambda at: outlook(press.as_of(at), data), end)
    return [Timed(phrase_markup(phrase), (spell,)) for spell, phrase in found]


def stale_words(press: Press, data: Availability) -> list[Timed]:
    """That it is old, from when on it is."""
    now, end, stale = press.publication.now, known_until(press, data), data.stale_from
    told = staleness(press.as_of(max(now, stale)), data)
    if told is None or (end and end <= stale):
        return []
    return [Timed(phrase_markup(told), ((stale if now < stale else None, end),))]


def mixed_until(slots: Sequence[Slot]) -> list[datetime]:
    """Up to when some of the dates ahead are free and some are not; nothing if all are alike."""
    others = [slot.start for slot in slots if slot.is_free is not slots[-1].is_free]
    return others[-1:]
