"""A baseline lets exactly its findings pass, says what is gone, and survives its file."""

import json

import pytest
from tests.factories import make_publication, make_site
from tests.reported import SLASH, make_finding

from aushang.checks.baseline import (
    baseline_of,
    read,
    shrunk,
    sifted,
    without_known,
    written,
)
from aushang.model import AushangError, Severity

NEWS = make_publication()
ENTRY = {"code": "AU201", "path": "a", "message": "m", "fingerprint": "f", "count": 1}


def test_what_is_known_passes_and_nothing_else() -> None:
    """Lines may move; another file, another word or one more of a kind is new."""
    known = baseline_of([make_finding(line=3), make_finding(line=9), SLASH], NEWS)
    moved = [make_finding(line=4), make_finding(line=20)]
    assert without_known([*moved, SLASH], known, NEWS) == ()
    more = make_finding(line=30)
    other = make_finding(path="content/b.md")
    assert without_known([*moved, more, SLASH, other], known, NEWS) == (more, other)


def test_what_is_gone_is_told_once() -> None:
    """A warning at the baseline's own file, with an example and the command."""
    known = baseline_of([make_finding(line=3), make_finding(line=9), SLASH], NEWS)
    (told,) = without_known([make_finding(line=3)], known, NEWS)
    assert (told.code, str(told.location)) == ("AU692", "aushang-baseline.json")
    assert told.severity is Severity.WARNING
    assert told.message == (
        "the baseline knows 2 findings that are no longer there: such as AU201 in content/a.md"
    )
    assert told.hint == "run `aushang baseline`, which takes out what is gone"
    (one,) = without_known([], baseline_of([SLASH], NEWS), NEWS)
    assert one.message == (
        "the baseline knows a finding that is no longer there: AU203 in content/pages/z.md"
    )


def test_its_word_can_be_as_grave_as_one_likes() -> None:
    """Who wants to keep it small makes an error of it."""
    site = make_site(severities={"AU692": Severity.ERROR})
    (told,) = without_known([], baseline_of([SLASH], NEWS), make_publication(site=site))
    assert told.is_error


def test_shrinking_takes_out_what_is_gone() -> None:
    """One of two of a kind included."""
    known = baseline_of([make_finding(line=3), make_finding(line=9), SLASH], NEWS)
    gone = sifted([make_finding(line=5)], known, NEWS).gone
    assert shrunk(known, gone) == baseline_of([make_finding()], NEWS)


@pytest.mark.parametrize("code", ["AU601", "AU602", "AU690", "AU691", "AU692"])
def test_what_no_baseline_lets_pass(code: str) -> None:
    """Files that would be missing, and exceptions that have had their day."""
    assert baseline_of([make_finding(code=code)], NEWS) == ()


def test_a_file_that_is_kept_out_is_never_known() -> None:
    """Not even where somebody wrote it into the baseline by hand."""
    finding = make_finding(code="AU003")
    known = baseline_of([finding], NEWS)
    out = make_publication(unread=frozenset({finding.location.path}))
    assert baseline_of([finding], out) == ()
    assert sifted([finding], known, out).new == (finding,)


def test_its_file_comes_back_as_it_was() -> None:
    """In order and in ASCII, whatever files are called."""
    found = [make_finding(path="content/b\n\udcff“ü”.md"), SLASH, make_finding()]
    known = baseline_of(found, NEWS)
    text = written(known)
    assert text.isascii()
    assert text == written(baseline_of(found[::-1], NEWS))
    assert read(text.encode()) == known
    assert json.loads(text)["count"] == 3


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<<<<<<< HEAD\n", "aushang-baseline.json is not JSON: Expecting value"),
        (b"\xff", "aushang-baseline.json is not JSON: "),
        (b"[" * 100_000, "aushang-baseline.json is not JSON: "),
        (
            b"[]",
            "aushang-baseline.json cannot be read: its version is “None”, this program knows 1",
        ),
        (b'{"version": 2}', "aushang-baseline.json cannot be read: its version is “2”, this"),
        (b'{"version": 1}', "aushang-baseline.json lacks what a finding needs: 'findings'"),
        (b'{"version": 1, "findings": [3]}', "aushang-baseline.json lacks what a finding needs: "),
        (
            json.dumps({"version": 1, "findings": [ENTRY | {"count": 0}]}).encode(),
            "aushang-baseline.json lacks what a finding needs: `count` is 0",
        ),
    ],
)
def test_a_file_that_is_none_of_ours(data: bytes, message: str) -> None:
    """A merge that went wrong must not let everything pass, or nothing."""
    with pytest.raises(AushangError) as refused:
        read(data)
    assert refused.value.message.startswith(message)
    assert refused.value.hint == "restore it, or delete it and run `aushang baseline`"
