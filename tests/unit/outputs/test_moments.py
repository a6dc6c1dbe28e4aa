"""Days, times and spans as a careful editor writes them, in German and English."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from tests.factories import BERLIN, berlin

from aushang.outputs.moments import Almanac, Phrase
from aushang.outputs.wording import wording

GERMAN = Almanac(wording("de"), BERLIN)
ENGLISH = Almanac(wording("en"), BERLIN)


def plain(words: str | Phrase) -> str:
    """Without the spaces at which no line ends."""
    return str(words).replace("\u00a0", " ")


def test_moments_have_weekday_day_and_time() -> None:
    """The form of a single time, and its machine form with the offset."""
    at = berlin("2026-11-23T06:00")
    assert plain(GERMAN.moment(at).text) == "Mo., 23. November 2026, 6:00 Uhr"
    assert plain(ENGLISH.moment(at).text) == "Mon, 23 November 2026, 6:00 am"
    assert GERMAN.moment(at).iso == "2026-11-23T06:00:00+01:00"


def test_no_line_ends_between_a_number_and_what_it_counts() -> None:
    """The day stays with its month and the time with its unit; elsewhere lines may end."""
    told = GERMAN.moment(berlin("2026-11-23T06:00")).text
    assert told == "Mo., 23.\u00a0November 2026, 6:00\u00a0Uhr"


def test_times_are_told_in_the_zone_of_the_place() -> None:
    """A time in UTC is told as the clock on the wall shows it."""
    at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert plain(GERMAN.moment(at).text) == "Mo., 23. November 2026, 0:30 Uhr"
    assert GERMAN.day(at).iso == "2026-11-23"


def test_midnight_is_the_day_alone() -> None:
    """Who writes a date without a time means the day."""
    assert plain(GERMAN.moment(berlin("2026-11-27T00:00")).text) == "Fr., 27. November 2026"


def test_the_zone_stands_where_it_matters() -> None:
    """“Stand” names the zone, in summer another than in winter."""
    winter, summer = berlin("2026-11-21T21:00"), berlin("2026-07-01T21:00")
    assert plain(GERMAN.moment_with_zone(winter).text).endswith("21:00 Uhr (MEZ)")
    assert plain(GERMAN.moment_with_zone(summer).text).endswith("21:00 Uhr (MESZ)")
    assert plain(ENGLISH.moment_with_zone(winter).text).endswith("9:00 pm (CET)")


def test_a_time_that_comes_twice_names_its_zone() -> None:
    """On the night of the clock change 2:30 is told apart; 3:30 needs nothing."""
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    assert plain(GERMAN.moment(first).text).endswith("2:30 Uhr (MESZ)")
    assert plain(GERMAN.moment(first.replace(fold=1)).text).endswith("2:30 Uhr (MEZ)")
    assert plain(GERMAN.moment(berlin("2026-10-25T03:30")).text).endswith("3:30 Uhr")


def test_a_span_over_a_repeated_hour_is_told_apart() -> None:
    """Two times of one day that look alike are not: each names its zone."""
    begins = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    told = plain(GERMAN.span(begins, begins.replace(fold=1)))
    assert told == "So., 25. Oktober 2026, 2:30 Uhr (MESZ) bis 2:30 Uhr (MEZ)"


@pytest.mark.parametrize(
    ("begins", "ends", "german", "english"),
    [
        (
            "2026-11-23T06:00",
            "2026-12-20T22:00",
            "23. November, 6:00 Uhr, bis 20. Dezember 2026, 22:00 Uhr",
            "23 November, 6:00 am, to 20 December 2026, 10:00 pm",
        ),
        (
            "2026-12-23T06:00",
            "2027-01-04T22:00",
            "23. Dezember 2026, 6:00 Uhr, bis 4. Januar 2027, 22:00 Uhr",
            "23 December 2026, 6:00 am, to 4 January 2027, 10:00 pm",
        ),
        (
            "2026-11-23T06:00",
            "2026-11-23T22:00",
            "Mo., 23. November 2026, 6:00 bis 22:00 Uhr",
            "Mon, 23 November 2026, 6:00 am to 10:00 pm",
        ),
        (
            "2026-11-23T10:00",
            "2026-11-23T12:00",
            "Mo., 23. November 2026, 10:00 bis 12:00 Uhr",
            "Mon, 23 November 2026, 10:00 am to noon",
        ),
        (
            "2026-12-24T00:00",
            "2026-12-25T00:00",
            "Do., 24. Dezember 2026, ganztägig",
            "Thu, 24 December 2026, all day",
        ),
        (
            "2026-12-24T00:00",
            "2026-12-27T00:00",
            "24. bis 26. Dezember 2026",
            "24 to 26 December 2026",
        ),
        (
            "2026-11-24T00:00",
            "2026-12-27T00:00",
            "24. November bis 26. Dezember 2026",
            "24 November to 26 December 2026",
        ),
        (
            "2026-12-24T00:00",
            "2027-01-02T00:00",
            "24. Dezember 2026 bis 1. Januar 2027",
            "24 December 2026 to 1 January 2027",
        ),
        (
            "2026-11-23T06:00",
            "2026-12-21T00:00",
            "23. November, 6:00 Uhr, bis einschließlich 20. Dezember 2026",
            "23 November, 6:00 am, to the end of 20 December 2026",
        ),
        (
            "2026-11-23T00:00",
            "2026-12-20T22:00",
            "23. November bis 20. Dezember 2026, 22:00 Uhr",
            "23 November to 20 December 2026, 10:00 pm",
        ),
    ],
)
def test_spans_say_nothing_twice(begins: str, ends: str, german: str, english: str) -> None:
    """Year, day and unit stand once; a midnight is the day before, included."""
    assert plain(GERMAN.span(berlin(begins), berlin(ends))) == german
    assert plain(ENGLISH.span(berlin(begins), berlin(ends))) == english


def test_spans_across_the_clock_change_keep_wall_times() -> None:
    """From summer to winter time both ends are told as the clock shows them then."""
    told = GERMAN.span(berlin("2026-10-24T06:00"), berlin("2026-10-26T06:00"))
    assert plain(told) == "24. Oktober, 6:00 Uhr, bis 26. Oktober 2026, 6:00 Uhr"
    assert told.moments["begins"].iso.endswith("+02:00")
    assert told.moments["ends"].iso.endswith("+01:00")


def test_open_ends() -> None:
    """From a time on, since a time, until a time."""
    at = berlin("2026-11-23T06:00")
    assert plain(GERMAN.onwards(at)) == "ab Mo., 23. November 2026, 6:00 Uhr"
    assert plain(GERMAN.since(at)) == "seit Mo., 23. November 2026, 6:00 Uhr, bis auf Weiteres"
    assert plain(GERMAN.until(at)) == "bis Mo., 23. November 2026, 6:00 Uhr"
    assert plain(ENGLISH.since(at)) == "since Mon, 23 November 2026, 6:00 am, until further notice"


def test_until_midnight_includes_the_day_before() -> None:
    """An end at 0:00 on Tuesday is the end of Monday; the machine form stays exact."""
    told = GERMAN.until(berlin("2026-11-24T00:00"))
    assert plain(told) == "bis einschließlich Mo., 23. November 2026"
    assert told.moments["ends"].iso == "2026-11-24T00:00:00+01:00"
    assert plain(ENGLISH.until(berlin("2026-11-24T00:00"))) == (
        "until the end of Mon, 23 November 2026"
    )


def test_the_year_of_now_goes_without_saying() -> None:
    """Short notes leave this year out and no other."""
    short = Almanac(wording("de"), BERLIN, 2026)
    assert plain(short.moment(berlin("2026-11-23T06:00")).text) == "Mo., 23. November, 6:00 Uhr"
    assert plain(short.moment(berlin("2027-01-04T06:00")).text) == "Mo., 4. Januar 2027, 6:00 Uhr"
    told = short.span(berlin("2026-12-24T00:00"), berlin("2027-01-02T00:00"))
    assert plain(told) == "24. Dezember bis 1. Januar 2027"


@pytest.mark.parametrize(
    ("opens", "closes", "german", "english"),
    [
        (time(6), time(23), "6:00 bis 23:00 Uhr", "6:00 am to 11:00 pm"),
        (time(6, 30), time(0), "6:30 bis 24:00 Uhr", "6:30 am to midnight"),
        (time(18), time(2), "18:00 bis 2:00 Uhr", "6:00 pm to 2:00 am"),
        (time(12), time(20), "12:00 bis 20:00 Uhr", "noon to 8:00 pm"),
        (time(0), time(12), "0:00 bis 12:00 Uhr", "midnight to noon"),
        (time(0), time(0), "rund um die Uhr", "around the clock"),
        (time(23), time(6), "23:00 bis 6:00 Uhr", "11:00 pm to 6:00 am"),
        (
            time(6),
            time(6),
            "6:00 bis 6:00 Uhr am nächsten Tag",
            "6:00 am to 6:00 am the next day",
        ),
    ],
)
def test_opening_times(opens: time, closes: time, german: str, english: str) -> None:
    """The unit stands once; noon and midnight have names in English."""
    assert plain(GERMAN.opening(opens, closes)) == german
    assert plain(ENGLISH.opening(opens, closes)) == english


def test_days_months_and_weekdays() -> None:
    """What lists and tables need."""
    assert plain(GERMAN.on(date(2026, 12, 24)).text) == "Do., 24. Dezember 2026"
    assert GERMAN.month(date(2026, 11, 1)) == "November 2026"
    assert [GERMAN.weekday(day) for day in (0, 6)] == ["Montag", "Sonntag"]
    assert ENGLISH.weekday(2) == "Wednesday"


def test_a_language_without_words_has_dates_of_its_own() -> None:
    """French reads English words and French months."""
    french = Almanac(wording("fr"), BERLIN)
    assert french.month(date(2026, 8, 1)) == "août 2026"


def test_zones_without_a_clock_change() -> None:
    """A zone that never changes has no ambiguous time."""
    tokyo = Almanac(wording("de"), ZoneInfo("Asia/Tokyo"))
    at = datetime(2026, 10, 24, 16, 30, tzinfo=UTC)
    assert plain(tokyo.moment(at).text) == "So., 25. Oktober 2026, 1:30 Uhr"
