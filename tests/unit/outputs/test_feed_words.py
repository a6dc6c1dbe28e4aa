"""The words of feeds and redirects, in full, in both languages of the sample."""

import pytest
from tests.factories import berlin, make_site

from aushang.model import Effect, PostType, UpdateStatus
from aushang.outputs.feed_words import feed_words
from aushang.outputs.words import Label, Stream

WORDS = feed_words(make_site())


def test_each_language_of_the_site_has_words() -> None:
    """By its tag."""
    assert set(WORDS) == {"de", "en"}


@pytest.mark.parametrize(
    ("language", "scope", "stream", "expected"),
    [
        ("de", "", Stream.POSTS, "Kraftraum: Meldungen"),
        ("de", "Sauna", Stream.POSTS, "Kraftraum: Meldungen zu Sauna"),
        ("de", "", Stream.UPDATES, "Kraftraum: Neuigkeiten zu laufenden Meldungen"),
        ("de", "Sauna", Stream.UPDATES, "Kraftraum: Neuigkeiten zu laufenden Meldungen, Sauna"),
        ("en", "Sauna", Stream.POSTS, "Kraftraum: notices on Sauna"),
        ("en", "{site} & <b>", Stream.POSTS, "Kraftraum: notices on {site} & <b>"),
    ],
)
def test_feed_titles(language: str, scope: str, stream: Stream, expected: str) -> None:
    """Who, what, and about what; a name is never read as a pattern."""
    assert WORDS[language].feed_title("Kraftraum", scope, stream) == expected


def test_feed_descriptions() -> None:
    """One sentence on what will come."""
    words = WORDS["de"]
    told = [
        words.feed_description("Kraftraum", scope, stream)
        for stream in Stream
        for scope in ("", "Sauna")
    ]
    assert told == [
        "Jede neue Meldung von Kraftraum, einmal.",
        "Jede neue Meldung von Kraftraum zu Sauna, einmal.",
        "Jede neue Meldung von Kraftraum und jedes weitere Wort dazu.",
        "Jede neue Meldung von Kraftraum zu Sauna und jedes weitere Wort dazu.",
    ]


def test_an_empty_feed_says_so() -> None:
    """In each language a sentence that goes well behind the description."""
    told = {language: WORDS[language].nothing_yet() for language in ("de", "en")}
    assert told == {"de": "Bisher gibt es keine.", "en": "None so far."}


def test_updates_are_named_by_their_status() -> None:
    """The state of the matter comes first; without one it is simply new."""
    german = WORDS["de"]
    assert german.update_title("Sauna kalt", UpdateStatus.RESOLVED) == "Erledigt: Sauna kalt"
    assert german.update_title("Sauna kalt", None) == "Neues: Sauna kalt"
    assert WORDS["en"].update_title("Cold sauna", UpdateStatus.IDENTIFIED) == (
        "Cause found: Cold sauna"
    )


def test_headings_within_an_entry() -> None:
    """When each word was said, and what it changed."""
    german, at = WORDS["de"], berlin("2026-11-21T15:00")
    heading = german.update_heading(at, UpdateStatus.MONITORING).replace("\u00a0", " ")
    assert heading == "Sa., 21. November 2026, 15:00 Uhr: Wird beobachtet"
    assert german.update_heading(at, None).replace("\u00a0", " ") == (
        "Sa., 21. November 2026, 15:00 Uhr"
    )
    assert german.post_heading(at).replace("\u00a0", " ") == (
        "Meldung vom Sa., 21. November 2026, 15:00 Uhr"
    )


def test_facts() -> None:
    """Labels, names, periods and the promise."""
    german = WORDS["de"]
    assert [german.label(label) for label in Label] == [
        "Gilt",
        "Auswirkung",
        "Angebote",
        "Standorte",
        "Nächste Nachricht bis",
        "Fragen an",
    ]
    assert german.type_name(PostType.DISRUPTION) == "Störung"
    assert german.effect_name(Effect.RESTRICTED) == "Eingeschränkt"
    starts = berlin("2026-11-23T06:00")
    assert german.period(starts, None).replace("\u00a0", " ") == (
        "ab Mo., 23. November 2026, 6:00 Uhr"
    )
    assert german.period(starts, berlin("2026-11-23T22:00")).replace("\u00a0", " ") == (
        "Mo., 23. November 2026, 6:00 bis 22:00 Uhr"
    )
    assert german.answers_within("einem Werktag") == "antwortet innerhalb von einem Werktag"
    assert WORDS["en"].answers_within("one working day") == "answers within one working day"


def test_moved_pages_say_so() -> None:
    """The title of a redirect."""
    assert WORDS["de"].moved() == "Diese Seite ist umgezogen"
    assert WORDS["en"].moved() == "This page has moved"
