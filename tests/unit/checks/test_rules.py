"""A check that could not be explained, found or told from another is refused when it is made."""

import sys
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest
from tests.factories import make_publication

from aushang.checks.rules import Rule, check
from aushang.model import Diagnostic, Position, Publication, Severity

EXPLANATION = """Something is wrong.

What it finds: a thing
    on two lines.
Why it matters: it matters.
Bad: so
Good: otherwise
"""


@pytest.fixture
def module() -> Iterator[ModuleType]:
    """A module that announces the check AU999 made-up-fault."""
    made = ModuleType("made_up_fault", "AU999 made-up-fault.")
    sys.modules[made.__name__] = made
    yield made
    del sys.modules[made.__name__]


def made_up(doc: str = EXPLANATION, name: str = "made_up_fault", code: str = "AU999") -> Callable:
    """A generator with one finding, as if it stood in the module above."""

    def find(_publication: Publication) -> Iterator[Diagnostic]:
        yield Diagnostic(code=code, message="x", location=Position("a.md"))

    find.__module__, find.__qualname__, find.__name__ = "made_up_fault", name, name
    find.__doc__ = doc
    return find


def make(find: Callable, code: str = "AU999", stage: str = "source") -> Rule:
    """Decorate as a check."""
    return check(code, stage=stage, since="0.1", severity=Severity.WARNING)(find)


def test_a_rule_knows_everything_about_its_check(module: ModuleType) -> None:
    """Name, stage and explanation are taken from the function."""
    rule = make(made_up())
    assert (rule.code, rule.name, rule.stage, rule.since) == (
        "AU999",
        "made-up-fault",
        "source",
        "0.1",
    )
    assert rule.explanation.summary == "Something is wrong."
    assert rule.explanation.parts == (
        ("What it finds", "a thing\n    on two lines."),
        ("Why it matters", "it matters."),
        ("Bad", "so"),
        ("Good", "otherwise"),
    )


def test_findings_carry_the_severity_of_the_rule(module: ModuleType) -> None:
    """It stands once, in the decorator."""
    (finding,) = make(made_up())(make_publication())
    assert finding.severity is Severity.WARNING


def test_a_foreign_code_is_a_bug(module: ModuleType) -> None:
    """A check may only yield findings of its own."""
    rule = make(made_up(code="AU998"))
    with pytest.raises(RuntimeError, match=r"^check AU999 made-up-fault yields AU998$"):
        list(rule(make_publication()))


PARTS = "“What it finds:”, “Why it matters:”, “Bad:”, “Good:”, each once, filled, in this order"


@pytest.mark.parametrize(
    ("find", "code", "stage", "message"),
    [
        (
            made_up(doc=""),
            "AU999",
            "source",
            "made_up_fault.made_up_fault: the docstring has no first sentence",
        ),
        (
            made_up(doc=EXPLANATION.replace("Good: otherwise", "")),
            "AU999",
            "source",
            f"made_up_fault.made_up_fault: the docstring wants the parts {PARTS}",
        ),
        (
            made_up(doc=EXPLANATION.replace("it matters.", "")),
            "AU999",
            "source",
            f"made_up_fault.made_up_fault: the docstring wants the parts {PARTS}",
        ),
        (
            made_up(),
            "A999",
            "source",
            "made_up_fault.made_up_fault: “A999” is no code; expected AU and three digits",
        ),
        (
            made_up(name="other_fault"),
            "AU999",
            "source",
            (
                "made_up_fault.other_fault: the module announces “AU999 made-up-fault”; "
                "expected “AU999 other-fault”"
            ),
        ),
        (
            made_up(),
            "AU999",
            "artifact",
            "made_up_fault.made_up_fault: a check of the stage “artifact” takes 2 arguments",
        ),
    ],
)
def test_refused(module: ModuleType, find: Callable, code: str, stage: str, message: str) -> None:
    """The decorator says what is missing."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011  the whole message is compared
        make(find, code, stage)
    assert str(raised.value) == message


def test_a_code_in_use_is_refused() -> None:
    """Codes are never used twice, and the owner is named."""
    twin = ModuleType("empty_section", "AU101 empty-section.")
    sys.modules["empty_section"] = twin
    find = made_up(name="empty_section")
    find.__module__ = "empty_section"
    with pytest.raises(ValueError) as raised:  # noqa: PT011  the whole message is compared
        make(find, "AU101")
    del sys.modules["empty_section"]
    assert str(raised.value) == (
        "empty_section.empty_section: AU101 is already the code of "
        "aushang.checks.empty_section.empty_section"
    )
