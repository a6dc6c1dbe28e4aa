"""Feeds cut into their entries, so that one that stands in ten feeds need be read only once.

The cut is made on the bytes, and only where it can be none but the parser's own (XML 1.0, sections
2.4 to 2.7): from the opening to the first entry, and behind the last one, stands nothing that might
hide a tag, so each `<` there begins one. An entry that is well-formed by itself behind the opening
ends where it began, in the same element; so all of them do, one behind the other.
"""

import re
from typing import NamedTuple


class Cut(NamedTuple):
    """A feed in pieces.

    `opening` goes as far as the start tag of the element in which the entries stand, `closing` is
    the end tag of the last entry and what follows it, and `frame` is the feed with its first entry
    alone. `others` are the rest of the entries, without their end tags.
    """

    opening: bytes
    frame: bytes
    others: list[bytes]
    closing: bytes


class _Grammar(NamedTuple):
    opening: re.Pattern[bytes]
    closing: re.Pattern[bytes]
    start: bytes
    end: bytes


# A declaration of another encoding, a document type or a comment is left to the parser.
_DECLARED = rb"(?:<\?xml version=['\"]1\.0['\"](?: encoding=['\"](?i:utf-8)['\"])?\?>)?\s*"
_GRAMMARS = (
    _Grammar(
        re.compile(rb"%s<rss(?:\s[^<>]*)?>\s*<channel>" % _DECLARED),
        re.compile(rb"\s*</channel>\s*</rss>\s*"),
        b"<item>",
        b"</item>",
    ),
    _Grammar(
        re.compile(rb"%s<feed(?:\s[^<>]*)?>" % _DECLARED),
        re.compile(rb"\s*</feed>\s*"),
        b"<entry>",
        b"</entry>",
    ),
)
_HIDING = (b"<!", b"<?")
_SPACE = b" \t\r\n"  # XML's; other white space may not stand in it at all
# Of what is longer, the parser may have had enough before it comes to the end.
_LONGEST = 8_000_000


def cut(data: bytes) -> Cut | None:
    """The pieces of an RSS or Atom feed with two entries or more; None where that is not sure."""
    for grammar in _GRAMMARS:
        opening = grammar.opening.match(data)
        if opening and len(data) <= _LONGEST:
            return _pieces(data, opening.end(), grammar)
    return None


def _pieces(data: bytes, opened: int, grammar: _Grammar) -> Cut | None:
    first, *others = data.split(grammar.end)
    closing = others.pop() if others else b""
    start = first.find(grammar.start)
    is_plain = start >= opened and not any(sign in first[opened:start] for sign in _HIDING)
    if not (others and is_plain and grammar.closing.fullmatch(closing)):
        return None
    if not all(_is_entry(other, grammar.start) for other in others):
        return None
    closing = grammar.end + closing
    return Cut(data[:opened], first + closing, others, closing)


def _is_entry(piece: bytes, start: bytes) -> bool:
    at = piece.find(start)
    return at >= 0 and not piece[:at].strip(_SPACE)
