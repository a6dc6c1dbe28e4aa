"""The report `github`: workflow commands that GitHub Actions shows on the lines of a change."""

import re
from collections.abc import Iterator

from aushang.model import Diagnostic
from aushang.reports.legible import harmless
from aushang.reports.run import Run
from aushang.reports.spelling import encodable


def github(run: Run) -> str:
    """One command a line, errors first: GitHub shows ten errors and ten warnings of a step."""
    return "".join(f"{_command(finding, run)}\n" for finding in run.gravest_first)


def _command(finding: Diagnostic, run: Run) -> str:
    place = finding.location
    properties = {
        "file": _plain(run.file(finding)),
        "line": str(place.line) if place.line else "",
        "col": str(place.column) if place.column else "",
        "title": f"{finding.code} {run.name_of(finding.code)}",
    }
    told = ",".join(f"{name}={_property(text)}" for name, text in properties.items() if text)
    words = "\n".join(map(harmless, _lines(finding)))
    return f"::{finding.severity.value} {told}::{_data(words)}"


def _lines(finding: Diagnostic) -> Iterator[str]:
    yield finding.message
    if finding.hint:
        yield finding.hint


def _plain(path: str) -> str:
    """The path; only line ends have escapes, and other controls must not drive a terminal."""
    parts = re.split("([\r\n])", encodable(path))
    return "".join(part if part in {"\r", "\n"} else harmless(part) for part in parts)


# The escapes are those of the runner's own library (actions/toolkit, `command.ts`).
def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
