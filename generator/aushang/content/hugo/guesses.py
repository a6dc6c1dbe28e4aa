"""Type, services and active period of a post whose words are plain. What is guessed is marked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from aushang.model import PostType

_WORDS = (
    (PostType.MAINTENANCE, r"wartung|maintenance"),
    (PostType.CLOSURE, r"abschalt|abgeschaltet|geschlossen|shut ?down|\bclosed\b"),
    (
        PostType.DISRUPTION,
        r"störung|ausfall|nicht erreichbar|datenverlust|disruption|outage|unavailable|data loss",
    ),
    (PostType.REOPENING, r"wieder (?:offen|geöffnet|erreichbar|verfügbar)|reopen|back online"),
    (PostType.PRICE, r"preis(?:änderung|erhöhung|e\b)|price change|new prices"),
)
_LASTS = {
    PostType.MAINTENANCE: timedelta(days=1),
    PostType.CLOSURE: timedelta(days=30),
    PostType.DISRUPTION: timedelta(days=7),
}
_DAYS = re.compile(r"\b(?:(\d{1,2})\.?\s?[/–-]\s?)?(\d{1,2})\.(\d{1,2})\.(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Guess:
    """What the title says. `ends` bounds what Hugo knew no end of: nothing old is current."""

    type: PostType
    services: tuple[str, ...] = ()
    starts: datetime | None = None
    ends: datetime | None = None

    @property
    def keys(self) -> list[str]:
        """The front matter keys that rest on a guess."""
        found = {
            "type": self.type is not PostType.NEWS,
            "services": bool(self.services),
            "starts": self.starts is not None,
            "ends": self.ends is not None,
        }
        return [key for key, is_guessed in found.items() if is_guessed]


def guess(titles: list[str], published: datetime | None, services: Mapping[str, str]) -> Guess:
    """What the titles of a post, in all its languages, say.

    `services` maps a service's name in any language to its id. A title that says nothing plain
    makes a post of type news for all services, which is no guess but what Hugo knew. Times have the
    zone of `published`, or none.
    """
    text = " – ".join(titles).lower()
    kind = next((kind for kind, words in _WORDS if re.search(words, text)), PostType.NEWS)
    named = [
        service
        for name, service in services.items()
        if re.search(rf"\b{re.escape(name.lower())}\b", text)
    ]
    lasts = _LASTS.get(kind)
    first, last = _days_in(text, published) if lasts else (None, None)
    begins = last or published
    return Guess(
        type=kind,
        services=tuple(dict.fromkeys(named)),
        starts=first,
        ends=begins + lasts if lasts and begins else None,
    )


def _days_in(text: str, published: datetime | None) -> tuple[datetime | None, datetime | None]:
    """The first and the last day that a title names, if they lie after the publication."""
    match = _DAYS.search(text)
    if match is None or published is None:
        return None, None
    year, month, last_day = int(match[4]), int(match[3]), int(match[2])
    first_day = int(match[1] or last_day)
    try:
        first = datetime(year, month, first_day, tzinfo=published.tzinfo)
        last = datetime(year, month, last_day, tzinfo=published.tzinfo)
    except ValueError:
        return None, None
    return (first, last) if published < first <= last else (None, None)
