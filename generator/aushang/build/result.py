"""What came of a build."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from aushang.build.progress import Step
from aushang.model import Diagnostic, Kind, Publication


class Outcome(StrEnum):
    """How a build ended.

    `unchanged` is a success: the published folder already held these very bytes. `passed` is a
    trial that would have been published.
    """

    PASSED = "passed"
    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was found, what was written, and how long each step took.

    `diagnostics` stand in the order of a report. `posts` counts the visible posts, `files` the
    written files by kind. Only a published or unchanged site is the one that customers see.
    `changed` are the site paths of files that are new, different or gone since the publish before.
    `reasons` tells why each unit that was made was out of date. `publication` is what was loaded;
    None where nothing had to be.
    """

    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...]
    posts: int
    files: Mapping[Kind, int]
    seconds: Mapping[Step, float]
    changed: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)
    publication: Publication | None = None

    @property
    def is_refused(self) -> bool:
        """Whether findings kept the publish back."""
        return self.outcome is Outcome.REFUSED
