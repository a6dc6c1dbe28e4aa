"""Any words and times survive a calendar and come back equal, on lines of 75 octets."""

from datetime import UTC, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.calendar_reading import calendars
from tests.factories import (
    make_bilingual_post,
    make_contact,
    make_location,
    make_publication,
    make_service,
    make_site,
    make_text,
    make_update,
)
from tests.title_words import one_line

from aushang.checks.written.feed.calendar import said_in_calendar
from aushang.checks.written.feed.content_lines import content_lines, text_of
from aushang.checks.written.site import facts_of
from aushang.model import Publication, UpdateStatus
from aushang.model.addresses import absolute, of_post

LINES = one_line(120)
ANYTHING = st.text(st.characters(), min_size=1, max_size=60)
SITE = "https://aktuell.kraftraum.example/"


def publication_with(words: str) -> Publication:
    """The words in a title, a summary, a service, a place and the person."""
    texts = {"de": make_text("de", words, summary=words, slug="a")}
    post = make_bilingual_post(texts=texts, starts="2026-11-23T06:00", tags=(words,))
    return make_publication(
        [post],
        site=make_site(languages=("de",)),
        services={"sauna": make_service(name=words)},
        locations={"mitte": make_location(name=words, address=None)},
        contacts={"jana-weiss": make_contact(name=words)},
    )


def values(data: bytes, part: str = "VEVENT") -> dict[str, str]:
    """The properties of the last part of that name."""
    found: dict[str, str] = {}
    is_inside = False
    for line in content_lines(data.decode()):
        assert line.name, line.value
        if line.name in {"BEGIN", "END"}:
            is_inside = line.name == "BEGIN" and line.value == part
        elif is_inside:
            found[line.name] = line.value
    return found


@example("C:\\Neu\\nah; a, b \\; \\, \\\\")
@example("🧖‍♀️👨‍👩‍👧" * 8)
@example("ü" * 200)
@example("BEGIN:VEVENT")
@example("END:VCALENDAR")
@given(LINES)
@settings(deadline=None, max_examples=80)
def test_any_words_come_back(words: str) -> None:
    """By the rules of RFC 5545 and nothing else."""
    data = calendars(publication_with(words))["feeds/calendar.ics"]
    event = values(data)
    assert text_of(event["SUMMARY"]) == words
    assert text_of(event["DESCRIPTION"]).startswith(f"{words}\n\n")
    assert text_of(event["LOCATION"]) == words
    assert text_of(event["CONTACT"]).startswith(words)
    assert text_of(event["CATEGORIES"]) == f"Wiedereröffnung,{words}"


@example("\ud800 lone")
@example("\x00\x1b\x7f\ufffe\x85\u2028\r\n\r")
@given(ANYTHING)
@settings(deadline=None, max_examples=80)
def test_no_character_breaks_a_line(words: str) -> None:
    """At most 75 octets, CR and LF at the end, UTF-8 throughout, and no flaw for the gate."""
    for data in calendars(publication_with(words)).values():
        *lines, last = data.split(b"\r\n")
        assert last == b""
        for line in lines:
            assert len(line) <= 75
            assert not set(b"\r\n") & set(line)
            line.decode()
        flaws = facts_of("text/calendar", data, SITE).flaws
        assert {flaw.code for flaw in flaws} <= {"AU311"}


SPANS = st.integers(1, 40_000_000).map(lambda seconds: timedelta(seconds=seconds))
MOMENTS = st.datetimes(
    datetime(1990, 1, 1),
    datetime(2090, 1, 1),
    timezones=st.just(UTC),
).map(lambda at: at.replace(microsecond=0))


@given(
    MOMENTS,
    st.none() | SPANS,
    st.sampled_from(("closure", "maintenance", "availability", "reopening", "price", "news")),
    st.dictionaries(SPANS, st.sampled_from(UpdateStatus)),
)
@settings(deadline=None, max_examples=80)
def test_the_gate_agrees_with_every_event(starts, lasts, kind, words):
    """No event ends before it begins, and each says of its post what the post says."""
    said = starts - timedelta(days=50)
    updates = tuple(make_update(said + after, status=status) for after, status in words.items())
    post = make_bilingual_post(
        type=kind,
        published=said,
        starts=starts,
        ends=starts + lasts if lasts else None,
        updates=updates,
    )
    publication = make_publication([post], now=starts + timedelta(days=300))
    (post,) = publication.posts
    data = calendars(publication)["feeds/calendar.ics"]
    facts = facts_of("text/calendar", data, SITE)
    assert facts.flaws == ()
    (event,) = said_in_calendar(data)
    assert event.id == f"{post.id}@kraftraum.example"
    assert event.url == absolute(publication.site, of_post(publication.site, post, "de"))
    assert event.published == said.timestamp()
    assert event.updated == post.modified.timestamp()
    assert post.texts["de"].title in event.title
