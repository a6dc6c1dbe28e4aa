"""The report `sarif`: SARIF 2.1.0 (OASIS), which forges show beside the lines that it names."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from aushang.model import Diagnostic, Edit, Position
from aushang.model.fingerprint import fingerprints
from aushang.reports.run import Run, Topic
from aushang.reports.spelling import json_text, path_bytes

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"  # the name that forges give to the repository's root
_MARK = "aushang/v1"
_Object = dict[str, Any]


def sarif(run: Run) -> str:
    """A log with one run, as JSON with a line feed at its end."""
    codes = sorted({finding.code for finding in run.diagnostics})
    places = {code: index for index, code in enumerate(codes)}
    document = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(run, codes)},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {
                    _ROOT: {"description": {"text": "The root of the repository."}}
                },
                "invocations": [{"executionSuccessful": True, "exitCode": run.exit_code}],
                "results": [
                    _result(finding, mark, run, places)
                    for finding, mark in fingerprints(run.ordered)
                ],
            }
        ],
    }
    return json_text(document)


def _driver(run: Run, codes: Sequence[str]) -> _Object:
    return {
        "name": "Aushang",
        "version": run.version,
        "rules": [_rule(code, run.topics.get(code)) for code in codes],
    }


def _rule(code: str, topic: Topic | None) -> _Object:
    if topic is None:
        return {"id": code}
    plain = "\n\n".join(f"{label}: {text}" for label, text in topic.parts)
    marked = "\n\n".join(f"**{label}:** {text}" for label, text in topic.parts)
    return {
        "id": code,
        # SARIF § 3.49.7 wants a name that reads like an identifier.
        "name": "".join(part.capitalize() for part in topic.name.split("-")),
        "shortDescription": {"text": f"{topic.headline}."},
        "fullDescription": {"text": topic.summary},
        "help": {"text": plain, "markdown": marked},
        "defaultConfiguration": {"level": "warning" if topic.severity == "warning" else "error"},
    }


def _result(finding: Diagnostic, mark: str, run: Run, places: Mapping[str, int]) -> _Object:
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    result: _Object = {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": finding.severity.value,
        "message": {"text": _without_links(text)},
        "locations": [{"physicalLocation": _place(finding.location, run)}],
        "partialFingerprints": {_MARK: mark},
    }
    if finding.pages:
        result["properties"] = {"pages": list(finding.pages)}
    if finding.edit:
        result["fixes"] = [_fix(finding.edit, finding.hint, run)]
    return result


def _without_links(text: str) -> str:
    """No text of others becomes a link: `[a](b)` would be one (SARIF § 3.11.6)."""
    return text.replace("[", r"\[").replace("]", r"\]") if "](" in text else text


def _place(position: Position, run: Run) -> _Object:
    place: _Object = {"artifactLocation": _file(position, run)}
    if position.line:
        place["region"] = {"startLine": position.line} | (
            {"startColumn": position.column} if position.column else {}
        )
    return place


def _file(position: Position, run: Run) -> _Object:
    # RFC 3986: as bytes, so that any name is spelt; a colon would make its first part a scheme.
    return {"uri": quote(path_bytes(run.below + position.path), safe="/"), "uriBaseId": _ROOT}


def _fix(edit: Edit, hint: str, run: Run) -> _Object:
    place = edit.position
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.column + len(edit.old),
    }
    replacement = {"deletedRegion": region, "insertedContent": {"text": edit.new}}
    change = {"artifactLocation": _file(place, run), "replacements": [replacement]}
    return {"description": {"text": _without_links(hint or "mend it")}, "artifactChanges": [change]}
