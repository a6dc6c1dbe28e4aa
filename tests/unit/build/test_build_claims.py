"""Two artifacts for one path: one finding that names every claimant."""

import unicodedata
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.build.claims import PLAIN, Claims
from aushang.model import Diagnostic, Position


def findings(*claims: tuple[str, str]) -> list[Diagnostic]:
    """What is found when these (path, source) come in this order."""
    book = Claims()
    for claim in claims:
        book.claim(*claim)
    return list(book.diagnostics())


def test_paths_of_their_own_are_no_finding() -> None:
    """Files of one folder, and a folder beside a file, live together."""
    assert findings(("a/index.html", "a.md"), ("a/b/index.html", "b.md"), ("a.html", "c.md")) == []


def test_two_sources_for_one_path_are_named_both() -> None:
    """The finding stands at the first source in alphabetical order and names the path."""
    assert findings(("a/index.html", "content/b.md"), ("a/index.html", "content/a.md")) == [
        Diagnostic(
            code="AU601",
            message="“a/index.html” is claimed by content/a.md, content/b.md",
            location=Position("content/a.md"),
            hint="give each a slug or an address of its own",
            pages=("a/index.html",),
        )
    ]


def test_three_claimants_are_one_finding() -> None:
    """A path is reported once, however many want it."""
    (found,) = findings(("a", "x.md"), ("a", "y.md"), ("a", "z.md"))
    assert found.message == "“a” is claimed by x.md, y.md, z.md"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sauna/index.html", "sauna/index.html"),
        ("caf\u00e9/index.html", "cafe\u0301/index.html"),
        ("strasse.html", "straße.html"),
    ],
)
def test_names_that_some_file_systems_hold_for_one_are_contested(one: str, other: str) -> None:
    """A site that is copied to a Mac or a Windows share must not lose a page on the way."""
    (found,) = findings((one, "x.md"), (other, "y.md"))
    first, second = sorted((one, other))
    assert found.message == (
        f"“{first}” and “{second}” stand in each other's way and are claimed by x.md, y.md"
    )


def test_a_file_cannot_be_a_folder() -> None:
    """In whatever order they come, a file `a` and a file `a/b` exclude each other."""
    for claims in permutations([("a", "x.md"), ("a/b/c", "y.md")]):
        (found,) = findings(*claims)
        assert found.code == "AU601"
        assert found.message == (
            "“a” and “a/b/c” stand in each other's way and are claimed by x.md, y.md"
        )


def test_only_the_first_claimant_may_write() -> None:
    """`claim` says whether the path was free."""
    book = Claims()
    assert book.claim("a", "x.md")
    assert not book.claim("a", "y.md")


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../a", "a/../b", "a//b", "a/", "a\\b", "a\x00", "ä" * 128]
)
def test_what_cannot_be_a_file_of_the_site_is_refused(path: str) -> None:
    """No artifact leaves the folder, and none has a name that a disk cannot take."""
    book = Claims()
    assert not book.claim(path, "x.md")
    assert list(book.diagnostics()) == [
        Diagnostic(
            code="AU602",
            message=f"“{path}” cannot be the path of a file of the site",
            location=Position("x.md"),
            hint="use short names of letters, digits and hyphens",
        )
    ]


@given(st.from_regex(PLAIN, fullmatch=True))
def test_what_is_seen_at_once_to_be_plain_is_plain(path: str) -> None:
    """Every part is a name on every file system, and no other spelling means the same path."""
    assert unicodedata.normalize("NFC", path).casefold() == path
    for part in path.split("/"):
        assert part not in {"", ".", ".."}
        assert len(part.encode()) <= 255
        assert part.isprintable()


@pytest.mark.parametrize("path", ["a//b", "a/../b", "../a", "a/", "/a", "a\n", "A/b", "ä", "a\\b"])
def test_what_is_not_plain_is_looked_at(path: str) -> None:
    """Empty and dotted parts, capitals, and letters beyond ASCII."""
    assert not PLAIN.fullmatch(path)
