"""Foreign text made safe and short enough for a terminal or a log."""

import re
import unicodedata

_LONGEST_VALUE = 80
_LONGEST_TEXT = 1000

_QUOTED = re.compile(
    rf"(?<=[“\"`])[^”\"`]{{{_LONGEST_VALUE + 1},}}(?=[”\"`])",
)
_HARMLESS_FORMAT = frozenset("\u200c\u200d\xad")
"""Joiners that Persian, Indic scripts and emoji need, and the soft hyphen."""


def legible(text: str) -> str:
    r"""`text` in one line: long values shortened, control characters shown as `\x1b`.

    Shown so are also the marks that turn the direction of writing (they can make a line read as
    something else), line separators and halves of surrogate pairs (no terminal could encode them).
    """
    short = _QUOTED.sub(lambda match: _shortened(match[0], _LONGEST_VALUE), text)
    return harmless(_shortened(short, _LONGEST_TEXT))


def harmless(text: str) -> str:
    """`text` in full, with what could drive a terminal shown: for paths, of which all is needed."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible, text))


def _shortened(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    return f"{text[: longest - 20]}…{text[-19:]}"


def _visible(sign: str) -> str:
    category = unicodedata.category(sign)
    is_dangerous = category in {"Cc", "Cs", "Zl", "Zp"} or (
        category == "Cf" and sign not in _HARMLESS_FORMAT
    )
    if not is_dangerous:
        return sign
    return sign.encode("unicode_escape").decode("ascii")
