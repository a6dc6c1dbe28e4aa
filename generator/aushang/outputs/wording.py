"""What the site itself says: interface words in the reader's language, from the theme's catalogues.

The message ids are the German texts, so German needs no catalogue. A language without one reads
English words and has dates of its own. The catalogues, `locales/<language>/LC_MESSAGES/aushang.po`,
are read as they are; nothing is compiled beforehand.

`tests/unit/outputs/test_catalogues.py` extracts the ids from calls of `say`, `count` and `mark`.
"""

from functools import cache
from importlib.resources import files
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

from aushang.model import Effect, Phase, PostType, UpdateStatus
from aushang.outputs.catalogue import EMPTY, Catalogue, catalogue

SOURCE_LANGUAGE: Final = "de"
FALLBACK_LANGUAGE: Final = "en"

# “English” alone means the English of Europe: day before month, as the rest of the site's dates.
_LOCALES: Final = {"en": "en_GB"}


def mark(message: str) -> str:
    """Name a message that is looked up elsewhere, so that the catalogues are held to have it."""
    return message


_TYPES: Final = {
    PostType.REOPENING: mark("Wiedereröffnung"),
    PostType.CLOSURE: mark("Schließung"),
    PostType.DISRUPTION: mark("Störung"),
    PostType.MAINTENANCE: mark("Wartung"),
    PostType.AVAILABILITY: mark("Verfügbarkeit"),
    PostType.PRICE: mark("Preise"),
    PostType.NEWS: mark("Neuigkeit"),
}
_TYPES_AS_TOPICS: Final = {
    PostType.REOPENING: mark("Wiedereröffnungen"),
    PostType.CLOSURE: mark("Schließungen"),
    PostType.DISRUPTION: mark("Störungen"),
    PostType.MAINTENANCE: mark("Wartungen"),
    PostType.AVAILABILITY: mark("Freie und ausgebuchte Plätze"),
    PostType.PRICE: mark("Preisänderungen"),
    PostType.NEWS: mark("Allgemeine Neuigkeiten"),
}
_TYPES_EXPLAINED: Final = {
    PostType.REOPENING: mark("Was wieder geöffnet ist, ab wann und unter welchen Bedingungen."),
    PostType.CLOSURE: mark("Was geschlossen ist, wie lange und was es stattdessen gibt."),
    PostType.DISRUPTION: mark("Was ungeplant ausfällt und wann es voraussichtlich wieder geht."),
    PostType.MAINTENANCE: mark("Geplante Arbeiten: wann sie sind und was sie einschränken."),
    PostType.AVAILABILITY: mark("Was ausgebucht ist und wann wieder Plätze frei werden."),
    PostType.PRICE: mark("Was sich an Preisen ändert, ab wann und für wen."),
    PostType.NEWS: mark("Was sich sonst ändert."),
}
_EFFECTS: Final = {
    Effect.OPEN: mark("Geöffnet"),
    Effect.RESTRICTED: mark("Eingeschränkt"),
    Effect.FULL: mark("Ausgebucht"),
    Effect.CLOSED: mark("Geschlossen"),
}
_STATUSES: Final = {
    UpdateStatus.INVESTIGATING: mark("Ursache wird gesucht"),
    UpdateStatus.IDENTIFIED: mark("Ursache gefunden"),
    UpdateStatus.MONITORING: mark("Wird beobachtet"),
    UpdateStatus.RESOLVED: mark("Erledigt"),
    UpdateStatus.WITHDRAWN: mark("Zurückgezogen"),
}
_PHASES: Final = {
    Phase.SCHEDULED: mark("Geplant"),
    Phase.UPCOMING: mark("Angekündigt"),
    Phase.CURRENT: mark("Gilt jetzt"),
    Phase.OVER: mark("Abgelaufen"),
}


def read_catalogue(language: str) -> Catalogue | None:
    """The catalogue of exactly this language tag, or None. German is its own catalogue."""
    if language == SOURCE_LANGUAGE:
        return EMPTY
    folder = files("aushang_theme") / "locales" / language.replace("-", "_")
    file = folder / "LC_MESSAGES" / "aushang.po"
    return catalogue(file.read_text(encoding="utf-8")) if file.is_file() else None


def _catalogue(language: str) -> Catalogue:
    for candidate in (language, language.split("-", maxsplit=1)[0], FALLBACK_LANGUAGE):
        found = read_catalogue(candidate)
        if found is not None:
            return found
    return EMPTY


def _locale(language: str) -> Locale:
    for candidate in (language, language.split("-", maxsplit=1)[0], FALLBACK_LANGUAGE):
        try:
            return Locale.parse(_LOCALES.get(candidate, candidate).replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError  # Babel carries English in every installation


class Wording:
    """The interface words of one language. Make one with `wording(language)`, which keeps it."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = _locale(language)
        self._catalogue = _catalogue(language)

    def say(self, message: str, **values: object) -> str:
        """The words for a German `message`; `{names}` in it are filled with `values`."""
        words = self._catalogue.say(message)
        return words.format(**values) if values else words

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The same for a counted thing; `{number}` in the message is the number."""
        return self._catalogue.count(one, many, number).format(number=number, **values)

    def enumerate(self, names: list[str]) -> str:
        """“Sauna, Kurse und Becken”."""
        return format_list(names, style="standard", locale=self.locale)

    def type_name(self, kind: PostType) -> str:
        """What a post of this type is: “Schließung”."""
        return self.say(_TYPES[kind])

    def topic_name(self, kind: PostType) -> str:
        """What many posts of this type are: “Schließungen”."""
        return self.say(_TYPES_AS_TOPICS[kind])

    def topic_summary(self, kind: PostType) -> str:
        """What a reader finds in posts of this type, in one sentence."""
        return self.say(_TYPES_EXPLAINED[kind])

    def effect_name(self, effect: Effect) -> str:
        """What a customer can do there now: “Geschlossen”."""
        return self.say(_EFFECTS[effect])

    def status_name(self, status: UpdateStatus) -> str:
        """How far a matter has come: “Ursache gefunden”."""
        return self.say(_STATUSES[status])

    def phase_name(self, phase: Phase) -> str:
        """Where a post stands in time: “Angekündigt”."""
        return self.say(_PHASES[phase])


@cache
def wording(language: str) -> Wording:
    """The words of a language, read once."""
    return Wording(language)
