"""The content lines of iCalendar (RFC 5545 § 3.1) with the lines of the file they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(
    r"(?P<name>[A-Za-z0-9-]+)"
    r'(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*)'
    r":(?P<value>.*)",
    re.ASCII,
)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:,]*))')
_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One property; names are in capitals. `name` is empty where the line is none."""

    name: str
    value: str
    parameters: str
    line: int

    def parameter(self, name: str) -> str:
        """The (first) value of a parameter, without its quotes."""
        for match in _PARAMETER.finditer(self.parameters):
            if match[1].upper() == name:
                return match[2] or match[3] or ""
        return ""

    @property
    def text(self) -> str:
        """The value as a TEXT (§ 3.3.11); line breaks are blanks."""
        if "\\" not in self.value:
            return self.value
        return _ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], self.value)


def content_lines(text: str) -> Iterator[ContentLine]:
    """All lines, unfolded: one that begins with a blank goes on with the one before it."""
    begin, whole = 1, ""
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith((" ", "\t")):
            whole += line[1:]
            continue
        if whole.strip():
            yield _parsed(whole, begin)
        begin, whole = number, line
    if whole.strip():
        yield _parsed(whole, begin)


def _parsed(line: str, number: int) -> ContentLine:
    # Most lines have no parameters, and a third of the time is enough for them.
    name, sign, value = line.partition(":")
    if sign and name.isascii() and name.replace("-", "").isalnum():
        return ContentLine(name.upper(), value, "", number)
    match = _LINE.fullmatch(line)
    if match:
        return ContentLine(match["name"].upper(), match["value"], match["parameters"], number)
    return ContentLine("", line, "", number)
