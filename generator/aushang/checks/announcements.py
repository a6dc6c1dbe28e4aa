"""What a text announces as still to come: until which day it may be read as it stands.

Few false alarms matter more than many finds: a sentence has to say in so many words that something
is to come. Whatever else it tells, a word of the past makes it a report.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from aushang.checks.days import Day, days, may_name_day

_FUTURE = {
    "de": re.compile(
        r"\b(?:wird|werden|werdet|soll|sollen|voraussichtlich|geplant|planen|erwarten|erwartet"
        r"|rechnen|zugesagt|öffnen|öffnet|schließen|schließt|beginnen|beginnt|starten|startet"
        r"|kommen|kommt|folgen|folgt|enden|endet|bleiben|bleibt|entfallen|entfällt|fallen|fällt"
        r"|finden|findet|ziehen|zieht|wieder|erst)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:will|shall|going\s+to|(?:is|are)\s+(?:due|planned|expected|scheduled|to\s+\w+)"
        r"|expect|opens?|reopens?|closes?|begins?|starts?|starting|resumes?|arrives?|comes?|ends?"
        r"|remains?|stays?|takes?\s+place|not\s+before|again)\b",
        re.IGNORECASE,
    ),
}
# Only these make a day that was over when it was said a slip: “wird am 3. Mai 2025 …” in 2026.
_SURELY_FUTURE = {
    "de": re.compile(r"\b(?:wird|werden|soll|sollen)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:will|shall)\b", re.IGNORECASE),
}
_PAST = {
    "de": re.compile(
        r"\b(?:war|waren|wart|wurde|wurden|hat|habt|hatte|hatten|haben|worden|gewesen|kam|kamen|gab"
        r"|ging|fand|fanden|fiel|galt|galten|begann|blieb|blieben|seit|bisher|damals|ist\s+seit"
        r"|gilt|gelten|gültig|in\s+Kraft|Stand|Fassung)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:was|were|had|has|have|did|been|went|came|took|began|since|ago|so\s+far|opened|closed"
        r"\s+on|started|ended|happened|applies|apply|valid|in\s+force|effective|version|as\s+of"
        r"|last\s+updated)\b",
        re.IGNORECASE,
    ),
}
_UNTIL = {
    "de": re.compile(
        r"\bbis\s+(?:einschließlich\s+|voraussichtlich\s+|mindestens\s+)?(?:zum\s+)?"
        r"(?:(?:einschließlich\s+)?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend"
        r"|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)\.?,?\s+(?:(?:den|dem)\s+)?)?$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:until|till|through)\s+(?:at\s+least\s+|and\s+including\s+)?"
        r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?$",
        re.IGNORECASE,
    ),
}
_VAGUE: Mapping[str, tuple[tuple[re.Pattern[str], int], ...]] = {
    "de": (
        (re.compile(r"[Aa]b morgen\b|morgen (?=früh\b|um\b|ab\b)(?<!heute morgen )"), 1),
        (re.compile(r"[NnKk](?:ächste|ommende)[rn]? Woche\b"), 13),
        (re.compile(r"[Ii]n den (?:nächsten|kommenden) Tagen\b"), 14),
        (re.compile(r"[Dd]emnächst\b|[Ii]n Kürze\b"), 30),
    ),
    "en": (
        (re.compile(r"(?:[Ff]rom|[Ss]tarting|[Bb]y) tomorrow\b"), 1),
        (re.compile(r"[Nn]ext week\b"), 13),
        (re.compile(r"[Ii]n the (?:next|coming) (?:few )?days\b"), 14),
        (
            re.compile(
                r"[Ss]oon\b(?<!\bas [Ss]oon)(?<!oo [Ss]oon)(?<!ow [Ss]oon)(?! (?:as|after)\b)"
            ),
            30,
        ),
    ),
}
"""And for how many days a reader may still believe it."""
# Each vague word holds one of these: looking for them takes a tenth of the time.
_SIGNS = {
    "de": ("morgen", " Woche", " Tagen", "emnächst", "n Kürze"),
    "en": ("tomorrow", "ext week", " days", "oon"),
}
_BOUNDARY = re.compile(r"\s\|\s|(?<!\d)(?<!\b[a-zA-Z])[.!?:;…]+(?=\s|$)|\s[–—]\s")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORT = 400  # characters
_REMEMBERED = 1024
_FEWEST_WORDS = 2
"""“Bis 3. Mai” alone is the head of a column."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words that announce something, and the last day on which it may still be to come.

    `is_end` is whether they say until when something lasts (“bis 3. Mai”).
    """

    quote: str
    last: date
    is_end: bool = False


def may_announce(text: str, language: str) -> bool:
    """Whether a text may announce something, whenever it was said; No is for sure."""
    return language in _FUTURE and (_has_sign(text, language) or may_name_day(text, language))


def announcements(text: str, language: str, said: date | None) -> Iterator[Announcement]:
    """At most one of each sentence: its latest day, or its vague word.

    `said` is the day on which it was said; without one (a page has none) only days with a year
    count, and no vague word does. `language` is `de` or `en`; of others nothing is known.
    """
    # Two checks ask for titles and summaries, one after the other.
    known = _known if len(text) <= _SHORT else _announcements
    yield from known(text, language, said)


def _announcements(text: str, language: str, said: date | None) -> tuple[Announcement, ...]:
    return tuple(_found(text, language, said))


_known = lru_cache(_REMEMBERED)(_announcements)


def _found(text: str, language: str, said: date | None) -> Iterator[Announcement]:
    if language not in _FUTURE:
        return
    named = list(days(text, language))
    vague = _vague(text, language) if said else []
    if not named and not vague:
        return
    places = [*(day.start for day in named), *(place for _, place, _ in vague)]
    for start, end in _sentences(text, places):
        inside = [day for day in named if start <= day.start < end]
        if inside:
            found = _of_days(text[start:end], start, inside, language, said)
        else:
            quote, _, lasts = next(one for one in vague if start <= one[1] < end)
            found = _of_vague(text[start:end], quote, lasts, language, said)
        if found:
            yield found


def _of_vague(
    sentence: str, quote: str, lasts: int, language: str, said: date | None
) -> Announcement | None:
    if said is None or _PAST[language].search(sentence):
        return None
    return Announcement(quote, said + timedelta(days=lasts))


def _of_days(
    sentence: str, start: int, inside: list[Day], language: str, said: date | None
) -> Announcement | None:
    known = [
        (last, day) for day in inside if (said or day.year) and (last := day.near(said or date.min))
    ]
    if not known or _PAST[language].search(sentence):
        return None
    last, day = max(known, key=lambda one: one[0])
    if said and last < said:
        is_slip = day.year and _SURELY_FUTURE[language].search(sentence)
        return Announcement(day.quote, last) if is_slip else None
    is_end = bool(_UNTIL[language].search(sentence[: day.start - start]))
    if is_end and len(_WORD.findall(sentence)) > _FEWEST_WORDS:
        return Announcement(day.quote, last, is_end=True)
    return Announcement(day.quote, last) if _FUTURE[language].search(sentence) else None


def _vague(text: str, language: str) -> list[tuple[str, int, int]]:
    if not _has_sign(text, language):
        return []
    found = [
        (match[0], match.start(), lasts)
        for pattern, lasts in _VAGUE[language]
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda one: one[1])


def _has_sign(text: str, language: str) -> bool:
    return any(map(text.__contains__, _SIGNS[language]))


def _sentences(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Begin and end of each sentence with one of the places. Only lines with one are looked at."""
    done = 0
    for place in sorted(places):
        if place < done:
            continue
        start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
        end = len(text) if end < 0 else end
        for boundary in _BOUNDARY.finditer(text, start, end):
            if boundary.start() > place:
                end = boundary.start()
                break
            start = boundary.end()
        done = end
        yield start, end
