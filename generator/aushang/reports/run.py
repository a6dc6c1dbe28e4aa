"""What a run came to, as every report for machines is given it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from aushang.model import Diagnostic


class Topic(Protocol):
    """What is known about a code: its name, how grave it is, and its explanation."""

    @property
    def code(self) -> str:
        """`AU` and three digits."""

    @property
    def name(self) -> str:
        """The problem in a few words with hyphens."""

    @property
    def severity(self) -> str:
        """`error`, `warning`, or both where it depends."""

    @property
    def summary(self) -> str:
        """What it is, in a sentence or two."""

    @property
    def headline(self) -> str:
        """The first sentence of the summary, without a full stop."""

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Labels and texts: what it finds, why it matters, bad and good."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """Everything that was found, in whatever order, and what is known of the program.

    `topics` are all codes there are, by code. `below` is where the publication's folder lies in the
    repository, such as `news/`, or empty: annotations name files from the repository's root.
    """

    diagnostics: tuple[Diagnostic, ...]
    version: str
    exit_code: int
    topics: Mapping[str, Topic] = field(default_factory=dict)
    below: str = ""

    @cached_property
    def ordered(self) -> tuple[Diagnostic, ...]:
        """By place, then code, then words; never by discovery."""
        return tuple(sorted(self.diagnostics, key=lambda finding: finding.order))

    @cached_property
    def gravest_first(self) -> tuple[Diagnostic, ...]:
        """Errors before warnings, for readers who show only the first few."""
        return tuple(sorted(self.ordered, key=lambda finding: not finding.is_error))

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.is_error for finding in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.diagnostics) - self.errors

    def name_of(self, code: str) -> str:
        """The name of a code, such as “dead-link”; the code itself if nobody knows it."""
        topic = self.topics.get(code)
        return topic.name if topic else code

    def file(self, finding: Diagnostic) -> str:
        """The finding's file as seen from the repository's root."""
        return self.below + finding.location.path
