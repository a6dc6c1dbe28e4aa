"""Findings as lines for a terminal: `path:line:column: error AU001 message`, and the remedy below.

Everything quoted was written by somebody else, so nothing of it may drive the terminal.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from aushang.model import Diagnostic, Position, Severity
from aushang.reports.legible import legible

_RED, _YELLOW, _BOLD, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}
_PAGES_NAMED = 3
_MANY = 20
"""Findings; with more, the last lines say what they are, because the first are out of sight."""
_FLOOD, _DROPS = 200, 50
"""Findings of one code; where there are more than the first, only the second are shown."""


def report(
    diagnostics: Iterable[Diagnostic],
    *,
    root: Path | None = None,
    cwd: Path | None = None,
    colour: bool = False,
    elsewhere: str = "",
) -> str:
    """Findings in order of place, then how many (many also by code); empty without findings.

    Where one code floods the terminal, its first findings stand for the others, if the reader has
    `elsewhere` to go: what to add to the command line to get them all.

    Paths are shown as they are, relative to the publication's folder; with `root` (that folder) and
    `cwd`, both absolute, as seen from `cwd`, so that editors and terminals can follow them.
    """
    ordered = sorted(diagnostics, key=lambda finding: finding.order)
    if not ordered:
        return ""
    lines = []
    shown = list(_without_flood(ordered)) if elsewhere else ordered
    for finding in shown:
        place = _seen(finding.location, root, cwd) if root and cwd else finding.location
        lines += _lines(finding, str(place), colour=colour)
    if len(ordered) > _MANY:
        lines += _by_code(ordered)
    if len(shown) < len(ordered):
        lines.append(
            f"Of a code with more than {_FLOOD} findings the first {_DROPS} are shown; "
            f"{elsewhere} has all of them."
        )
    return "\n".join([*lines, count(ordered)])


def _without_flood(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    often = Counter(finding.code for finding in diagnostics)
    told: Counter[str] = Counter()
    for finding in diagnostics:
        told[finding.code] += 1
        if often[finding.code] <= _FLOOD or told[finding.code] <= _DROPS:
            yield finding


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
