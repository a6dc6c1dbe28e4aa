"""A name that stands twice in a list counts once, and can be taken out with certainty."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.content_folder import loaded, written

from aushang.content.mending import mended
from aushang.content.repeated import without_repeats
from aushang.content.yaml_lines import parse
from aushang.model import Diagnostic, Position, Severity

POST = """---
type: closure
title: Die Sauna ist zu
published: 2026-11-20T09:00
{names}
---

Sie ist zu.
"""


def found(text: str) -> list[Diagnostic]:
    """What stands again in a data file."""
    return list(without_repeats(parse(text, "a.yml"), "a.yml", text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: [x, x]\n", "a: [x]\n"),
        ("a: [x, y , x,x , 'x' ]\n", "a: [x, y ]\n"),
        ('a: ["b c", "b c"] # gut\n', 'a: ["b c"] # gut\n'),
        ("a:\n- x\n-   x\n- y\n- x\n", "a:\n- x\n- y\n"),
        ("b: 1\na:\n  - x\n  # und\n  - 'x'", "b: 1\na:\n  - x\n  # und"),
        ("a: [/x/, {t: /x/}, /x/]\n", "a: [/x/, {t: /x/}]\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_it_is_taken_out(before: str, after: str, end: str) -> None:
    """With its comma or its line; everything around it stays, line ends too."""
    edits = [one.edit for one in found(before) if one.edit]
    done = mended(before.replace("\n", end).encode(), edits)
    assert done.data.decode() == after.replace("\n", end)
    assert done.refused == ()
    assert found(after) == []


@pytest.mark.parametrize(
    "text",
    [
        "a:\n- x\n- x # noch einmal\n",
        "a:\n- x\n  y\n- x\n  y\n",
        "a: [x,\n  x]\n",
        'a: ["\\x61", "\\x61"]\n',
    ],
)
def test_where_there_is_doubt_nothing_is_mended(text: str) -> None:
    """A remark would go with the line, or a second line would stay; it is found all the same."""
    assert [one.edit for one in found(text)] == [None]


def test_one_finding_in_full() -> None:
    """The place is that of the second one."""
    (one,) = found("a: [x, x]\n")
    assert one.edit is not None
    assert replace(one, edit=None) == Diagnostic(
        code="AU037",
        severity=Severity.WARNING,
        message="entry 2 of `a` is “x”, as is entry 1",
        hint="remove one of the two; it counts once",
        location=Position("a.yml", 1, 8),
    )


def test_lists_of_other_things_are_left_alone() -> None:
    """Empty entries and groups of keys have findings of their own."""
    text = "a: [{b: 1}, {b: 1}, '', '', 1, 1]\n"
    tree = parse(text, "a.yml")
    assert list(without_repeats(tree, "a.yml", text)) == []
    assert tree == parse(text, "a.yml")


def test_the_site_knows_it_once_and_what_follows_keeps_its_place(tmp_path: Path) -> None:
    """An unknown name behind it is found where it stands."""
    files = {"posts/a.md": POST.format(names="services: [sauna, sauna, suana]\ntags: [x, y, x]")}
    result = loaded(written(tmp_path, files))
    (post,) = result.publication.all_posts
    assert post.services == ("sauna", "suana")
    assert post.tags == ("x", "y")
    assert post.source.at("services", 1) == Position("content/posts/a.md", 5, 26)
    assert [str(one.location) for one in result.diagnostics] == [
        "content/posts/a.md:5:19",
        "content/posts/a.md:6:14",
    ]
