"""A finding is known again although its line has moved, and twins stay apart."""

from dataclasses import replace

from tests.reported import SECTION, make_finding

from aushang.model import Position
from aushang.model.fingerprint import fingerprint, fingerprints


def test_a_finding_that_moves_in_its_file_stays_the_same() -> None:
    """Its place is no part of it, and neither are numbers of lines in the sentence."""
    moved = replace(SECTION, location=Position(SECTION.location.path, 99, 5), pages=("a/",))
    assert fingerprint(moved) == fingerprint(SECTION)
    first, second = (make_finding(message=f"ends in line {n} column 3") for n in (7, 80))
    assert fingerprint(first) == fingerprint(second)


def test_file_code_and_words_tell_findings_apart() -> None:
    """Numbers that are no places included."""
    others = [
        make_finding(path="content/b.md"),
        make_finding(code="AU202"),
        make_finding(message="y"),
        make_finding(message="entry 1 is empty"),
        make_finding(message="entry 2 is empty"),
        make_finding(),
    ]
    assert len({fingerprint(one) for one in others}) == len(others)


def test_twins_are_numbered_in_their_order() -> None:
    """Forges take two of one fingerprint for one finding."""
    twins = [make_finding(line=1), make_finding(line=2)]
    mark = fingerprint(twins[0])
    assert list(fingerprints(twins)) == [(twins[0], mark), (twins[1], f"{mark}-2")]


def test_it_never_changes() -> None:
    """Baselines of other people hold it."""
    assert fingerprint(SECTION) == "29fdc2b8763bbdb1785a810367d0e895"
