"""Findings as lines for a terminal: `path:line:column: error AU001 message`, and the remedy below.

Everything quoted was written by somebody else, so nothing of it may drive the terminal.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from aushang.model import Diagnostic, Position, Severity
from aushang.reports.legible import legible

_RED, _YELLOW, _BOLD, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}
_PAGES_NAMED = 3
_MANY = 20
"""Findings; with more, the last lines say what they are, because the first are out of sight."""


def report(
    diagnostics: Iterable[Diagnostic],
    *,
    root: Path | None = None,
    cwd: Path | None = None,
    colour: bool = False,
) -> str:
    """All findings in order of place, then how many (many also by code); empty without findings.

    Paths are shown as they are, relative to the publication's folder; with `root` (that folder) and
    `cwd`, both absolute, as seen from `cwd`, so that editors and terminals can follow them.
    """
    ordered = sorted(diagnostics, key=lambda finding: finding.order)
    if not ordered:
        return ""
    lines = []
    for finding in ordered:
        place = _seen(finding.location, root, cwd) if root and cwd else finding.location
        lines += _lines(finding, str(place), colour=colour)
    if len(ordered) > _MANY:
        lines += _by_code(ordered)
    return "\n".join([*lines, count(ordered)])


def _by_code(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """One line for each code: how often, in how many files, and what it says the first time."""
    found: dict[str, list[Diagnostic]] = {}
    for finding in diagnostics:
        found.setdefault(finding.code, []).append(finding)
    often = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [f"{len(same):>6} × {code}, such as: {legible(same[0].message)}" for code, same in often]


def count(diagnostics: Sequence[Diagnostic]) -> str:
    """How many findings in how many files, such as “2 errors, 1 warning in 1 file”."""
    errors = sum(finding.is_error for finding in diagnostics)
    kinds = [(errors, "error"), (len(diagnostics) - errors, "warning")]
    counted = ", ".join(_number(number, word) for number, word in kinds if number)
    files = len({finding.location.path for finding in diagnostics})
    return f"{counted or 'no findings'} in {_number(files, 'file')}."


def _number(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _seen(location: Position, root: Path, cwd: Path) -> Position:
    path = os.path.relpath(root / location.path, cwd)
    return replace(location, path=path.replace(os.sep, "/"))


def _lines(finding: Diagnostic, place: str, *, colour: bool) -> list[str]:
    paint = _paint if colour else _leave
    severity = paint(finding.severity.value, _COLOURS[finding.severity])
    lines = [
        f"{paint(legible(place), _BOLD)}: {severity} {finding.code} {legible(finding.message)}"
    ]
    if finding.hint:
        lines.append(f"    {paint('help:', _DIM)} {legible(finding.hint)}")
    if finding.pages:
        lines.append(f"    {paint('seen on:', _DIM)} {_pages(finding.pages)}")
    return lines


def _pages(pages: Sequence[str]) -> str:
    named = ", ".join(legible(f"/{page}") for page in pages[:_PAGES_NAMED])
    more = len(pages) - _PAGES_NAMED
    return f"{named} and {more} more" if more > 0 else named


def _paint(text: str, colour: str) -> str:
    return f"{colour}{text}{_PLAIN}"


def _leave(text: str, _colour: str) -> str:
    return text
