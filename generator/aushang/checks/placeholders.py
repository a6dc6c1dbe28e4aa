"""Words that stand where an author still meant to write something.

Few false alarms matter more than many finds: a placeholder is only what nobody would leave standing
in a finished text.
"""

import re
from collections.abc import Iterator

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


def placeholders(text: str) -> Iterator[str]:
    """The placeholders of a text without its code, as they stand there, spaces made single."""
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
