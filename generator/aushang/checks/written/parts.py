"""Parts of JSON that stand in file after file: what was found out of one holds of its likes."""

import marshal
from typing import Any

_MOST = 32  # members
_LONGEST = 2048  # bytes; longer parts hold texts, and those stand in one file alone
_WITHOUT_REFERENCES = 2
"""The format in which a part's bytes do not depend on which of its strings are one object."""


def sign_of(part: list[Any] | dict[str, Any]) -> bytes | None:
    """Bytes that only equal parts have, of equal types; None for what is too large to be kept."""
    if len(part) > _MOST:
        return None
    try:
        sign = marshal.dumps(part, _WITHOUT_REFERENCES)
    except ValueError:  # nested too deeply
        return None
    return sign if len(sign) <= _LONGEST else None


def part_of(sign: bytes) -> object:
    """The part, made from its sign."""
    part: object = marshal.loads(sign)  # noqa: S302  nobody else's bytes come here
    return part
