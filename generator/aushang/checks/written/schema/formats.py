"""The formats of texts that the schemas of our API name (JSON Schema 2020-12, section 7.3)."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache

from aushang.checks.written.feed.dates import is_rfc3339

_REMEMBERED = 4096
# RFC 3986: what may stand in an address, and behind a percent sign.
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\[\]@!$&'*+(),;=%-]*")
_HALF_ENCODED = re.compile(r"%(?![0-9A-Fa-f]{2})")
_USUAL = re.compile(r"[0-9-]{10}T[0-9:]{8}[+-][0-9]{2}:[0-5][0-9]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(_REMEMBERED)  # most times of a post stand in it more than once
def is_date_time(text: str) -> bool:
    """`2026-11-20T09:00:00+01:00` and nothing around it (RFC 3339, section 5.6)."""
    # Nearly all are spelt as we spell them, which C reads in an eighth of the time.
    if _USUAL.fullmatch(text):
        try:
            datetime.fromisoformat(text)
        except ValueError:
            pass  # a leap second is a time as well
        else:
            return True
    return is_rfc3339(text) and text.isascii() and text == text.strip()


def is_date(text: str) -> bool:
    """`2026-11-20` (RFC 3339, `full-date`)."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@lru_cache(_REMEMBERED)  # each post names the feeds of its services and places
def is_uri(text: str) -> bool:
    """`https://kraftraum.example/a/`: whole, and percent-encoded where it must be (RFC 3986)."""
    return _URI.fullmatch(text) is not None and ("%" not in text or not _HALF_ENCODED.search(text))


FORMATS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "date-time": (is_date_time, "a date and time such as 2026-11-20T09:00:00+01:00"),
    "date": (is_date, "a date such as 2026-11-20"),
    "uri": (is_uri, "a whole address such as https://kraftraum.example/sauna/"),
}
"""By name: whether a text has the format, and what a finding calls it."""
