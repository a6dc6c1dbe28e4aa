"""What a scalar without quotes means: the core schema of YAML 1.2 (§ 10.3), decimal numbers only.

YAML 1.1, which most parsers follow, would make a date of `2026-11-20`, 540 of `09:00` and false of
`no`. Here all three are the text that was written. So is `1.000`, which is one to YAML and a
thousand to whoever writes German: nobody may guess that of a price.
"""

import re

_WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,18}")
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(\.[0-9]{3})+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]{1,30}|[0-9]{1,30}(\.[0-9]{0,30})?)([eE][-+]?[0-9]{1,2})?")
_CONSTANTS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def resolved(text: str) -> str | int | float | None:
    """The value of a scalar that was written without quotes; booleans are integers in Python."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in "+-.0123456789":
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
        if _NUMBER.fullmatch(text) and not _THOUSANDS.fullmatch(text):
            return float(text)
    return text
