"""What a build came to, in a few lines."""

from pathlib import Path

from aushang.build.result import Outcome, Result
from aushang.model import Kind
from aushang.reports.legible import harmless
from aushang.reports.text import report

_ALL_FINDINGS = "aushang check --report json=FILE"
_NAMES = {
    Kind.PAGE: ("page", "pages"),
    Kind.FEED: ("feed", "feeds"),
    Kind.API: ("API file", "API files"),
    Kind.REDIRECT: ("redirect", "redirects"),
    Kind.ASSET: ("other file", "other files"),
}


def findings(result: Result, *, root: Path, cwd: Path, colour: bool) -> str:
    """The report; where the site was refused, it ends by saying so. Empty without findings."""
    text = report(result.diagnostics, root=root, cwd=cwd, colour=colour, elsewhere=_ALL_FINDINGS)
    if not result.is_refused:
        return text
    if any(finding.is_error for finding in result.diagnostics):
        return f"{text} Nothing was published."
    return f"{text} Nothing was published, because --strict takes warnings for errors."


def account(result: Result, *, output: str, look: str) -> str:
    """How much was written where, how long it took, and `look`, the command to look at it, if any.

    Only for a site that was not refused.
    """
    seconds = sum(result.seconds.values())
    where = (
        f"published in {harmless(output)}"
        if result.outcome is Outcome.PUBLISHED
        else f"nothing has changed, {harmless(output)} is as it was"
    )
    lines = [volume(result), f"{where} ({seconds:.1f} s)"]
    return "\n".join([*lines, f"To look at it: {look}"] if look else lines)


def passed(result: Result, *, output: str) -> str:
    """What a trial came to that nothing kept back."""
    seconds = sum(result.seconds.values())
    behind = len(result.changed)
    state = (
        f"{_number(behind, 'file', 'files')} of {harmless(output)} would change"
        if behind
        else f"{harmless(output)} is up to date"
    )
    return f"{volume(result)}\nnothing keeps it back; {state} ({seconds:.1f} s)"


def volume(result: Result) -> str:
    """How many posts there are in how many files."""
    parts = [_number(count, *_NAMES[kind]) for kind in _NAMES if (count := result.files[kind])]
    posts = _number(result.posts, "post", "posts")
    return f"{posts} in {', '.join(parts[:-1])} and {parts[-1]}" if parts[1:] else posts


def _number(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def near(folder: Path) -> str:
    """The folder as one would type it from here."""
    here = Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)
