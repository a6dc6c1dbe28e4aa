"""How grave the findings of a check are in one publication: as its configuration says."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from aushang.checks.table import every_rule
from aushang.model import Diagnostic, Publication, Severity
from aushang.model.similar import did_you_mean

OFF = "off"
_ALLOWED = (*Severity, OFF)

# Who makes one of these less than an error publishes what no customer can use, and nobody is told.
# A single one can be let pass with a reason.
_FIXED = frozenset({"AU201", "AU202", "AU301", "AU302", "AU691"})


def as_configured(
    diagnostics: Iterable[Diagnostic], publication: Publication
) -> Iterator[Diagnostic]:
    """The findings with the severity that they have here, without those of checks that are off."""
    severities = publication.site.severities
    for finding in diagnostics:
        severity = severities.get(finding.code, finding.severity)
        if severity is finding.severity:
            yield finding
        elif severity is not None:
            yield replace(finding, severity=severity)


def fault_of(code: str, value: str) -> tuple[str, str] | None:
    """What is wrong with `code: value` under `checks`, and what to do; None if nothing."""
    known = {rule.code: rule for rule in every_rule()}
    if code not in known:
        names = {rule.name: rule.code for rule in known.values()}
        meant = names.get(code)
        hint = f"write its code, {meant}" if meant else did_you_mean(code, known)
        return (
            f"`checks` names “{code}”, which is no check whose severity can be set",
            hint or "`aushang checks` lists all; what is found while reading and writing is fixed",
        )
    if value not in _ALLOWED:
        allowed = ", ".join(_ALLOWED)
        return f"`checks.{code}` is “{value}”; allowed are {allowed}", did_you_mean(value, _ALLOWED)
    if value == Severity.ERROR:
        return None
    if code in _FIXED:
        return (
            f"`checks.{code}` is “{value}”, but {known[code].name} is always an error",
            "let single ones pass under `ignore`, with a reason",
        )
    if value == OFF and known[code].severity is Severity.ERROR:
        return (
            f"`checks.{code}` is “off”, but {known[code].name} is an error",
            f"write {code}: warning, or let it pass under `ignore`, with a reason",
        )
    return None
