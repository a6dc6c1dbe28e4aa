"""Words that stand where an author still meant to write something.

Few false alarms matter more than many finds: a placeholder is only what nobody would leave standing
in a finished text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FIELDS = (
    "Name|Vorname|Nachname|Datum|Date|Ort|Adresse|Address|Telefon|Telefonnummer|Phone|E-Mail|Email"
    "|Firma|Company|Titel|Uhrzeit|Betrag|Amount|Preis|Price|Ansprechpartner|Ansprechpartnerin"
    "|Platzhalter|Placeholder|XX+"
)
_VARIABLES = "VAR|NAME|DATUM|DATE|TITEL|TITLE|ORT|PREIS|PRICE|BETRAG|AMOUNT"
_ENDS = r"\s*(?:[.!…)\]]|\Z|noch\b|bald\b)"
# Every placeholder holds one of the signs of its pattern: looking for these first takes a tenth of
# the time. Odd mixtures of large and small letters (“fOLgt”) are nobody's placeholder.
_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (tuple(signs.split()), re.compile(pattern))
    for signs, pattern in (
        # Latin that nobody reads.
        ("orem OREM", r"(?i:lorem\s+ipsum\b)"),
        # Notes to oneself. In quotes, in a compound, in a file's name it is a name (“TODO”-Liste).
        (
            "TODO FIXME TBD TBC XXX",
            r"(?<![\w“„\"'‘‚«».#/@-])(?:TODO|FIXME|TBD|TBC|X{3,})(?![\w”“\"'’‘»«/-]|\.\w)",
        ),
        # Promises without a content.
        ("ürze uerze ÜRZE UERZE", r"(?i:folg(?:t|en)\s+in\s+k(?:ü|ue)rze\b)"),
        (
            "folgt FOLGT",
            rf"(?i:\b(?:inhalt|text|beschreibung|bild|foto)\s+folgt(?={_ENDS}))",
        ),
        (
            "ufbau AUFBAU",
            r"(?i:seite\s+(?:befindet\s+sich|ist)\s+(?:noch\s|gerade\s|derzeit\s)?im\s+aufbau\b)",
        ),
        ("oming OMING", r"(?i:coming\s+soon\b)"),
        (
            "onstruction ONSTRUCTION",
            r"(?i:(?:page|site)\s+is\s+(?:still\s+)?under\s+construction\b)",
        ),
        ("here HERE Here", r"(?i:\b(?:insert|your|enter)\s+text\s+here\b)"),
        # Times and amounts that were to be filled in: xx.xx., XX Uhr.
        ("xx XX xX Xx", r"\b[xX]{2}[.:][xX]{2}\b\.?(?:\d{4}|[xX]{4}|[xX]{2}|)"),
        (
            "xx XX xX Xx",
            r"\b[xX]{2}(?=\s*(?:Uhr|Euro|€|EUR|%|Prozent|am|pm|euros?|per\s+cent)(?!\w))",
        ),
        # Marks of templates.
        ("{{ {%", r"\{\{[^{}\n]{0,80}\}\}|\{%[^%\n]{0,80}%\}"),
        ("[", rf"\[(?i:{_FIELDS})\](?![(\[])"),
        ("<", rf"<(?i:{_FIELDS})>"),
        ("[", r"\[(?i:ihre?|deine?|eure?|your|insert|enter)\s[^\]\[\n]{1,40}\](?![(\[])"),
        (
            "[",
            r"\[[^\]\[\n]{1,40}\s(?i:einf(?:ü|ue)gen|eintragen|erg(?:ä|ae)nzen)\](?![(\[])",
        ),
        ("$", rf"\$(?:\{{[A-Za-z_]\w*\}}|(?:{_VARIABLES})\b)"),
    )
)
_QUOTES = {"„": "“”", "“": "”", "»": "«", "«": "»", "‚": "‘’", "‘": "’"}
"""What opens a quotation, and what closes it."""
_SPACES = re.compile(r"\s+")
_NOTES = (b"TODO", b"FIXME", b"TBD", b"TBC")
_RARE = b"bcfghlmorx"
_KEPT = {*_RARE, *_RARE.upper(), *b"".join(_NOTES)}
_FREQUENT = bytes(set(range(256)) - _KEPT)
_SMALL = bytes(range(256)).lower()
_NOT_RARE = bytes(_KEPT - {*_RARE, *_RARE.upper()})


def _rare(kept: bytes) -> bytes:
    """The rare letters, small, of a text that is without what is frequent."""
    return kept.translate(_SMALL, _NOT_RARE)


class _Phrase(NamedTuple):
    """A pattern with a word that it holds, and the rare letters of the word."""

    rest: bytes
    word: bytes
    pattern: re.Pattern[bytes]


def _phrase(word: bytes, pattern: bytes) -> _Phrase:
    return _Phrase(_rare(word.translate(None, _FREQUENT)), word, re.compile(pattern))


_GAP = rb"(?:<[^<>]*+>|[^<>A-Za-z0-9])+"
_PHRASES = (
    *(_phrase(word, word) for word in (b"lorem", b"xx", b"aufbau", b"construction")),
    _phrase(b"coming", rb"coming%bsoon" % _GAP),
    _phrase(b"folg", rb"folg(?:t|en)%bin%bk" % (_GAP, _GAP)),
    _phrase(b"folg", rb"(?:inhalt|text|beschreibung|bild|foto)%bfolgt" % _GAP),
    _phrase(b"here", rb"text%bhere" % _GAP),
)
# The end of such a phrase where a line begins, or its beginning where a line ends.
_IN_LINE = rb"(?:<[^<>\n]*+>|[^<>A-Za-z0-9\n])*"
_BEGINS, _IS_OVER = rb"(?:\A|\n)" + _IN_LINE, _IN_LINE + rb"(?:\n|\Z)"
_PHRASES_AND_PARTS = (
    *_PHRASES,
    _phrase(b"soon", _BEGINS + rb"soon"),
    _phrase(b"folg", _BEGINS + rb"folgt"),
    _phrase(b"folg", rb"folg(?:t|en)(?:%bin)?%b" % (_GAP, _IS_OVER)),
    _phrase(b"here", _BEGINS + rb"here"),
)
_VARIABLE = re.compile(rb"\$(?:\{|[A-Z])")


def may_hold_placeholder(data: bytes, *, or_part: bool = False) -> bool:
    """Whether a text may hold a placeholder that does not stand in brackets; No is for sure.

    `data` are its bytes in UTF-8, with or without the tags of a page: a word is looked for in 2 µs
    in a page of 10 KB, a letter in a sixth of that. `or_part` asks each of its lines whether it may
    hold a part of a placeholder that spans lines: a text of such lines alone holds none.
    """
    # Without what stands between, whatever stood there stands there still, in a fourth: then most
    # words need not be looked for in all of the text.
    kept = data.translate(None, _FREQUENT)
    if any(note in kept and note in data for note in _NOTES):
        return True
    rare = _rare(kept)
    phrases = [one for one in (_PHRASES_AND_PARTS if or_part else _PHRASES) if one.rest in rare]
    if phrases:
        lowered = data.lower()
        if any(one.word in lowered and one.pattern.search(lowered) for one in phrases):
            return True
    return (b"{" in data and (b"{{" in data or b"{%" in data)) or (
        b"$" in data and bool(_VARIABLE.search(data))
    )


def may_hold_any(text: str) -> bool:
    """Whether a text may hold any placeholder; No is for sure, and so for each part of the text."""
    return "[" in text or "<" in text or may_hold_placeholder(text.encode("utf-8", "replace"))


def placeholders(text: str) -> Iterator[str]:
    """The placeholders of a text without its code, as they stand there, spaces made single."""
    if may_hold_any(text):
        yield from _placeholders(text)


def _placeholders(text: str) -> Iterator[str]:
    found = [
        match
        for signs, pattern in _PATTERNS
        if any(sign in text for sign in signs)
        for match in pattern.finditer(text)
        if not _is_quoted(text, match)
    ]
    for match in sorted(found, key=lambda one: one.start()):
        yield _SPACES.sub(" ", match[0])


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    """Whether it stands in quotes by itself: a text that says “coming soon” is wrong says so."""
    closing = _QUOTES.get(text[match.start() - 1 : match.start()], "")
    return bool(closing) and text[match.end() : match.end() + 1] in tuple(closing)
