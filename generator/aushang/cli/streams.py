"""Standard output and standard error as they are: not all of them take every character."""

import codecs
from typing import TextIO

_FALLBACK = "aushang"
_ASCII = {
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "…": "...",
    "→": "->",
}


def prepare(stream: TextIO) -> None:
    """Let a stream take every character: what its encoding lacks is written in ASCII."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors=_FALLBACK)


def _in_ascii(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wrong = error.object[error.start : error.end]
    spelt = "".join(
        _ASCII.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in wrong
    )
    return spelt, error.end


codecs.register_error(_FALLBACK, _in_ascii)
