"""The report `markdown`: a summary for a pull request or the page of a CI run.

Text of others stands in fenced blocks only: there it is neither a link nor a heading, and nobody is
mentioned by it.
"""

import re
from collections.abc import Iterator, Sequence

from aushang.model import Diagnostic
from aushang.reports.legible import harmless, legible
from aushang.reports.run import Run
from aushang.reports.text import count

_MOST = 20
"""Findings of a code that are shown: a comment on GitHub has room for 65,536 characters."""


def markdown(run: Run) -> str:
    """Heading, number, and the findings by code, the gravest first; with a line feed at its end."""
    if not run.diagnostics:
        return "## Aushang: nothing was found\n"
    by_code: dict[str, list[Diagnostic]] = {}
    for finding in run.gravest_first:
        by_code.setdefault(finding.code, []).append(finding)
    parts = [f"## Aushang: {count(run.ordered).removesuffix('.')}"]
    for code, same in by_code.items():
        parts += _section(code, same, run)
    return "\n\n".join(parts) + "\n"


def _section(code: str, found: Sequence[Diagnostic], run: Run) -> Iterator[str]:
    topic = run.topics.get(code)
    yield f"### {code} {run.name_of(code)} ({len(found)})"
    if topic:
        yield f"{topic.headline}."
    yield _fenced("\n".join(line for each in found[:_MOST] for line in _lines(each, run)))
    if len(found) > _MOST:
        yield f"And {len(found) - _MOST} more."


def _lines(finding: Diagnostic, run: Run) -> Iterator[str]:
    place = harmless(run.below + str(finding.location))
    yield f"{place}: {finding.severity.value} {legible(finding.message)}"
    if finding.hint:
        yield f"    {legible(finding.hint)}"


def _fenced(text: str) -> str:
    # CommonMark § 4.5: a fence is closed by one that is at least as long.
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
