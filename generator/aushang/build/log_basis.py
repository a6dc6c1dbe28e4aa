"""From which log of changes a build goes on, and what is told where it cannot."""

from collections.abc import Iterator

from aushang.build.published_log import FoundLog
from aushang.checks.suppression import CONFIGURATION
from aushang.model import Diagnostic, Position, Severity
from aushang.model.change_log import Log, carried_on

TOLD_ONCE = frozenset({"AU603", "AU604"})
"""The codes of findings about what is published: a publish ends them."""


def log_basis(own: FoundLog, published: FoundLog) -> tuple[Log | None, tuple[Diagnostic, ...]]:
    """The log to go on with; without one a new epoch begins.

    `own` is what stands in the folder that is about to be replaced, `published` what customers have
    now, if anybody has looked.
    """
    log = carried_on(own.log, published.log)
    return log, tuple(_faults(own, published, has_log=log is not None))


def _faults(own: FoundLog, published: FoundLog, *, has_log: bool) -> Iterator[Diagnostic]:
    then = (
        "the log of changes goes on from the folder that is replaced"
        if has_log
        else "a new log of changes begins, and apps that follow it start over"
    )
    if published.fault:
        yield _told(
            "AU604",
            f"the log of the site that customers have cannot be read: {published.fault}; {then}",
            "build again when it can be reached; until then do not publish from other machines",
        )
    if own.fault and not has_log:
        yield _told(
            "AU603",
            f"the log of changes in the published folder cannot be carried on: {own.fault}; {then}",
            "if customers have an older site that is whole, build with --published and its address",
        )


def _told(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code=code,
        message=message,
        location=Position(CONFIGURATION),
        hint=hint,
        severity=Severity.WARNING,
    )
