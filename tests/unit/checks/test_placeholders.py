"""Words that hold a place for others, and words that only look like it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aushang.checks.placeholders import (
    _placeholders,
    may_hold_any,
    may_hold_placeholder,
    placeholders,
)

SIGNS = "abc TODOFIXBCxX.[]{}<>$%\n\u00a0folgtInKürze"

FOUND = [
    ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
    ("LOREM\nIPSUM", "LOREM IPSUM"),
    ("TODO", "TODO"),
    ("TODO: Zeiten prüfen", "TODO"),
    ("Der Preis ist TBD.", "TBD"),
    ("Opening hours (TBC)", "TBC"),
    ("FIXME!", "FIXME"),
    ("Telefon 030 XXXX", "XXXX"),
    ("Weitere Infos folgen in Kürze.", "folgen in Kürze"),
    ("Ein Bericht folgt in Kuerze", "folgt in Kuerze"),
    ("Text folgt.", "Text folgt"),
    ("Beschreibung folgt noch", "Beschreibung folgt"),
    ("Diese Seite befindet sich im Aufbau.", "Seite befindet sich im Aufbau"),
    ("Die Seite ist noch im Aufbau", "Seite ist noch im Aufbau"),
    ("Coming soon!", "Coming soon"),
    ("More classes are coming soon.", "coming soon"),
    ("This page is under construction", "page is under construction"),
    ("Your text here", "Your text here"),
    ("Ab xx.xx. geöffnet", "xx.xx."),
    ("Ab XX.XX.2026 geöffnet", "XX.XX.2026"),
    ("Beginn xx:xx Uhr", "xx:xx"),
    ("Beginn um XX Uhr", "XX"),
    ("Das kostet XX € im Monat", "XX"),
    ("Hallo {{ vorname }}!", "{{ vorname }}"),
    ("{% block text %}", "{% block text %}"),
    ("Liebe [Name],", "[Name]"),
    ("am [DATUM] um [Uhrzeit]", "[DATUM]"),
    ("[Ihr Studio] hat geöffnet", "[Ihr Studio]"),
    ("[Your company name]", "[Your company name]"),
    ("[Preis einfügen]", "[Preis einfügen]"),
    ("<Platzhalter>", "<Platzhalter>"),
    ("Guten Tag, $NAME", "$NAME"),
    ("ab ${date}", "${date}"),
]
LET_BE = [
    "Methodologie und Mastodon",
    "Die TODOs stehen an der Tafel.",
    "Unsere „TODO“-Liste ist leer.",
    "Die Spalte „TODO“ ist leer, die Spalte “FIXME” auch.",
    "Wer „Lorem ipsum“ stehen lässt, schreibt auch “coming soon” oder »xx.xx.«.",
    "Eine TODO-Liste hilft, sagt todo.txt, und TODO.md auch.",
    "#TODO ist ein Schlagwort",
    "Größen XL und XXL",
    "T-Shirts in XXXL",
    "Am 10. folgt die Sauna.",
    "Auf den Text folgt ein Bild.",
    "Ein Bild folgt dem anderen.",
    "Das Becken ist im Aufbau begriffen.",
    "The pool is under construction until May.",
    "Winter is coming, soon enough.",
    "Wir antworten in Kürze.",
    "[1] Fußnote",
    "[Name](name.md) ist ein Verweis",
    "[x] erledigt",
    "[Video] Rundgang",
    "5 < 6 und 7 > 3",
    "Das kostet 30 $ oder US$ 30.",
    "Die Aktie $NAMENLOS steigt.",
    "Ludwig XX. von Irgendwo",
    "{x} und {y}",
    "sixx am Abend",
]


@pytest.mark.parametrize(("text", "placeholder"), FOUND)
def test_found(text: str, placeholder: str) -> None:
    """As it stands there, with single spaces."""
    assert next(placeholders(text)) == placeholder


@pytest.mark.parametrize("text", LET_BE)
def test_let_be(text: str) -> None:
    """Few false alarms matter more than many finds."""
    assert list(placeholders(text)) == []


def test_all_in_order() -> None:
    """Each time that it stands there."""
    text = "[Name], TODO, {{ x }}, TODO"
    assert list(placeholders(text)) == ["[Name]", "TODO", "{{ x }}", "TODO"]


@given(st.lists(st.sampled_from([text for text, _ in FOUND] + LET_BE) | st.text(SIGNS), max_size=4))
def test_bytes_let_none_pass(parts: list[str]) -> None:
    """Where the bytes of a text say that there is none, the patterns find none."""
    text = " ".join(parts)
    assert list(placeholders(text)) == list(_placeholders(text))


@given(st.lists(st.sampled_from([text for text, _ in FOUND] + LET_BE) | st.text(SIGNS), max_size=4))
def test_texts_are_cleared_together(parts: list[str]) -> None:
    """Where many texts together may hold none, none of them does."""
    if not may_hold_any("\n".join(parts)):
        assert not any(list(_placeholders(part)) for part in parts)


SPLIT = "<b> </b> . ü folgt folgen in Kürze Text Bild coming Soon here TODO {{ $N a"
PIECES = st.sampled_from(["\n", *SPLIT.split()])


@given(st.lists(PIECES, max_size=8))
@example(["Text", "\n", "<b>", "\n", "folgt"])
@example(["folgt", "\n", "in", "\n", "Kürze"])
def test_lines_are_cleared_by_themselves(pieces: list[str]) -> None:
    """Where no line may hold a part of a placeholder, the text of them holds none."""
    text = " ".join(pieces).encode()
    are_suspect = [may_hold_placeholder(line, or_part=True) for line in text.split(b"\n")]
    assert any(are_suspect) >= may_hold_placeholder(text)
    assert may_hold_placeholder(text, or_part=True) >= any(are_suspect)
