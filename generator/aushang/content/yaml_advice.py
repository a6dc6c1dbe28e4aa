"""Turns the YAML parser's complaints into advice that somebody who knows no YAML can follow.

The parser names the place where it gave up, which is often not where the author slipped. So the
line is looked at again: nearly always a value lacks its quotes.
"""

import re
from dataclasses import dataclass

import yaml

from aushang.content.quoting import quoted, short

_KEY_AND_VALUE = re.compile(r"^(?P<start>\s*(?:- +)*(?P<key>[\w-]+): +)(?P<value>\S.*?)\s*$")
_KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- +)*(?P<key>[A-Za-z_-]+):(?P<value>[^\s/:].*)$")
_TAB_INDENT = re.compile(r"^ *\t")
_BRACKETS = {"[": "]", "{": "}"}
_SPECIAL_START = frozenset("@`%*&!|>[]{},?-")


@dataclass(frozen=True, slots=True)
class Advice:
    """A fault at a line and column of the YAML text, both from 0, in words, and the remedy."""

    line: int
    column: int
    message: str
    hint: str


def syntax_advice(fault: yaml.YAMLError, lines: list[str]) -> Advice:
    """What to do about `fault`, which the parser found in `lines`."""
    mark = getattr(fault, "problem_mark", None)
    context = getattr(fault, "context_mark", None)
    problem = getattr(fault, "problem", None) or "the text is not YAML"
    line = min(mark.line if mark else 0, len(lines) - 1)
    column = mark.column if mark else 0
    tab = _tab(lines, line)
    if tab is not None:
        return Advice(tab, 0, "the line is indented with a tab", "indent it with spaces")
    opening = context.line if context and context.line < len(lines) else line
    opening_column = context.column if context else 0
    if "quoted scalar" in str(getattr(fault, "context", "")):
        return _in_quotes(problem, (line, column), (opening, opening_column))
    for number in (line, opening):
        found = _unquoted(lines[number], number)
        if found:
            return found
    bracket = lines[opening][opening_column : opening_column + 1] if context else ""
    if bracket in _BRACKETS:
        message = f"the bracket “{bracket}” is not closed"
        return Advice(opening, opening_column, message, f"close it with “{_BRACKETS[bracket]}”")
    if "expected ':'" in problem:
        return _of_form(problem, lines, opening, 0)
    return _left_open(lines[: line + 1]) or _of_form(problem, lines, line, column)


def _tab(lines: list[str], line: int) -> int | None:
    """The line with a tab in its indentation: where the parser stopped, or the one above."""
    return next((at for at in (line, line - 1) if at >= 0 and _TAB_INDENT.match(lines[at])), None)


def _in_quotes(problem: str, place: tuple[int, int], opening: tuple[int, int]) -> Advice:
    if "escape" in problem:
        message = "a backslash in double quotes begins an escape that YAML does not know"
        return Advice(*place, message, "write \\\\ for a backslash, or use single quotes")
    return _never_closed(*opening)


def _unquoted(line: str, number: int) -> Advice | None:
    """Advice for a line `key: value` whose value needs quotes or has too few of them."""
    match = _KEY_AND_VALUE.match(line)
    if not match:
        return without_space(line, number)
    start, key, value = match["start"], match["key"], match["value"]
    sign = value[0]
    if sign in "\"'":
        return _after_quotes(number, len(start), key, value)
    remedy = f"quote the value: `{key}: {quoted(value)}`"
    if sign in _BRACKETS and _BRACKETS[sign] not in value:
        message = f"the bracket “{sign}” is not closed"
        return Advice(number, len(start), message, f"close it with “{_BRACKETS[sign]}”")
    if sign in _SPECIAL_START and not _is_list(value):
        message = f"the value of `{key}` begins with “{sign}”, which has a meaning in YAML"
        return Advice(number, len(start), message, remedy)
    colon = re.search(r":(\s|$)", value)
    if colon and sign not in "[{":
        message = f"the value of `{key}` holds a colon and has no quotes"
        return Advice(number, len(start) + colon.start(), message, remedy)
    return None


def _after_quotes(number: int, column: int, key: str, value: str) -> Advice | None:
    """`"Die "Sauna" ist offen"`: text goes on behind the closing quote."""
    sign = value[0]
    inner = value[1:-1] if len(value) > 1 and value[-1] == sign else value[1:]
    closing = value.find(sign, 1)
    if closing in {-1, len(value) - 1}:
        return None
    message = f"the value of `{key}` goes on after its closing quote"
    remedy = f"write quotes within it otherwise: `{key}: {quoted(inner)}`"
    return Advice(number, column + closing, message, remedy)


def _left_open(lines: list[str]) -> Advice | None:
    """The last value that opens a quote and does not close it in its line."""
    for number in range(len(lines) - 1, -1, -1):
        match = _KEY_AND_VALUE.match(lines[number])
        if match and match["value"][0] in "\"'" and match["value"].count(match["value"][0]) == 1:
            return _never_closed(number, match.start("value"))
    return None


def _never_closed(line: int, column: int) -> Advice:
    message = "the quote that opens here is never closed"
    return Advice(line, column, message, "close it at the end of the value")


def without_space(line: str, number: int) -> Advice | None:
    """Advice for a line such as `key:value`."""
    match = _KEY_WITHOUT_SPACE.match(line)
    if not match:
        return None
    remedy = f"write `{match['key']}: {match['value'].strip()}`"
    message = f"a space is missing after `{match['key']}:`"
    return Advice(number, match.start("value"), message, remedy)


def _is_list(value: str) -> bool:
    """`[a, b]` and `{a: b}` as a whole; `[neu] Sauna` is a text that lacks its quotes."""
    return value[0] + value[-1] in {"[]", "{}"}


def _of_form(problem: str, lines: list[str], line: int, column: int) -> Advice:
    written = short(lines[line])
    if not written:
        line = next((at for at in range(line, -1, -1) if lines[at].strip()), line)
        written, column = short(lines[line]), 0
    if ":" not in written and not written.startswith("- "):
        message = f"“{written}” is not of the form `key: value`"
        hint = "write `key: value`; a line `---` ends the front matter, the text follows below it"
        return Advice(line, 0, message, hint)
    message = f"“{written}” does not fit the lines above it ({problem})"
    hint = "begin keys that belong together in the same column; quote values with special signs"
    return Advice(line, column, message, hint)
