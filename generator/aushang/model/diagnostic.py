"""What is wrong, where, and what to do about it. Checks and readers return these; nobody prints."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Severity(StrEnum):
    """`error` keeps a publish back, `warning` does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file.

    `path` is relative to the publication's folder, with forward slashes. `line` and `column` count
    from 1 in characters; 0 means "the file as a whole" or "the line as a whole".
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`path`, `path:line` or `path:line:column`, as editors and terminals link it."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Edit:
    """A remedy that is certain: at `position`, with line and column, `old` becomes `new`."""

    position: Position
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: a small-letter sentence in the present tense that quotes the value; a remedy.

    `code` is `AU` and three digits and is never used again for something else.
    `pages` are the site paths on which the fault shows, where it was seen in what was written.
    `edit` mends it, where there is no doubt how. `quote` are the words of a text that it is about,
    for whoever has the file and can tell line and column (`checks.quotes`). `since` and `until`
    bound when it is one, half-open: a text is judged once and found wrong when a day has passed.
    """

    code: str
    message: str
    location: Position
    hint: str = ""
    severity: Severity = Severity.ERROR
    pages: tuple[str, ...] = ()
    edit: Edit | None = None
    quote: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_error(self) -> bool:
        """Whether this finding alone keeps a publish back."""
        return self.severity is Severity.ERROR

    def holds(self, now: datetime) -> bool:
        """Whether it is a finding at `now`."""
        return (not self.since or self.since <= now) and (not self.until or now < self.until)

    @property
    def order(self) -> tuple[Position, str, str]:
        """Where it stands in a report: by place, then code, then words; never by discovery."""
        return (self.location, self.code, self.message)
