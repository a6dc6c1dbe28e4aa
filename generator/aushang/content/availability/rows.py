"""What a file of a booking system says before it is known which service and place it is of."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from aushang.content.quoting import short
from aushang.content.schema.moments import Fault
from aushang.model import Diagnostic, Slot
from aushang.model.addresses import slugify

_DIGITS = 6
_WEB = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed of items calls a row: a later `modified` of the same kind and id replaces it."""

    kind: str
    id: str
    modified: tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One date. Without a `slot` an item is gone, or is nothing that customers book.

    `service` and `location` are ids, empty where the row does not say; `as_of` is when it was true.
    """

    slot: Slot | None
    mark: tuple[int, int]
    service: str = ""
    location: str = ""
    as_of: datetime | None = None
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read. Rows with a fault are left out; one that is not whole has none."""

    path: str
    rows: tuple[Row, ...]
    diagnostics: tuple[Diagnostic, ...]
    is_whole: bool = True


as_id = lru_cache(256)(slugify)
"""The id that a booking system means: “Berlin-Mitte” is `berlin-mitte`."""


@lru_cache(1024)
def read_places(text: str) -> int | Fault:
    """A number of places; a text that is none is a fault (AU001, AU031)."""
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS:
        return int(text) if digits == text else _negative(text)
    hint = ""
    whole, _, rest = text.replace(",", ".").partition(".")
    if whole.isascii() and whole.isdecimal() and not rest.strip("0"):
        hint = f"write {whole}"
    return Fault("AU001", f"is “{text}”; expected a whole number such as 4", hint)


def too_many(remaining: int | None, maximum: int | None) -> Fault | None:
    """The fault of more places left than there are (AU031)."""
    if remaining is None or maximum is None or remaining <= maximum:
        return None
    return Fault(
        "AU031",
        f"are {remaining} of {maximum}: more than there are",
        "correct one of the two numbers in the booking system",
    )


def no_address(url: str) -> Fault | None:
    """The fault of a text that is no address of the web (AU001); an empty one is none."""
    if not url or _WEB.fullmatch(url):
        return None
    return Fault("AU001", f"is “{short(url)}”; expected https://…")


def _negative(text: str) -> Fault:
    return Fault("AU031", f"is “{text}”: fewer than none", "write 0 for a date that is full")
