"""Sentences that announce something, and sentences that only look like it.

All of them were said on 20 November 2026, unless a test says otherwise.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.checks.announcements import announcements, may_announce

SAID = date(2026, 11, 20)

GERMAN = [
    ("Die Sauna öffnet am 3. Dezember.", "3. Dezember", "2026-12-03"),
    ("Das Ersatzteil kommt am 2. Dezember, dann wird es eingebaut.", "2. Dezember", "2026-12-02"),
    ("Der Aufzug wird am Mittwoch, 2. Dezember, repariert.", "2. Dezember", "2026-12-02"),
    ("Ab dem 1. Februar 2027 wird der Beitrag teurer.", "1. Februar 2027", "2027-02-01"),
    ("Ab 3. Mai ist das Becken wieder offen.", "3. Mai", "2027-05-03"),
    ("Sauna ab 03.05.2027 wieder offen", "03.05.2027", "2027-05-03"),
    ("Die Buchung beginnt am Montag, 7. Dezember, um 18 Uhr.", "7. Dezember", "2026-12-07"),
    ("Voraussichtlich am 5. 12. 2026 fährt er.", "5. 12. 2026", "2026-12-05"),
    ("Das Team ist erst am 24. Nov wieder da.", "24. Nov", "2026-11-24"),
    ("Die Kurse finden ab 2026-12-01 statt.", "2026-12-01", "2026-12-01"),
    ("Der Kurs fällt am 27. November aus.", "27. November", "2026-11-27"),
    ("Am 1. März 2027 ziehen wir nicht um, aber es kommt Besuch.", "1. März 2027", "2027-03-01"),
    ("Geplant ist die Öffnung für den 14. Dezember.", "14. Dezember", "2026-12-14"),
    ("Am 3. Mai 2025 wird die Sauna wieder geöffnet.", "3. Mai 2025", "2025-05-03"),
]
GERMAN_ENDS = [
    ("Die Geräte sollen bis zum 4.12. stehen.", "4.12.", "2026-12-04"),
    ("Vom 29. November bis zum 3. Dezember wird gebaut.", "3. Dezember", "2026-12-03"),
    ("Vom 11. bis 15. Januar bleibt die Sauna kalt.", "15. Januar", "2027-01-15"),
    ("Die Sauna ist bis 3. Mai geschlossen.", "3. Mai", "2027-05-03"),
    ("Die Damenumkleide ist bis zum 16. Dezember im Keller.", "16. Dezember", "2026-12-16"),
    ("Bis Sonntag, 20. Dezember, läuft die Pumpe mit halber Kraft.", "20. Dezember", "2026-12-20"),
    ("Geschlossen bis einschließlich 6. Januar, alle Kurse", "6. Januar", "2027-01-06"),
    ("Ausgebucht sind alle Kurse bis 13.12.2026", "13.12.2026", "2026-12-13"),
]
GERMAN_VAGUE = [
    ("Ab morgen ist die Sauna zu.", "Ab morgen", "2026-11-21"),
    ("Wir sind ab morgen für euch da.", "ab morgen", "2026-11-21"),
    ("Der Monteur kommt morgen früh.", "morgen ", "2026-11-21"),
    ("Nächste Woche wird nur getrocknet.", "Nächste Woche", "2026-12-03"),
    ("In der kommenden Woche ist alles offen.", "kommenden Woche", "2026-12-03"),
    ("In den nächsten Tagen rufen wir alle an.", "In den nächsten Tagen", "2026-12-04"),
    ("Demnächst gibt es neue Matten.", "Demnächst", "2026-12-20"),
    ("Die neuen Matten liegen in Kürze aus.", "in Kürze", "2026-12-20"),
]
GERMAN_NOT = [
    "Am 3. Oktober war das Studio geschlossen.",
    "Der Ofen wurde am 2. Dezember getauscht.",
    "Die Firma hat am 2. Dezember geliefert.",
    "Seit dem 3. Dezember läuft er wieder.",
    "Diese Fassung gilt ab 1. Dezember 2026.",
    "Die Preise sind gültig ab 1. Dezember 2026.",
    "Stand: 3. Dezember 2026",
    "Messung vom 26. Mai: an allen Stellen in Ordnung",
    "Bis 31. März",
    "Ab 1. April",
    "Am 19. November öffnet das Becken.",
    "Im Dezember wird gebaut.",
    "Ab 2027 wird alles anders.",
    "Wir öffnen um 6.30 Uhr und schließen um 22.15 Uhr.",
    "Version 3.12. wird installiert.",
    "Punkt 3.5. wird gestrichen.",
    "Am 31. Februar wird gefeiert.",
    "Es kostet ab 13.12 Euro und wird teurer.",
    "Guten Morgen, wir sind da.",
    "Heute Morgen war das Wasser kalt.",
    "Letzte Woche kam der Monteur.",
    "Das Wochenende wird schön.",
    "Nächste Woche war damals noch weit.",
    "Der 1. FC spielt, und es wird voll.",
    "Nach dem 2. Mal wird es leichter.",
    "Der Vertrag bis zum 31. Dezember 2025 hatte andere Preise.",
    "Die 30. Minute wird wiederholt.",
    "Ruft 030 5550111 an, es wird abgehoben.",
]
ENGLISH = [
    ("The sauna opens on 3 December.", "3 December", "2026-12-03"),
    ("The spare part arrives on 2 December.", "2 December", "2026-12-02"),
    ("The fee will rise on 1 February 2027.", "1 February 2027", "2027-02-01"),
    ("From Monday, 7 December, the pool will be warm.", "7 December", "2026-12-07"),
    ("Starting December 7, classes move to Altona.", "December 7", "2026-12-07"),
    ("On December 7th, 2026 the sauna reopens.", "December 7th, 2026", "2026-12-07"),
    ("The lift is to be repaired on the 2nd of December.", "2nd of December", "2026-12-02"),
    ("Booking begins on Monday, 7 December, at 6 pm.", "7 December", "2026-12-07"),
    ("Maintenance is scheduled for 2026-12-01.", "2026-12-01", "2026-12-01"),
    ("The course takes place from 30 November to 4 December.", "4 December", "2026-12-04"),
    ("On 3 May 2025 the sauna will open again.", "3 May 2025", "2025-05-03"),
]
ENGLISH_ENDS = [
    ("The sauna is closed until 3 May.", "3 May", "2027-05-03"),
    ("Evening classes are booked out until 13 December.", "13 December", "2026-12-13"),
    ("All showers are cold through Friday, December 4", "December 4", "2026-12-04"),
]
ENGLISH_VAGUE = [
    ("The sauna is closed from tomorrow.", "from tomorrow", "2026-11-21"),
    ("Next week it only dries.", "Next week", "2026-12-03"),
    ("We ring everyone in the next few days.", "in the next few days", "2026-12-04"),
    ("New mats will be here soon.", "soon", "2026-12-20"),
]
ENGLISH_NOT = [
    "On 3 December the studio was closed.",
    "The stove has been cold since 2 December.",
    "The firm had delivered by 2 December.",
    "These terms apply from 1 December 2026.",
    "Version of 3 December 2026, valid until further notice",
    "Until 31 March",
    "You may come 3 times, and it will be fun.",
    "He may 3 times a week.",
    "We open again at 6.30 am.",
    "Call as soon as you can.",
    "Too soon to tell.",
    "Ring us soon after that.",
    "Take chapter 3 March onwards, he said, was wet.",
    "The pool opened on 2 December and started well.",
    "In December 2026 we will close.",
]


PAGE = [
    ("Das Becken bleibt bis zum 3. Mai 2026 geschlossen.", "3. Mai 2026"),
    ("Am 03.05.2026 öffnet das Becken.", "03.05.2026"),
]
PAGE_NOT = [
    "Das Becken bleibt jedes Jahr bis zum 3. Mai geschlossen.",
    "Wir antworten in Kürze, meist ab morgen früh.",
    "Die Satzung gilt ab dem 3. Mai 2026.",
]


def found(sentence: str, language: str) -> list[tuple[str, str, bool]]:
    """What is announced: words, last day, and whether it is an end."""
    return [
        (one.quote, one.last.isoformat(), one.is_end)
        for one in announcements(sentence, language, SAID)
    ]


@pytest.mark.parametrize(("sentence", "quote", "last"), GERMAN)
def test_german_days(sentence: str, quote: str, last: str) -> None:
    """A day and a word of the future."""
    assert found(sentence, "de") == [(quote, last, False)]


@pytest.mark.parametrize(("sentence", "quote", "last"), GERMAN_ENDS)
def test_german_ends(sentence: str, quote: str, last: str) -> None:
    """“Bis” needs no verb."""
    assert found(sentence, "de") == [(quote, last, True)]


@pytest.mark.parametrize(("sentence", "quote", "last"), GERMAN_VAGUE)
def test_german_vague_words(sentence: str, quote: str, last: str) -> None:
    """They are counted from the day on which they were said."""
    assert found(sentence, "de") == [(quote, last, False)]


@pytest.mark.parametrize("sentence", GERMAN_NOT)
def test_german_reports(sentence: str) -> None:
    """What is told of the past, holds from a day on, or is no day."""
    assert found(sentence, "de") == []


@pytest.mark.parametrize(("sentence", "quote", "last"), ENGLISH)
def test_english_days(sentence: str, quote: str, last: str) -> None:
    """Both orders of day and month."""
    assert found(sentence, "en") == [(quote, last, False)]


@pytest.mark.parametrize(("sentence", "quote", "last"), ENGLISH_ENDS)
def test_english_ends(sentence: str, quote: str, last: str) -> None:
    """“Until” needs no verb."""
    assert found(sentence, "en") == [(quote, last, True)]


@pytest.mark.parametrize(("sentence", "quote", "last"), ENGLISH_VAGUE)
def test_english_vague_words(sentence: str, quote: str, last: str) -> None:
    """They are counted from the day on which they were said."""
    assert found(sentence, "en") == [(quote, last, False)]


@pytest.mark.parametrize("sentence", ENGLISH_NOT)
def test_english_reports(sentence: str) -> None:
    """What is told of the past, applies from a day on, or is no day."""
    assert found(sentence, "en") == []


@pytest.mark.parametrize(("sentence", "quote"), PAGE)
def test_days_of_a_text_without_a_date(sentence: str, quote: str) -> None:
    """Of a page nobody knows when it was written: a year has to stand there."""
    (one,) = announcements(sentence, "de", None)
    assert (one.quote, one.last) == (quote, date(2026, 5, 3))


@pytest.mark.parametrize("sentence", PAGE_NOT)
def test_no_days_of_a_text_without_a_date(sentence: str) -> None:
    """Each year has a May, and “soon” is when the reader reads it."""
    assert list(announcements(sentence, "de", None)) == []


def test_one_of_each_sentence() -> None:
    """Its latest day; the next sentence speaks for itself, and so does each cell of a table."""
    text = (
        "Vom 1. bis 3. Dezember wird gebaut. Am 5. Dezember öffnet die Sauna.\n"
        "Am 6. Dezember war Nikolaus | Am 7. Dezember kommt er wieder"
    )
    assert [one.quote for one in announcements(text, "de", SAID)] == [
        "3. Dezember",
        "5. Dezember",
        "7. Dezember",
    ]


def test_other_languages_are_not_judged() -> None:
    """Nothing is known of their words."""
    assert list(announcements("Il ouvre le 3 December 2026.", "fr", SAID)) == []


SENTENCES = st.sampled_from(
    [one[0] for one in (*GERMAN, *GERMAN_ENDS, *GERMAN_VAGUE, *ENGLISH, *ENGLISH_ENDS)]
    + [one[0] for one in ENGLISH_VAGUE]
    + [*GERMAN_NOT, *ENGLISH_NOT]
)


@given(st.lists(SENTENCES | st.text(max_size=5), max_size=4), st.sampled_from(["de", "en", "fr"]))
def test_no_announcement_is_let_pass(sentences: list[str], language: str) -> None:
    """What may not announce anything does not."""
    text = "\n".join(sentences)
    if list(announcements(text, language, SAID)):
        assert may_announce(text, language)


def test_reports_are_let_be_at_once() -> None:
    """Neither a day nor a vague word."""
    assert not may_announce("Wir haben um 7 Uhr geöffnet, seit 12 Jahren.", "de")
    assert not may_announce("We are open at 7 o'clock.", "en")
    assert not may_announce("Le 3 mai", "fr")
