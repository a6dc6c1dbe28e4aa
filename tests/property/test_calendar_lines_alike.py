"""Our lines of a calendar are, byte for byte, those of the library `icalendar`."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Timezone, TimezoneStandard, vDate, vDatetime
from icalendar.parser import Contentline

from aushang.outputs.ical import _UTC, _line, _moment, _when

# Lengths of one to four bytes, and the signs behind which no line is folded.
WORDS = st.text(st.sampled_from("aü€🧖\\^;, "), max_size=200)
ZONES = st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
FIRST = datetime(1, 1, 2)
LAST = datetime(9999, 12, 30)


@given(WORDS)
@example("a" * 65)
@example("a" * 66)
@example("a" * 65 + "\\na")
@example("a" * 64 + "\\\\" * 60)
@example("^" * 200)
@example("🧖" * 60)
def test_folds(words: str) -> None:
    """Never within a character, nor behind a backslash."""
    library = Contentline(f"SUMMARY:{words}").to_ical()  # type: ignore[no-untyped-call]
    assert _line("SUMMARY", words) == library


@given(st.datetimes(FIRST, LAST, timezones=ZONES))
def test_times(at: datetime) -> None:
    """In UTC, with four digits for any year, and without parts of a second."""
    assert _moment(at).encode() == vDatetime(at.astimezone(UTC)).to_ical()
    name, day = _when("DTSTART", at.date())
    assert name == "DTSTART;VALUE=DATE"
    assert day.encode() == vDate(at.date()).to_ical()


def test_the_zone_of_a_calendar_without_events() -> None:
    """The least part that a calendar may consist of."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("TZID", "UTC")
    standard.add("DTSTART", datetime(1970, 1, 1))
    standard.add("TZOFFSETFROM", timedelta())
    standard.add("TZOFFSETTO", timedelta())
    zone.add_component(standard)
    assert zone.to_ical() == _UTC + b"\r\n"
