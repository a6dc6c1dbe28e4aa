"""Findings and what is known of their codes, for the tests of every report."""

from dataclasses import dataclass

from aushang.model import Diagnostic, Edit, Position, Severity
from aushang.reports.run import Run


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a code."""

    code: str
    name: str
    severity: str
    summary: str

    @property
    def headline(self) -> str:
        """The summary is one sentence."""
        return self.summary.rstrip(".")

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Two of the four."""
        return (("Why it matters", "nobody knows."), ("Bad", "`a`"))


TOPICS = {
    "AU101": About("AU101", "empty-section", "error", "A heading with nothing under it."),
    "AU201": About("AU201", "dead-link", "error", "A link that leads nowhere."),
    "AU203": About("AU203", "missing-slash", "warning", "A link without its slash."),
}
SECTION = Diagnostic(
    code="AU101",
    message="section “Kurse” has no content",
    location=Position("content/posts/a.md", 14),
    hint="write a sentence, or remove the heading",
)
SLASH = Diagnostic(
    code="AU203",
    message="link “/kontakt” wants a slash at the end of the address",
    location=Position("content/pages/z.md", 3, 7),
    severity=Severity.WARNING,
    pages=("z/", "en/z/"),
    edit=Edit(Position("content/pages/z.md", 3, 12), "/kontakt", "/kontakt/"),
)
FILE = Diagnostic(
    code="AU009", message="the file is empty", location=Position("content/posts/b.md")
)


def make_run(*diagnostics: Diagnostic, **fields: object) -> Run:
    """A run that ended with 1 and knows three codes; one of the findings is of a fourth."""
    values: dict = {"version": "1.2", "exit_code": 1, "topics": TOPICS} | fields
    return Run(diagnostics=diagnostics, **values)


def make_finding(
    path: str = "content/a.md", message: str = "x", line: int = 1, **fields: object
) -> Diagnostic:
    """A dead link somewhere."""
    values: dict = {"code": "AU201", "location": Position(path, line), "message": message}
    return Diagnostic(**(values | fields))
