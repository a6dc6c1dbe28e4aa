"""The report `junit`: what CI systems show as tests. A check that found nothing is a test passed.

An error is a failure; a warning, which keeps nothing back, a test that was skipped.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from aushang.model import Diagnostic
from aushang.model.fingerprint import fingerprints
from aushang.reports.legible import harmless
from aushang.reports.run import Run
from aushang.reports.spelling import xml_chars


def junit(run: Run) -> str:
    """The document as XML, with a line feed at its end."""
    found = {finding.code for finding in run.diagnostics}
    clean = [code for code in sorted(run.topics) if code not in found]
    counts = {
        "tests": str(len(run.diagnostics) + len(clean)),
        "failures": str(run.errors),
        "errors": "0",
        "skipped": str(run.warnings),
    }
    root = Element("testsuites", {"name": "aushang", **counts})
    suite = SubElement(root, "testsuite", {"name": "aushang", **counts})
    for code in clean:
        SubElement(
            suite, "testcase", {"classname": "aushang", "name": f"{code} {run.name_of(code)}"}
        )
    for finding, mark in fingerprints(run.ordered):
        _add(suite, finding, mark, run)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add(suite: Element, finding: Diagnostic, mark: str, run: Run) -> None:
    said = harmless(finding.message)
    case = {
        # Systems take tests of one class and name for one test, so the mark tells twins apart.
        "classname": f"{finding.code} {run.name_of(finding.code)}",
        "name": f"{xml_chars(finding.location.path)}: {said} ({mark})",
        "file": xml_chars(run.file(finding)),
    }
    if finding.location.line:
        case["line"] = str(finding.location.line)
    kind = "failure" if finding.is_error else "skipped"
    told = SubElement(SubElement(suite, "testcase", case), kind, {"message": said})
    if finding.is_error:
        told.set("type", finding.code)
    told.text = "\n".join(map(harmless, _lines(finding)))


def _lines(finding: Diagnostic) -> Iterator[str]:
    yield f"{finding.location}: {finding.severity} {finding.code} {finding.message}"
    if finding.hint:
        yield f"help: {finding.hint}"
    if finding.pages:
        yield f"seen on: {', '.join(f'/{page}' for page in finding.pages)}"
