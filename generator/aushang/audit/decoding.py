"""A page's bytes as UTF-8, whatever they were written in (HTML standard, 13.2.3)."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMED = re.compile(rb"(?i)<meta[^>]+charset\s*=\s*[\"']?\s*([a-z0-9_:.-]+)")
_LOOKED_AT = 1024
"""Bytes in which a page may name its encoding (13.2.3.2)."""
_BROWSERS = "cp1252"
"""What browsers take where nothing is named, and what they mean by Latin 1 (Encoding, 4.2)."""
_LATIN = frozenset({"iso8859-1", "ascii", "latin-1", "utf-8", "utf-16", "utf-16-le", "utf-16-be"})


def as_utf8(data: bytes) -> tuple[bytes, str]:
    """The page in UTF-8, and the name of the encoding it was read in; empty if it was UTF-8.

    A page that names UTF-8 and is not, is read as browsers would if it named nothing: its words
    are then right more often than not.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            if name == "utf-8":
                data = data[len(mark) :]
                break
            return data[len(mark) :].decode(name, "replace").encode(), name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        name = _named(data)
        return data.decode(name, "replace").encode(), name
    return data, ""


def _named(data: bytes) -> str:
    found = _NAMED.search(data[:_LOOKED_AT])
    if found is None:
        return _BROWSERS
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return _BROWSERS
    is_text = getattr(codec, "_is_text_encoding", True)
    return _BROWSERS if codec.name in _LATIN or not is_text else codec.name
