"""Findings and errors as the browsers are told them: plain text, bounded, safe to look at."""

from typing import TypedDict

from aushang.build.result import Result
from aushang.model import AushangError, Diagnostic
from aushang.reports.legible import legible
from aushang.reports.sentences import sentence
from aushang.reports.text import count
from aushang.serve.board import Notice

_MOST = 50
"""Findings; with more, the first ones are mended first."""


class Told(TypedDict):
    """The fields of `News` that say what is wrong."""

    headline: str
    notices: tuple[Notice, ...]
    is_refused: bool


def of_result(result: Result) -> Told:
    """What a build has found; nothing of an earlier one is left."""
    found = result.diagnostics
    shown = tuple(_notice(finding) for finding in found[:_MOST])
    more = f" The first {_MOST} are:" if len(found) > _MOST else ""
    return Told(
        headline=f"{count(found)}{more}" if found else "",
        notices=shown,
        is_refused=result.is_refused,
    )


def of_error(error: AushangError) -> Told:
    """What kept a build from being made."""
    words, _, rest = sentence(error.message, error.hint).partition("\n")
    notices = (Notice(place="", severity="error", code="", message=rest),) if rest else ()
    return Told(headline=words, notices=notices, is_refused=True)


def _notice(finding: Diagnostic) -> Notice:
    return Notice(
        place=legible(str(finding.location)),
        severity=finding.severity.value,
        code=finding.code,
        message=legible(finding.message),
        hint=legible(finding.hint),
    )
