"""The report `gitlab`: a code quality report, which GitLab shows in merge requests."""

from typing import Any

from aushang.model import Diagnostic, Severity
from aushang.model.fingerprint import fingerprints
from aushang.reports.run import Run
from aushang.reports.spelling import json_text

_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "minor"}


def gitlab(run: Run) -> str:
    """A list of findings as JSON, with a line feed at its end."""
    told = [_finding(finding, mark, run) for finding, mark in fingerprints(run.ordered)]
    return json_text(told)


def _finding(finding: Diagnostic, mark: str, run: Run) -> dict[str, Any]:
    words = f"{finding.message}: {finding.hint}" if finding.hint else finding.message
    return {
        "description": words,
        "check_name": f"{finding.code} {run.name_of(finding.code)}",
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        # A line is a must; what concerns the whole file is shown at its first.
        "location": {"path": run.file(finding), "lines": {"begin": finding.location.line or 1}},
    }
