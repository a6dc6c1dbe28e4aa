"""Booking data after an edit of some of its files."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from aushang.content.availability.bookings import Bookings, put_together
from aushang.content.entries import Entry
from aushang.model import Diagnostic

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


def refound(
    found: Iterable[Diagnostic], before: Iterable[Bookings], now: Iterable[Bookings]
) -> list[Diagnostic]:
    """All findings, with those about booking data as they are `now`."""
    now = tuple(now)
    paths = {entry.path for one in before for entry in one.files}
    _, contests = put_together(now)
    others = (one for one in found if one.location.path not in paths)
    return [*others, *(finding for one in now for finding in one.diagnostics), *contests]
