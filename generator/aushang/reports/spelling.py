"""Foreign text as formats can carry it: what a format has no way to write is spelt visibly."""

import json
import re
from typing import Any

# Halves of surrogate pairs stand for bytes of a file's name that are no UTF-8. No encoder takes
# them, and JSON that spells them as escapes is refused by strict readers (RFC 8259 § 8.2).
_UNPAIRED = re.compile("[\ud800-\udfff]")
# XML 1.0 § 2.2: all that is no Char.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def json_text(value: Any) -> str:
    """`value` as JSON in a stable form, with a line feed at its end, that every reader takes."""
    written = json.dumps(value, ensure_ascii=False, indent=2)
    # They stand in strings only, where a backslash is written as two.
    return _UNPAIRED.sub(lambda match: "\\" + _spelt(match), written) + "\n"


def encodable(text: str) -> str:
    r"""`text` with each half of a surrogate pair as `\udcff`, so that UTF-8 can carry it."""
    return _UNPAIRED.sub(_spelt, text)


def xml_chars(text: str) -> str:
    r"""`text` with each character that XML 1.0 has no place for spelt as `\x1b`."""
    return _NO_XML.sub(_spelt, text)


def path_bytes(path: str) -> bytes:
    """The bytes of a file's name, as the file system has them."""
    try:
        return path.encode(errors="surrogateescape")
    except UnicodeEncodeError:  # halves that stand for no byte: no file can have such a name
        return encodable(path).encode()


def _spelt(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
