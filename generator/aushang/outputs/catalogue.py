"""A catalogue of messages, read from its `.po` file as it is.

Babel would read it, compile it and read that again, and importing what does so takes longer still:
25 ms in every process. A test holds both to read the same out of each of our catalogues.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from gettext import c2py
from typing import Final

# A keyword with the first part of its text, or a further part on a line of its own.
_TEXT: Final = re.compile(r'(?:(msg\w+(?:\[\d+\])?)\s+)?"((?:[^"\\]|\\.)*)"\s*')
_PLURAL: Final = re.compile(r"plural=([^;\n]+)")
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPED: Final = {"n": "\n", "t": "\t"}
_GERMANIC: Final = "n != 1"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words for each message: one, or as many as the language counts by (`plural`)."""

    forms: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]

    def say(self, message: str) -> str:
        """The words for a message; the message itself where there are none."""
        found = self.forms.get(message)
        return found[0] if found else message

    def count(self, one: str, many: str, number: int) -> str:
        """The words for a counted thing."""
        found = self.forms.get(one)
        if found:
            return found[self.plural(number)]
        return one if number == 1 else many


EMPTY: Final = Catalogue({}, c2py(_GERMANIC))


def catalogue(text: str) -> Catalogue:
    """The catalogue in a `.po` file without contexts. What is marked as unsure is left out."""
    forms = {}
    for entry in _entries(text):
        words = tuple(value for key, value in entry.items() if key.startswith("msgstr"))
        if all(words):
            forms[entry["msgid"]] = words
    header = forms.pop("", ("",))[0]
    rule = _PLURAL.search(header)
    return Catalogue(forms, c2py(rule[1] if rule else _GERMANIC))


def _entries(text: str) -> Iterator[dict[str, str]]:
    """Each entry's texts by their keywords, in the order of the file."""
    for block in re.split(r"\n\s*\n", text):
        entry: dict[str, str] = {}
        key = ""
        for line in block.splitlines():
            found = _TEXT.fullmatch(line)
            if found:
                key = found[1] or key
                entry[key] = entry.get(key, "") + _ESCAPE.sub(_unescaped, found[2])
        if "msgid" in entry and not re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE):
            yield entry


def _unescaped(sign: re.Match[str]) -> str:
    return _ESCAPED.get(sign[1], sign[1])
