"""Findings and errors as browsers are told them."""

from collections import Counter

from aushang.build.result import Outcome, Result
from aushang.model import AushangError, Diagnostic, Position, Severity
from aushang.serve.board import Notice
from aushang.serve.notices import of_error, of_result


def result(*diagnostics: Diagnostic, outcome: Outcome = Outcome.REFUSED) -> Result:
    """A build that has found something."""
    return Result(outcome=outcome, diagnostics=diagnostics, posts=1, files=Counter(), seconds={})


def finding(number: int = 14, message: str = "section “Kurse” has no content") -> Diagnostic:
    """A finding with all that it can have."""
    where = Position("content/a.md", number, 3)
    return Diagnostic(code="AU101", message=message, location=where, hint="write a sentence")


def test_a_finding_keeps_place_code_words_and_remedy() -> None:
    """As in the terminal."""
    told = of_result(result(finding()))
    assert told == {
        "headline": "1 error in 1 file.",
        "is_refused": True,
        "notices": (
            Notice(
                place="content/a.md:14:3",
                severity="error",
                code="AU101",
                message="section “Kurse” has no content",
                hint="write a sentence",
            ),
        ),
    }


def test_without_findings_nothing_is_left_of_earlier_ones() -> None:
    """The panel goes away."""
    told = of_result(result(outcome=Outcome.PUBLISHED))
    assert told == {"headline": "", "notices": (), "is_refused": False}


def test_warnings_are_told_of_a_site_that_is_shown() -> None:
    """They keep nothing back."""
    warning = Diagnostic(
        code="AU690", message="unused", location=Position("a"), severity=Severity.WARNING
    )
    told = of_result(result(warning, outcome=Outcome.PUBLISHED))
    assert (told["headline"], told["is_refused"]) == ("1 warning in 1 file.", False)
    assert told["notices"][0].severity == "warning"


def test_thousands_of_findings_are_cut() -> None:
    """A browser would choke on them; a wrong template makes one on each page."""
    told = of_result(result(*(finding(number) for number in range(1, 52))))
    assert told["headline"] == "51 errors in 1 file. The first 50 are:"
    assert len(told["notices"]) == 50


def test_what_could_mislead_the_eye_is_spelt_out() -> None:
    """Marks that turn the direction of writing could make a line read as something else."""
    told = of_result(result(finding(message="“\u202egnp.exe”")))
    assert told["notices"][0].message == "“\\u202egnp.exe”"


def test_an_error_is_its_sentence() -> None:
    """What is wrong and what to do."""
    told = of_error(AushangError("mkdocs.yml has no `site_name`", "add site_name: …"))
    assert told["headline"] == "mkdocs.yml has no `site_name`. Add site_name: …"
    assert (told["notices"], told["is_refused"]) == ((), True)


def test_several_slips_in_the_configuration_are_listed() -> None:
    """The first line says how many, the others which."""
    told = of_error(AushangError("2 settings in mkdocs.yml are wrong\n  one\n  two"))
    assert told["headline"] == "2 settings in mkdocs.yml are wrong"
    assert [notice.message for notice in told["notices"]] == ["  one\n  two"]
