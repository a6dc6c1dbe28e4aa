"""What `checks` in mkdocs.yml may say of a check, and what it may not."""

import pytest

from aushang.checks.severities import fault_of

UNSETTABLE = "which is no check whose severity can be set"
LIST = "`aushang checks` lists all; what is found while reading and writing is fixed"


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("AU101", "warning"),
        ("AU101", "error"),
        ("AU203", "off"),
        ("AU203", "error"),
        ("AU201", "error"),
    ],
)
def test_what_may_be_said(code: str, value: str) -> None:
    """Errors may be warnings, warnings errors or nothing."""
    assert fault_of(code, value) is None


@pytest.mark.parametrize(
    ("code", "value", "message", "hint"),
    [
        ("AU999", "off", f"`checks` names “AU999”, {UNSETTABLE}", LIST),
        ("AU001", "off", f"`checks` names “AU001”, {UNSETTABLE}", LIST),
        (
            "missing-slash",
            "off",
            f"`checks` names “missing-slash”, {UNSETTABLE}",
            "write its code, AU203",
        ),
        (
            "AU203",
            "warn",
            "`checks.AU203` is “warn”; allowed are error, warning, off",
            "did you mean “warning”?",
        ),
        ("AU203", "true", "`checks.AU203` is “true”; allowed are error, warning, off", ""),
        (
            "AU201",
            "warning",
            "`checks.AU201` is “warning”, but dead-link is always an error",
            "let single ones pass under `ignore`, with a reason",
        ),
        (
            "AU101",
            "off",
            "`checks.AU101` is “off”, but empty-section is an error",
            "write AU101: warning, or let it pass under `ignore`, with a reason",
        ),
    ],
)
def test_what_may_not(code: str, value: str, message: str, hint: str) -> None:
    """What nobody could see any more, and what no check is called."""
    assert fault_of(code, value) == (message, hint)
