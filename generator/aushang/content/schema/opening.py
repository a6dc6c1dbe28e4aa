"""Opening hours as staff write them: days (`mon-fri`, `sat,sun`) and spans (`06:00-23:00`)."""

import re
from collections.abc import Iterable, Mapping
from datetime import time

from aushang.content.schema.moments import Fault
from aushang.model import Hours
from aushang.model.similar import did_you_mean

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAYS_PATTERN = "^({0})(-({0}))?(, ?({0})(-({0}))?)*$".format("|".join(DAYS))
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
# People write a hyphen or an en dash between times.
SPAN_PATTERN = f"^{_CLOCK} ?[-–] ?({_CLOCK}|24:00)$"


def read_days(text: str) -> tuple[int, ...] | Fault:
    """The weekdays that `text` names, 0 is Monday: `mon-fri`, `sat,sun`, `mon,wed-fri`."""
    found: list[int] = []
    for part in text.replace(" ", "").split(","):
        names = part.split("-")
        wrong = next((name for name in names if name not in DAYS), None)
        if wrong is not None or len(names) > len(("first", "last")):
            what = f"is no day; allowed are {', '.join(DAYS)}, a range such as mon-fri, a list"
            return Fault("AU001", what, did_you_mean(wrong or "", DAYS))
        first, last = DAYS.index(names[0]), DAYS.index(names[-1])
        # A range may pass the week's end: `sat-mon`.
        found += [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    return tuple(found)


def read_span(text: str) -> tuple[time, time] | Fault:
    """Opening and closing time. A closing time that is not later means: on the next day."""
    if not re.fullmatch(SPAN_PATTERN, text):
        return Fault("AU001", f"is “{text}”; expected hours such as 06:00-23:00")
    opens, closes = re.findall(r"\d\d:\d\d", text)
    return time.fromisoformat(opens), time.fromisoformat("00:00" if closes == "24:00" else closes)


def repeated_days(weeks: Iterable[str]) -> Mapping[str, str]:
    """The entries that name a weekday which an entry above them has: entry → day."""
    seen: set[int] = set()
    twice: dict[str, str] = {}
    for entry in weeks:
        days = read_days(entry)
        if isinstance(days, Fault):
            continue
        for day in days:
            if day in seen:
                twice.setdefault(entry, DAYS[day])
            seen.add(day)
    return twice


def week(hours: Mapping[tuple[int, ...], Iterable[tuple[time, time]]]) -> tuple[Hours, ...]:
    """All opening intervals of the week, in its order."""
    intervals = [
        Hours(weekday, opens, closes)
        for days, spans in hours.items()
        for weekday in days
        for opens, closes in spans
    ]
    return tuple(sorted(intervals, key=lambda one: (one.weekday, one.opens, one.closes)))
