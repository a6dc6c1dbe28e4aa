"""Days that a text names: “3. Mai”, “03.05.2026”, “2026-05-03”, “May 3rd, 2026”."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date

_GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
_GERMAN_SHORT = "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez"
_ENGLISH = "January February March April May June July August September October November December"
_ENGLISH_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"
_MONTHS = {
    name: number
    for names in (_GERMAN, _GERMAN_SHORT, _ENGLISH, _ENGLISH_SHORT)
    for number, name in enumerate(names.split(), start=1)
} | {"Jänner": 1, "Maerz": 3, "Sep": 9}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_INITIALS = "".join(sorted({name[0] for name in _MONTHS}))
_DIGITS = re.compile("[0-9]+")
_ZEROS = bytes.maketrans(b"123456789", b"0" * 9)
_SPACE = rb"\s\x1c-\x1f"  # of ASCII; all others begin with a byte above it
_FIRST_LETTERS = b"|".join(sorted({name[:3].encode() for name in _MONTHS}))
_LAST_LETTERS = b"|".join(sorted({name.encode()[-2:] for name in _MONTHS}))
# All digits are zeros: the engine leaps to a sign that a pattern begins with.
_NUMBER_OF_DAY = re.compile(
    rb"0(?:\.[%b]?(?:[0\x80-\xff]|%b)|-[0\x80-\xff]"
    rb"|(?:st|nd|rd|th)?(?:[\x80-\xff]|[%b](?:of[%b\x80-\xff]|%b)))"
    % (_SPACE, _FIRST_LETTERS, _SPACE, _SPACE, _FIRST_LETTERS)
)
_NUMBER_AFTER_MONTH = re.compile(
    rb"0(?:(?<=[\x80-\xff]0)|(?<=[%b]0)(?<=(?:%b).0))" % (_SPACE, _LAST_LETTERS), re.DOTALL
)
# Before what makes a number a day: a month, another number behind a dot, a hyphen.
_PROMISING = re.compile(
    rf"[0-9]++\d*+(?=\.\s?(?:\d|[{_INITIALS}])|(?:st|nd|rd|th)?\s(?:of\s)?[{_INITIALS}]|-\d)"
)
_DAY = re.compile(
    rf"(?P<d1>\d\d?)(?:\.\s?|(?:st|nd|rd|th)?\s(?:of\s)?)(?P<m1>{_NAMES})\b"
    r"(?:,?\s(?P<y1>\d{4})\b(?!\s*(?:Uhr|Euro|€)))?"
    r"|(?P<d2>\d\d?)\.\s?(?P<m2>\d\d?)\.\s?(?P<y2>\d{4}|\d\d(?=[\s,;:)!?]|\.(?!\d)|$))(?!\w)"
    r"|(?P<d3>\d\d?)\.\s?(?P<m3>\d\d?)\.(?!\s?\d)"
    r"|(?P<y4>\d{4})-(?P<m4>\d\d)-(?P<d4>\d\d)(?![\w-])"
)
# Without a year “3.5.” is a day only after a word that says so: it may be a section or a size.
_SAYS_DAY = re.compile(r"(?:\b(?:am|ab|um|bis|zum|dem|vom|den)|[a-z]\.?,)\s$")
_WITHIN = re.compile(r"[\w.,/-]$")
_NUMBER = re.compile(
    r"(?P<d>\d\d?)(?:st|nd|rd|th)?(?!\w)(?![:.]\d|\s?(?:am|pm)\b)(?:,?\s(?P<y>\d{4})\b)?"
)
_MONTH_BEFORE = re.compile(rf"\b({_NAMES})\s$")
_LONGEST_BEFORE = 12
_HALF_A_YEAR = 183
_CENTURY = 2000
"""Which one a year of two digits belongs to."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a text: what is written, from `start` to `end`; a `year` of 0 is not written."""

    quote: str
    start: int
    end: int
    year: int
    month: int
    number: int

    def near(self, said: date) -> date | None:
        """The day; without a year the nearest one to when it was said. None if there is no such."""
        years = (self.year,) if self.year else (said.year - 1, said.year, said.year + 1)
        days = [day for year in years if (day := self._in(year))]
        nearest = min(days, key=lambda day: abs((day - said).days), default=None)
        if nearest and not self.year and abs((nearest - said).days) > _HALF_A_YEAR:
            return None
        return nearest

    def _in(self, year: int) -> date | None:
        if year == MAXYEAR:
            return None  # “31.12.9999” says “for ever”, and no day comes after it
        try:
            return date(year, self.month, self.number)
        except ValueError:
            return None


def may_name_day(text: str, language: str) -> bool:
    """Whether a text may name a day; No is for sure, in a sixth of the time that `days` takes.

    Bytes above ASCII may be any sign.
    """
    data = text.encode("utf-8", "replace").translate(_ZEROS)
    return bool(
        _NUMBER_OF_DAY.search(data) or (language == "en" and _NUMBER_AFTER_MONTH.search(data))
    )


def days(text: str, language: str) -> Iterator[Day]:
    """The days that a text names, in its order. `language` is `de` or `en`."""
    if not may_name_day(text, language):
        return
    # Numbers are found in a tenth of the time of what can stand around them.
    starts = [number.start() for number in _PROMISING.finditer(text)]
    matches = (_DAY.match(text, start) for start in starts)
    found = [_day(match) for match in matches if match and _is_day(match)]
    if language == "en":
        found += _month_first(text, (number.start() for number in _DIGITS.finditer(text)))
    yield from sorted(found, key=lambda day: day.start)


def _is_day(match: re.Match[str]) -> bool:
    if _WITHIN.search(match.string, max(0, match.start() - 1), match.start()):
        return False
    return not match["d3"] or bool(_before(_SAYS_DAY, match))


def _before(pattern: re.Pattern[str], match: re.Match[str]) -> re.Match[str] | None:
    start = match.start()
    return pattern.search(match.string[max(0, start - _LONGEST_BEFORE) : start])


def _day(match: re.Match[str]) -> Day:
    parts = {name[0]: value for name, value in match.groupdict().items() if value}
    month, year = parts["m"], parts.get("y", "")
    return Day(
        quote=match[0],
        start=match.start(),
        end=match.end(),
        year=int(year or 0) + (_CENTURY if len(year) == len("26") else 0),
        month=_MONTHS.get(month) or int(month),
        number=int(parts["d"]),
    )


def _month_first(text: str, digits: Iterable[int]) -> Iterator[Day]:
    for start in digits:
        match = _NUMBER.match(text, start)
        before = _before(_MONTH_BEFORE, match) if match else None
        if match and before:
            yield Day(
                quote=before[0] + match[0],
                start=match.start() - len(before[0]),
                end=match.end(),
                year=int(match["y"] or 0),
                month=_MONTHS[before[1]],
                number=int(match["d"]),
            )
