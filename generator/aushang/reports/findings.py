"""The report `json`: an object with `findings`, for programs. Its schema: `reports.documents`."""

from aushang.model import Diagnostic, Position
from aushang.model.fingerprint import fingerprints
from aushang.reports.documents import (
    REPORT_VERSION,
    Finding,
    FindingsDocument,
    Place,
    Remedy,
)
from aushang.reports.run import Run
from aushang.reports.spelling import json_text


def findings(run: Run) -> str:
    """The document as JSON, with a line feed at its end."""
    document = FindingsDocument(
        report_version=REPORT_VERSION,
        program="aushang",
        version=run.version,
        exit=run.exit_code,
        counts={
            "errors": run.errors,
            "warnings": run.warnings,
            "files": len({finding.location.path for finding in run.diagnostics}),
        },
        findings=[_finding(each, mark, run) for each, mark in fingerprints(run.ordered)],
    )
    return json_text(document)


def _finding(finding: Diagnostic, mark: str, run: Run) -> Finding:
    edit = finding.edit
    return Finding(
        code=finding.code,
        name=run.name_of(finding.code),
        severity=finding.severity.value,
        message=finding.message,
        hint=finding.hint,
        location=_place(finding.location),
        pages=list(finding.pages),
        fingerprint=mark,
        edit=Remedy(location=_place(edit.position), old=edit.old, new=edit.new) if edit else None,
    )


def _place(position: Position) -> Place:
    return Place(path=position.path, line=position.line, column=position.column)
