"""What booking systems call the parts of a date, in German and English."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

NAMES: Mapping[str, tuple[str, ...]] = {
    "service": ("service", "Angebot", "Leistung"),
    "location": ("location", "Standort", "Studio", "Filiale"),
    "start": ("start", "startDate", "starts", "begin", "Beginn", "Anfang", "von"),
    "end": ("end", "endDate", "ends", "Ende", "bis"),
    "duration": ("duration", "Dauer"),
    "remaining": (
        *("remaining", "remainingUses", "remainingAttendeeCapacity", "free", "places left"),
        *("frei", "Freie Plätze", "Plätze frei", "Restplätze"),
    ),
    "maximum": (
        *("maximum", "maximumUses", "maximumAttendeeCapacity", "capacity", "places"),
        *("Plätze", "Kapazität", "Plätze gesamt"),
    ),
    "name": ("name", "title", "class", "Kurs", "Titel", "Bezeichnung"),
    "url": ("url", "link", "booking", "Buchung"),
    "as_of": ("as_of", "Stand"),
    "status": ("status", "eventStatus"),
}
"""What each part may be called; its first name is the one of the documentation."""

REQUIRED = ("start", "remaining")

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@lru_cache(1024)
def folded(name: str) -> str:
    """A name without what people write differently: `Freie Plätze` is `freie_plaetze`."""
    return re.sub(r"[\W_]+", "", name.casefold().translate(_UMLAUTS))


_PARTS = {folded(name): part for part, names in NAMES.items() for name in names}


def parts_of(header: Iterable[str], own: Mapping[str, str]) -> dict[str, int]:
    """Which column of `header` is which part, from 0; the first of two that mean the same.

    `own` maps parts to names that somebody wrote beside the file.
    """
    found: dict[str, int] = {}
    mine = {folded(name): part for part, name in own.items()}
    for number, name in enumerate(header):
        key = folded(name)
        part = mine.get(key) or _PARTS.get(key, "")
        if part and (key in mine or part not in own):
            found.setdefault(part, number)
    return found
