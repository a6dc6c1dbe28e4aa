"""Public holidays of a country or a part of it, from the package `holidays`.

The only module that knows the package, and it imports it only where a place names a region: one of
ISO 3166-2 (`DE-BE`), or a country of ISO 3166-1 (`DE`) for what all of its parts have.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from aushang.content.quoting import short
from aushang.content.schema.moments import Fault
from aushang.model import Localised
from aushang.model.similar import did_you_mean

if TYPE_CHECKING:
    from holidays import HolidayBase

REGION_PATTERN = "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
_HERE = "DE"
"""The country whose parts are understood by name as well (“Berlin”)."""
_ORDINALS = {"1": "Erster ", "2": "Zweiter "}
"""How the package spells the “1. Weihnachtstag” of most calendars."""
_KNOWN_YEARS = range(2020, 2061)
"""Of names: a holiday of any of these years may be named, so that no name goes wrong by itself."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with its name for readers, and all that it is `called` in whatever language."""

    day: date
    name: Localised
    called: frozenset[str]

    def is_called(self, name: str) -> bool:
        """Whether that is one of its names, in capitals or not."""
        return name.casefold() in self.called


def fault_of_region(region: str) -> Fault | None:
    """What is wrong with a region; also that nobody can tell, where the package is missing."""
    try:
        countries = _countries()
    except ImportError:
        what = f"is “{short(region)}”, but the package of public holidays is not installed"
        return Fault("AU029", what, 'run `pip install "aushang[holidays]"`, or remove `holidays`')
    country, _, part = region.partition("-")
    if not re.fullmatch(REGION_PATTERN, region) or country not in countries:
        what = f"is “{short(region)}”; expected a part of a country such as DE-BE (ISO 3166-2)"
        return Fault("AU001", what, _meant(region))
    if part and part not in _parts(country):
        listed = ", ".join((country, *(f"{country}-{one}" for one in _parts(country))))
        return Fault("AU001", f"is “{region}”, which is not known; allowed are {listed}")
    return None


def fault_of_name(name: str, region: str) -> Fault | None:
    """What is wrong with the name of a holiday of a region that is right."""
    called: set[str] = set()
    for code in _languages(region):
        called |= {one.casefold() for one in _names(region, code, _KNOWN_YEARS)}
    if name.casefold() in called:
        return None
    # What was a holiday in one year only, such as an anniversary, is no advice.
    listed = sorted(_names(region, _languages(region)[0], _KNOWN_YEARS[-1:]))
    what = f"is no public holiday of {region}; those are {', '.join(listed)}"
    spelt = re.sub(r"^([12])\. ?", lambda found: _ORDINALS[found[1]], name)
    hint = did_you_mean(spelt, listed) or "other days that differ stand in `special_hours`"
    return Fault("AU001", what, hint)


def holidays_of(region: str, years: Iterable[int], languages: Sequence[str]) -> tuple[Holiday, ...]:
    """The holidays of some years in their order. `languages` are those of readers.

    Where the package knows none of these, the names are those of the country's own language.
    """
    codes = _languages(region)
    calendars = {code: _calendar(region, tuple(years), code) for code in codes}
    spoken = {tag: _nearest(tag, codes) for tag in languages}
    tags = {tag: code for tag, code in spoken.items() if code}
    tags = tags or {codes[0].replace("_", "-") or languages[0]: codes[0]}
    return tuple(
        Holiday(
            day=day,
            name=Localised(
                {tag: ", ".join(calendars[code].get_list(day)) for tag, code in tags.items()}
            ),
            called=frozenset(
                name.casefold() for one in calendars.values() for name in one.get_list(day)
            ),
        )
        for day in sorted(calendars[codes[0]])
    )


def _meant(region: str) -> str:
    """“de-be” and “Berlin” are DE-BE."""
    upper = region.strip().upper().replace("_", "-")
    country, _, part = upper.partition("-")
    if country in _countries() and (not part or part in _parts(country)):
        return f"did you mean “{upper}”?"
    aliases = _calendar(_HERE, (), "").subdivisions_aliases
    parts = {name.casefold(): part for name, part in aliases.items()}
    found = parts.get(region.strip().casefold())
    return f"did you mean “{_HERE}-{found}”?" if found else ""


@lru_cache
def _countries() -> frozenset[str]:
    """Raises ImportError where the package is missing."""
    from holidays.registry import EntityLoader  # noqa: PLC0415  it takes 0.1 s

    return frozenset(EntityLoader.get_country_codes(include_aliases=False))


def _parts(country: str) -> tuple[str, ...]:
    """Without those that ISO 3166-2 does not have, such as towns with a holiday of their own."""
    return tuple(
        one
        for one in sorted(_calendar(country, (), "").subdivisions)
        if re.fullmatch(REGION_PATTERN, f"{country}-{one}")
    )


def _languages(region: str) -> tuple[str, ...]:
    """The package's codes, the country's own first; one empty code where it translates nothing."""
    calendar = _calendar(region, (), "")
    native = calendar.default_language or ""
    return (native, *(one for one in calendar.supported_languages if one != native))


def _nearest(tag: str, codes: Iterable[str]) -> str:
    """The package's code for a BCP 47 tag: `en_US` for `en`; empty if it does not speak it."""
    wanted = tag.replace("-", "_")
    found = [one for one in codes if one == wanted]
    found += [one for one in codes if one and one.split("_")[0] == wanted.split("_")[0]]
    return found[0] if found else ""


def _names(region: str, code: str, years: Iterable[int]) -> frozenset[str]:
    calendar = _calendar(region, tuple(years), code)
    return frozenset(name for day in calendar for name in calendar.get_list(day))


@lru_cache
def _calendar(region: str, years: tuple[int, ...], code: str) -> "HolidayBase":
    from holidays import country_holidays  # noqa: PLC0415  see `_countries`

    country, _, part = region.partition("-")
    # Without `expand`, asking for a day of another year would not add that year.
    return country_holidays(
        country, subdiv=part or None, years=years, expand=False, language=code or None
    )
