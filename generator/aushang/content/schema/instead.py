"""What to write where one text stands in the place of several keys: the value taken apart."""

import re
from typing import NamedTuple

from aushang.content.public_holidays import REGION_PATTERN
from aushang.content.quoting import one_line
from aushang.content.schema.opening import CLOSED_WORDS, spoken_days, spoken_span

# Plain words only: what is proposed stands within braces, where other signs may say something else.
_PLAIN = r"[^\W\d_][\w ./()-]{0,59}"
_ADDRESS = re.compile(rf"(?P<street>{_PLAIN}), ?(?P<postcode>[0-9]{{4,5}}) (?P<city>{_PLAIN})")
_MOST_PARTS = 14
"""More hours than two for each day are no slip that one text says."""
_EXAMPLE = '`{mon-fri: "06:00-23:00", sat: "08:00-20:00"}`'
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Instead(NamedTuple):
    """What is expected, and the value as it is to be written, or an example."""

    expected: str
    hint: str


def week(texts: list[str]) -> Instead:
    """Opening hours without days, or with the days in the same text."""
    expected = "days with their hours"
    days: dict[str, list[str]] = {}
    parts = [part for text in texts for part in re.split("[,;]", one_line(text))]
    if len(parts) > _MOST_PARTS:
        return Instead(expected, f"such as {_EXAMPLE}")
    for part in map(str.strip, parts):
        named = re.fullmatch(r"(?P<days>[^\W\d].*?):? +(?P<span>\d.*)", part)
        span = spoken_span(named["span"] if named else part)
        spoken = spoken_days(named["days"]) if named else ""
        if not span or (named and not spoken):
            return Instead(expected, f"such as {_EXAMPLE}")
        # Hours without a day are those of the day before them: “Mo 8-12, 13-18”.
        days.setdefault(spoken or next(reversed(days), "mon-sun"), []).append(f'"{span}"')
    return Instead(expected, f"write `{{{', '.join(map(_day, days, days.values()))}}}`")


def _day(day: str, spans: list[str]) -> str:
    """Within braces a comma would begin the next key."""
    key = f'"{day}"' if "," in day else day
    return f"{key}: {spans[0] if len(spans) == 1 else '[' + ', '.join(spans) + ']'}"


def holidays(texts: list[str]) -> Instead:
    """A region, hours or “closed” alone."""
    text = one_line(texts[0]) if texts else ""
    span = spoken_span(text)
    is_region = bool(re.fullmatch(REGION_PATTERN, text))
    hours = f'"{span}"' if span else "closed"
    written = f"`{{region: {text if is_region else 'DE-BE'}, hours: {hours}}}`"
    hint = f"such as {written}"
    if is_region:
        hint = f"write {written}"
    elif span or text.casefold() in CLOSED_WORDS:
        hint = f"write {written} with your own region"
    return Instead("a region and the hours on its holidays", hint)


def special_hours(texts: list[str]) -> Instead:
    """A day alone."""
    text = texts[0] if texts else ""
    if _DAY.fullmatch(text):
        return Instead("a list of days", f"write `[{{date: {text}, closed: true}}]`")
    return Instead("a list of days", "begin a list below it: `- {date: 2026-12-24, closed: true}`")


def address(texts: list[str]) -> Instead:
    """Street, postcode and town in one line."""
    found = _ADDRESS.fullmatch(one_line(texts[0])) if texts else None
    street, postcode, city = found.groups() if found else ("Torstraße 12", "10119", "Berlin")
    written = f'`{{street: {street}, postcode: "{postcode}", city: {city}}}`'
    return Instead("street, postcode and city", f"{'write' if found else 'such as'} {written}")
