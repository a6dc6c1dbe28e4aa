"""Bytes become text: UTF-8 with line feeds, free of characters that no page or feed may carry.

Positions stay those of the author's editor: a byte order mark and Windows line ends are taken out
before anything is counted.
"""

import codecs
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator

from aushang.model import Diagnostic, Position

LARGEST = 1_000_000
"""The most bytes that a text may have; the longest real post known is a twentieth of it."""

LARGEST_BOOKINGS = 10_000_000
"""The most bytes that a booking system may write: more dates than any house has in a year."""
_KINDS = {
    LARGEST: ("a text", "move pictures and downloads to media/ and link to them"),
    LARGEST_BOOKINGS: ("booking data", "export fewer dates: customers look some weeks ahead"),
}

Decoded = tuple[str | None, tuple[Diagnostic, ...]]

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# XML 1.0 § 2.2 has no place for most control characters and for U+FFFE and U+FFFF. YAML 1.1 takes
# U+0085, U+2028 and U+2029 for line ends and editors do not, so lines would be miscounted. Half of
# a pair of surrogates is no UTF-8, but JSON and YAML can spell it as an escape.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

_REFERENCE = re.compile(
    r"&#(?:[xX]0*(?P<hexadecimal>[0-9A-Fa-f]+)|0*(?P<decimal>[0-9]+));?", re.ASCII
)
_C1 = (0x80, 0x9F)
_SURROGATES = (0xD800, 0xDFFF)

# The Unicode database gives control characters no name of their own.
_NAMES = {
    "\x00": "NUL",
    "\x02": "START OF TEXT",
    "\x08": "BACKSPACE",
    "\x0b": "VERTICAL TAB",
    "\x0c": "FORM FEED",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}


def decode(data: bytes, path: str, limit: int = LARGEST) -> Decoded:
    """The text of a file, or what is wrong with its bytes (AU010 to AU012).

    `path` is the file relative to the publication's folder, for the positions of findings.
    """
    if len(data) > limit:
        return None, (too_large(path, len(data), limit),)
    if data.startswith(_UTF_16):
        return None, (_not_utf_8(Position(path, 1, 1), "the file is stored as UTF-16"),)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as fault:
        return None, (_wrong_byte(fault.object, fault.start, path),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    faults = forbidden_characters(text, path)
    return (None if faults else text), faults


def too_large(path: str, size: int, limit: int = LARGEST) -> Diagnostic:
    """The finding for a file of `size` bytes, which need not have been read."""
    kind, hint = _KINDS.get(limit, ("a drawing", "export it as PNG or WebP"))
    most = f"{kind} has at most {limit // 1_000_000} MB"
    return Diagnostic(
        code="AU012",
        message=f"the file has {size / 1_000_000:.1f} MB; {most}",
        hint=hint,
        location=Position(path),
    )


def forbidden_characters(text: str, path: str) -> tuple[Diagnostic, ...]:
    """One finding for each kind of forbidden character, at the first place where it stands.

    HTML spells characters as references too; `&#2;` would become one when the text is rendered.
    """
    if _is_harmless(text):
        return ()
    found = list(_forbidden(text))
    counts = Counter(character for _, character in found)
    first = {character: index for index, character in reversed(found)}
    return tuple(
        Diagnostic(
            code="AU011",
            message=f"the character {described(character)} cannot be published"
            + (f"; it stands here and {count - 1} more times" if count > 1 else ""),
            hint="delete it; most editors do not show it",
            location=Position(path, *place_of(text, first[character])),
        )
        for character, count in counts.items()
    )


def _is_harmless(text: str) -> bool:
    """A quick look, a fifth of the search: nothing forbidden is printable, but much else is not."""
    return "&#" not in text and text.replace("\n", "").isprintable()


def _forbidden(text: str) -> Iterator[tuple[int, str]]:
    for match in _FORBIDDEN.finditer(text):
        yield match.start(), match.group()
    for match in _REFERENCE.finditer(text) if "&#" in text else ():
        character = _referred(match)
        if character:
            yield match.start(), character


def _referred(match: re.Match[str]) -> str:
    """The forbidden character that a reference stands for, or nothing.

    HTML § 13.2.5.80 makes U+FFFD of 0 and of surrogates, and letters of 128 to 159; those do no
    harm.
    """
    digits = match["hexadecimal"] or match["decimal"]
    number = int(digits, 16 if match["hexadecimal"] else 10) if len(digits) < len("9999999") else 0
    is_other = any(first <= number <= last for first, last in (_C1, _SURROGATES))
    is_read_otherwise = number == 0 or number > sys.maxunicode or is_other
    return "" if is_read_otherwise else "".join(_FORBIDDEN.findall(chr(number)))


def described(character: str) -> str:
    """A character that cannot be shown, by its number and name: `U+0000 (NUL)`."""
    is_half = unicodedata.category(character) == "Cs"
    other = "half of a pair of surrogates" if is_half else "a control character"
    name = _NAMES.get(character) or unicodedata.name(character, other)
    return f"U+{ord(character):04X} ({name})"


def first_forbidden(text: str) -> str:
    """The first forbidden character in a value, or nothing; YAML can spell it as an escape."""
    return "" if _is_harmless(text) else next((one for _, one in _forbidden(text)), "")


def without_forbidden(text: str) -> str:
    """`text` as it may be published even where somebody ignores the finding."""
    plain = _FORBIDDEN.sub("", text)
    return _REFERENCE.sub(lambda match: "" if _referred(match) else match.group(), plain)


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column, both from 1, of the character at `index`."""
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def _wrong_byte(data: bytes, start: int, path: str) -> Diagnostic:
    before = data[:start].decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    meant = data[start : start + 1].decode("cp1252", errors="replace")
    place = Position(path, *place_of(before, len(before)))
    return _not_utf_8(place, f"the byte 0x{data[start]:02X} (“{meant}” in Latin-1) is not UTF-8")


def _not_utf_8(place: Position, message: str) -> Diagnostic:
    return Diagnostic(
        code="AU010",
        message=message,
        hint="save the file as UTF-8; editors offer it under “Save with encoding”",
        location=place,
    )
