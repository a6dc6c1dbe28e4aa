"""Dates in their usual spelling are read by a quicker way, and mean what they meant."""

from datetime import datetime
from email.utils import parsedate_to_datetime

from hypothesis import example, given
from hypothesis import strategies as st

from aushang.checks.written.feed import dates
from aushang.checks.written.views import moment

SIGNS = st.sampled_from([*"0123456789+-: TZ,.", "Jan", "Feb", "Sun", "٣", "\n"])


@st.composite
def _nearly(draw: st.DrawFn, usual: str) -> str:
    """A date with some signs of it replaced."""
    text = list(usual)
    for at in draw(st.lists(st.integers(0, len(text) - 1), max_size=3)):
        text[at] = draw(SIGNS)
    return "".join(text)


@given(_nearly("Sun, 28 Feb 2026 09:00:59 +0100"))
@example("Sun, 29 Feb 2026 09:00:59 +0100")
@example("Sun, 28 Feb 2026 09:00:60 +0100")
@example("Sun, 28 Feb 0026 09:00:59 +0100")
@example("Sun, 28 Feb 2026 09:00:59 -0000")
@example("Sun, 28 Feb 2026 09:00:59 +2400")
@example("Sun, 28 Feb 2026 09:00:59 +0160")
def test_dates_of_rss(text: str) -> None:
    """RFC 822, which the standard library's reader of mail understands as well."""
    slow = dates._is_date(dates._RFC_822.fullmatch(" ".join(text.split())))
    assert dates.is_rfc822.__wrapped__(text) == slow
    usual = dates.iso_of(text)
    if usual:
        assert _seconds(lambda: datetime.fromisoformat(usual)) == _seconds(
            lambda: parsedate_to_datetime(text)
        )
        assert moment(text) == _seconds(lambda: parsedate_to_datetime(text))


@given(_nearly("2026-02-28T09:00:59+01:00"))
@example("2026-02-29T09:00:59+01:00")
@example("2026-02-28T09:00:60+01:00")
@example("0000-02-28T09:00:59+01:00")
@example("2026-02-28T09:00:59+24:00")
@example("2026-W01-1T09:00:59+01:0")
def test_dates_of_atom(text: str) -> None:
    """RFC 3339."""
    slow = dates._is_date(dates._RFC_3339.fullmatch(text.strip()))
    assert dates.is_rfc3339.__wrapped__(text) == slow


def _seconds(read) -> int | None:
    try:
        at = read()
        return int(at.timestamp()) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None
