"""All codes of findings with what is known about them, from the tables of the packages that find.

Checks explain themselves in their docstrings; what is found while files are read and written, in
tables.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from aushang.audit.codes import CODES as AUDITING
from aushang.build.codes import ABOUT_THE_LOG
from aushang.build.codes import CODES as WRITING
from aushang.checks.rules import Rule
from aushang.checks.table import every_rule
from aushang.content.codes import CODES as READING
from aushang.content.hugo.codes import CODES as IMPORTING
from aushang.content.markdown.codes import CODES as MARKDOWN
from aushang.outside.codes import CODES as ASKING

# Stage and severity of what has no rule of its own: some findings of reading are warnings.
_TABLES = (
    ("reading", "error or warning", READING),
    ("reading", "error or warning", MARKDOWN),
    ("importing", "error or warning", IMPORTING),
    ("writing", "error", WRITING),
    ("writing", "warning", ABOUT_THE_LOG),
    ("auditing", "error or warning", AUDITING),
    ("asking", "warning", ASKING),
)

_SINCE = "0.1"
"""The version that brought the codes of the tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code, its name, when it is found, how grave it is, since which version, and what it means.

    `summary` says it all in one sentence or two; `parts` are labels and texts in the order in which
    they are read.
    """

    code: str
    name: str
    stage: str
    severity: str
    since: str
    summary: str
    parts: tuple[tuple[str, str], ...]

    @property
    def headline(self) -> str:
        """The first sentence of the summary, without the examples behind its colon."""
        return self.summary.partition(". ")[0].partition(": ")[0].rstrip(".")


class Row(Protocol):
    """A row of a table of codes, as the packages beside the checks keep them."""

    @property
    def name(self) -> str:
        """The problem in a few words with hyphens."""

    @property
    def finds(self) -> str:
        """What it finds, in a sentence that begins with a small letter."""

    @property
    def matters(self) -> str:
        """Why it matters."""

    @property
    def bad(self) -> str:
        """What is found."""

    @property
    def good(self) -> str:
        """What is not."""


def every_code() -> tuple[Code, ...]:
    """All codes there are, in order. Raises AushangError where a foreign check cannot be loaded."""
    listed = [code for table in _TABLES for code in _of_table(*table)]
    return tuple(sorted([*listed, *map(_of_rule, every_rule())], key=lambda code: code.code))


def _of_rule(rule: Rule[...]) -> Code:
    return Code(
        code=rule.code,
        name=rule.name,
        stage=rule.stage,
        severity=rule.severity,
        since=rule.since,
        summary=rule.explanation.summary,
        parts=tuple((label, " ".join(text.split())) for label, text in rule.explanation.parts),
    )


def _of_table(stage: str, severity: str, table: Mapping[str, Row]) -> Iterator[Code]:
    for code, row in table.items():
        yield Code(
            code=code,
            name=row.name,
            stage=stage,
            severity=severity,
            since=_SINCE,
            summary=row.finds[:1].upper() + row.finds[1:],
            parts=(
                ("Why it matters", row.matters),
                ("Bad", row.bad),
                ("Good", row.good),
            ),
        )
