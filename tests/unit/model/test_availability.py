"""Booking data: what is ahead of it, and how long it is true."""

from datetime import timedelta

from tests.booked_dates import make_dates
from tests.factories import berlin

NOW = berlin("2026-11-20T09:00")


def test_what_is_free_next() -> None:
    """Of the dates that have not begun."""
    told = [("2026-11-20T08:00", 3), ("2026-11-21T10:00", 0), ("2026-11-24T10:00", 2)]
    data = make_dates(*told, as_of=NOW)
    assert len(data.ahead(NOW)) == 2
    free = data.next_free(NOW)
    assert free
    assert free.start == berlin("2026-11-24T10:00")
    assert data.stale_from == NOW + timedelta(days=1)
