"""Booking data after an edit of some of its files."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from aushang.content.availability.bookings import Bookings
from aushang.content.entries import Entry

Read = Callable[[Iterable[Sequence[Entry]]], list[Bookings]]


def rebooked(
    before: tuple[Bookings, ...], changed: AbstractSet[str], read: Read
) -> tuple[Bookings, ...] | None:
    """What files come to if `changed` were edited, by whole paths; `before` itself if none was.

    None where one cannot be read now or could not then: that concerns more than booking data.
    """
    stale = [one for one in before if any(entry.place in changed for entry in one.files)]
    if not stale:
        return before
    again = read(one.files for one in stale)
    if any(one.broken for one in (*stale, *again)):
        return None
    by_name = {one.name: one for one in (*before, *again)}
    return tuple(by_name[one.name] for one in before)
