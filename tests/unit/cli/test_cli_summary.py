"""What a build came to, in words."""

from collections import Counter
from pathlib import Path

from aushang.build.progress import Step
from aushang.build.result import Outcome, Result
from aushang.cli.summary import account, findings
from aushang.model import Diagnostic, Kind, Position, Severity

ERROR = Diagnostic(
    code="AU101",
    message="section “Kurse” has no content",
    location=Position("content/a.md", 14),
    hint="write a sentence, or remove the heading",
)
WARNING = Diagnostic(
    code="AU690", message="unused", location=Position("content/a.md"), severity=Severity.WARNING
)
FILES = Counter({Kind.PAGE: 1210, Kind.FEED: 64, Kind.API: 90, Kind.ASSET: 1})


def result(outcome: Outcome, *diagnostics: Diagnostic, files: Counter[Kind] = FILES) -> Result:
    """A result of 74 posts that took 1.25 seconds."""
    return Result(
        outcome=outcome,
        diagnostics=diagnostics,
        posts=74,
        files=files,
        seconds={Step.LOAD: 1.0, Step.RENDER: 0.25},
    )


def told(what: Result) -> str:
    """The findings as seen from the publication's folder."""
    return findings(what, root=Path("/p"), cwd=Path("/p"), colour=False)


def test_a_published_site_is_counted() -> None:
    """Posts, files by kind, the place, the time, and how to look at it."""
    assert account(result(Outcome.PUBLISHED), output="site", look="aushang serve") == (
        "74 posts in 1,210 pages, 64 feeds, 90 API files and 1 other file\n"
        "published in site (1.2 s)\n"
        "To look at it: aushang serve"
    )


def test_an_unchanged_site_says_so() -> None:
    """Nothing was switched."""
    assert account(result(Outcome.UNCHANGED), output="site", look="aushang serve") == (
        "74 posts in 1,210 pages, 64 feeds, 90 API files and 1 other file\n"
        "nothing has changed, site is as it was (1.2 s)\n"
        "To look at it: aushang serve"
    )


def test_a_preview_needs_no_command_to_look_at_it() -> None:
    """It prints the address itself."""
    assert account(result(Outcome.PUBLISHED), output="site", look="") == (
        "74 posts in 1,210 pages, 64 feeds, 90 API files and 1 other file\n"
        "published in site (1.2 s)"
    )


def test_a_refused_site_says_that_nothing_was_published() -> None:
    """After the findings and their number."""
    assert told(result(Outcome.REFUSED, ERROR)) == (
        "content/a.md:14: error AU101 section “Kurse” has no content\n"
        "    help: write a sentence, or remove the heading\n"
        "1 error in 1 file. Nothing was published."
    )


def test_a_strict_refusal_names_its_reason() -> None:
    """Warnings alone keep nothing back unless one asks for it."""
    assert told(result(Outcome.REFUSED, WARNING)) == (
        "content/a.md: warning AU690 unused\n"
        "1 warning in 1 file. Nothing was published, because --strict takes warnings for errors."
    )


def test_warnings_of_a_published_site_are_told() -> None:
    """The report stands alone; the account follows."""
    assert told(result(Outcome.PUBLISHED, WARNING)) == (
        "content/a.md: warning AU690 unused\n1 warning in 1 file."
    )


def test_no_findings_no_words() -> None:
    """A clean build prints its account only."""
    assert told(result(Outcome.PUBLISHED)) == ""
