"""The few words that the program itself puts into a rendered text, by language.

A further language is one more entry of `_WORDS`; whatever has no entry reads English.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language. `alerts` is keyed by GitHub's names of alerts in lower case.

    `back_again` holds `{number}`: the second and later references to one footnote.
    `section` is the id of a heading of which nothing can be written in ASCII.
    """

    alerts: Mapping[str, str]
    footnotes: str
    back: str
    back_again: str
    table: str
    done: str
    open: str
    section: str


_WORDS = {
    "de": Words(
        alerts={
            "note": "Hinweis",
            "tip": "Tipp",
            "important": "Wichtig",
            "warning": "Warnung",
            "caution": "Vorsicht",
        },
        footnotes="Fußnoten",
        back="Zurück zum Text",
        back_again="Zurück zum Text, Stelle {number}",
        table="Tabelle",
        done="erledigt",
        open="offen",
        section="abschnitt",
    ),
    "en": Words(
        alerts={
            "note": "Note",
            "tip": "Tip",
            "important": "Important",
            "warning": "Warning",
            "caution": "Caution",
        },
        footnotes="Footnotes",
        back="Back to the text",
        back_again="Back to the text, place {number}",
        table="Table",
        done="done",
        open="open",
        section="section",
    ),
}


def words(language: str) -> Words:
    """The words of `language` (a BCP 47 tag; `de-AT` reads German), else the English ones."""
    return _WORDS.get(language.partition("-")[0].lower(), _WORDS["en"])
