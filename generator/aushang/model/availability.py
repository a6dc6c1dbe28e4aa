"""What can be booked: dates with places left, as a booking system last told it."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from aushang.model.source import Source

LOOKS_AHEAD = timedelta(days=7)
"""A service is booked out while there are dates in this time and none of them is free."""

Stretch = tuple[datetime, datetime]
"""From a time to another, half-open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One date. The fields are those of OpenActive's `Slot`; times are aware.

    `remaining` are the places left: None is “ask”, never “full”. `maximum` are all there are, None
    if nobody says. `name` is what takes place where that is more than the service (“Rückenfit”),
    `url` where this very date is booked.
    """

    start: datetime
    duration: timedelta
    remaining: int | None
    maximum: int | None = None
    name: str = ""
    url: str = ""

    @property
    def is_free(self) -> bool:
        """Whether somebody can, or perhaps can, still book it."""
        return self.remaining is None or self.remaining > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """The dates of a service at a place, by their start.

    `as_of` is when the booking system said so, and `good_for` how long we promised that it holds.
    """

    service: str
    location: str
    slots: tuple[Slot, ...]
    as_of: datetime
    good_for: timedelta
    source: Source

    @property
    def stale_from(self) -> datetime:
        """When the promise runs out."""
        return self.as_of + self.good_for

    def ahead(self, now: datetime) -> tuple[Slot, ...]:
        """The dates that have not begun."""
        return self.slots[bisect_right(self.slots, now, key=lambda slot: slot.start) :]

    def next_free(self, now: datetime) -> Slot | None:
        """The first date ahead that is free."""
        return next((slot for slot in self.ahead(now) if slot.is_free), None)


def booked_out(slots: Iterable[Slot]) -> Iterator[Stretch]:
    """When there are dates within `LOOKS_AHEAD` and none of them is free, in order.

    A date counts until it begins. `slots` are in order of their start.
    """
    taken: list[Stretch] = []
    free: list[Stretch] = []
    for slot in slots:
        counts = (slot.start - LOOKS_AHEAD, slot.start)
        (free if slot.is_free else taken).append(counts)
    return without(joined(taken), joined(free))


def joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Stretches that touch become one. They come, and go, in order of their beginning."""
    last: Stretch | None = None
    for begins, ends in stretches:
        if last and begins <= last[1]:
            last = (last[0], max(last[1], ends))
            continue
        if last:
            yield last
        last = (begins, ends)
    if last:
        yield last


def without(stretches: Iterable[Stretch], holes: Iterable[Stretch]) -> Iterator[Stretch]:
    """What is left of stretches; both come in order, and neither overlaps its own kind."""
    waiting = deque(holes)
    for begins, ends in stretches:
        at = begins
        while at < ends:
            while waiting and waiting[0][1] <= at:
                waiting.popleft()
            opens, closes = waiting[0] if waiting else (ends, ends)
            if at < opens:
                yield at, min(opens, ends)
            at = max(closes, ends) if opens >= ends else closes
