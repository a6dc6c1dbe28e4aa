"""A calendar whose events were read before, in other calendars, says what it says as a whole."""

from hypothesis import example, given
from hypothesis import strategies as st
from tests.factories import make_posts, make_publication
from tests.plain_words import WORDS as SPOKEN

from aushang.checks.written.feed.calendar import facts_of_whole_calendar
from aushang.checks.written.feed.events import _cut, _known_event, calendar_facts
from aushang.checks.written.feed.plain_events import plain_event
from aushang.outputs import calendar

SITE = "https://a.example/"
UNUSUAL = [
    *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "BEGIN:VTODO\r\nUID:t"),
    *("END:VTODO", "END:VCALENDAR", "BEGIN:VCALENDAR", " gefaltet", "\tgefaltet", "", "kaputt"),
    *("UID:7", "DTSTART:7", "DTSTAMP:20261120T080000", "DTEND:20261120T070000Z", "\n", "\r"),
    *(f"URL:{SITE}z/", "SUMMARY:B\\, C", "begin:vevent", "RECURRENCE-ID:20261120T080000Z", "\x00"),
    *("DURATION:PT1H", "X-WR-CALNAME:N", "END:VEVENT\r\n", "BEGIN:VEVENT\r\n\r\n", "\u2028", "ä"),
]
MORE = st.lists(st.sampled_from(UNUSUAL), min_size=1, max_size=2).map(
    lambda lines: "".join(f"{line}\r\n" for line in lines)
)
# Nothing unusual in most places: else nothing would ever be cut.
PIECES = st.integers(0, 11).flatmap(lambda rare: st.just("") if rare else MORE)
NUMBERS = st.integers(0, 99)
SIGNS = [
    *("\r\n ", "\r\n\t", "\r\n", "\n ", "\r", "\t", "\x00", "\x7f", "\x85", "\u2028", "\ufeff"),
    *("\\n", "\\", f" {SITE}z/ {SITE}.", ":", ";"),
]
WORDS = st.integers(0, 11).flatmap(lambda rare: st.just("ä") if rare else st.sampled_from(SIGNS))


def _event(number: int, inner: str, outer: str) -> str:
    return (
        f"BEGIN:VEVENT\r\nUID:{number}@a.example\r\nDTSTAMP:20261120T0800{number % 60:02}Z\r\n"
        f"SUMMARY:M {number}\r\nURL:{SITE}{number}/\r\nDESCRIPTION:Mehr: {SITE}c/\r\n{inner}"
        f"END:VEVENT\r\n{outer}"
    )


TIMES = st.sampled_from(
    ["20261120T080000Z"] * 9 + ["20261131T080000Z", "20261119T080000Z", "20261120", "x", ""]
)
DAYS = st.sampled_from(["20261120"] * 9 + ["20261131", "20261119", "20261120T080000Z", ""])


@st.composite
def _ours(draw: st.DrawFn) -> str:
    """An event as we spell it, but for what is drawn."""
    more, time, day = lambda: draw(WORDS), lambda: draw(TIMES), lambda: draw(DAYS)
    ends = draw(st.booleans())
    if draw(st.booleans()):
        when = f"DTSTART:{time()}\r\n" + (f"DTEND:{time()}\r\n" if ends else "")
    else:
        last = f"DTEND;VALUE=DATE:{day()}\r\n" if ends else ""
        when = f"DTSTART;VALUE=DATE:{day()}\r\n{last}"
    uid = draw(st.sampled_from(["", " ", "\xa0", *map(str, range(40))]))
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}{more()}\r\nDTSTAMP:{time()}\r\nCREATED:{time()}\r\n"
        f"LAST-MODIFIED:{time()}\r\nSEQUENCE:0{more()}\r\n{when}{draw(PIECES)}"
        f"STATUS:CONFIRMED{more()}\r\nTRANSP:TRANSPARENT\r\nSUMMARY:M{more()}\r\n"
        f"DESCRIPTION:Mehr: {SITE}c/{more()}\r\nLOCATION:Ost{more()}\r\n"
        f"CATEGORIES:Sauna{more()}\r\nURL:{SITE}{more()}\r\nEND:VEVENT\r\n{draw(PIECES)}"
    )


CALENDARS = st.builds(
    lambda head, events, end: (
        f"BEGIN:VCALENDAR\r\nPRODID:a\r\nVERSION:2.0\r\n{head}{''.join(events)}"
        f"END:VCALENDAR\r\n{end}"
    ),
    PIECES,
    st.lists(st.builds(_event, NUMBERS, PIECES, PIECES) | _ours(), max_size=4),
    PIECES,
)


@given(CALENDARS)
@example(f"BEGIN:VEVENT\r\n{_event(1, '', '')}{_event(2, '', '')}END:VCALENDAR\r\n")
@example(f"{_event(1, '', '')}{_event(2, '', '')}END:VCALENDAR\r\n")
def test_events_say_what_the_whole_says(text: str) -> None:
    """Whatever stands between the events, in them and around them."""
    data = text.encode()
    assert calendar_facts(data, SITE) == facts_of_whole_calendar(data, SITE)


def test_of_another_encoding() -> None:
    """What is not UTF-8 in one event is told of the file as a whole."""
    data = _event(1, "", "").join(["BEGIN:VCALENDAR\r\n", _event(2, "", "")]).encode("latin-1")
    data = data.replace(b"M 2", b"M \xe4") + b"END:VCALENDAR\r\n"
    assert calendar_facts(data, SITE) == facts_of_whole_calendar(data, SITE)


def test_our_own_events_are_plain() -> None:
    """Else no time would be saved."""
    publication = make_publication(list(make_posts(5)))
    for one in calendar.render(publication, SPOKEN):
        pieces = _cut(one.data)
        assert all(plain_event(event, SITE) for event in (pieces.others if pieces else ()))


def test_our_own_events_are_read_once() -> None:
    """Were they read again in each calendar, the tests above would show nothing."""
    publication = make_publication(list(make_posts(5)))
    _known_event.cache_clear()
    many = 0
    for one in calendar.render(publication, SPOKEN):
        facts = calendar_facts(one.data, publication.site.url)
        assert facts == facts_of_whole_calendar(one.data, publication.site.url)
        many += max(len(facts.views) - 1, 0)
    assert 0 < _known_event.cache_info().misses < many
