"""Edits land exactly where they were meant, or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.content.mending import difference, mended
from aushang.model import Edit, Position


def edit(line: int, column: int, old: str, new: str) -> Edit:
    """A remedy in a file."""
    return Edit(Position("content/a.md", line, column), old, new)


def test_several_edits_of_a_line_do_not_move_each_other() -> None:
    """They are made from the end, whatever order they come in."""
    edits = [edit(2, 1, "b", "BBB"), edit(2, 5, "d", ""), edit(1, 1, "a", "AA")]
    for order in (edits, edits[::-1]):
        done = mended(b"a\nb c d\n", order)
        assert done.data == b"AA\nBBB c \n"
        assert done.refused == ()
        assert len(done.done) == 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_mark_and_line_ends_stay(end: str, mark: str) -> None:
    """Columns count characters, and a byte order mark is none."""
    before, after = (f"{mark}üä{x}{end}🏋️{x}{end}" for x in ("y", "z"))
    done = mended(before.encode(), [edit(1, 3, "y", "z"), edit(2, 3, "y", "z")])
    assert done.data == after.encode()


@pytest.mark.parametrize(
    "wrong",
    [
        edit(1, 1, "x", "y"),
        edit(1, 9, "a", "y"),
        edit(9, 1, "a", "y"),
        edit(0, 0, "a", "y"),
        edit(1, 0, "a", "y"),
        edit(1, 1, "", "y"),
    ],
)
def test_what_does_not_stand_there_is_refused(wrong: Edit) -> None:
    """The file was edited since, or the place is none: nothing changes."""
    done = mended(b"a\nb\n", [wrong])
    assert (done.data, done.done, done.refused) == (b"a\nb\n", (), (wrong,))


def test_of_two_that_overlap_one_is_made() -> None:
    """The other is found again the next time, if it is still one."""
    first, second = edit(1, 1, "abc", "x"), edit(1, 3, "cd", "y")
    done = mended(b"abcd", [first, second])
    assert (done.data, done.done, done.refused) == (b"aby", (second,), (first,))


def test_the_same_edit_twice_is_one() -> None:
    """Two findings may have one remedy."""
    assert mended(b"a a", [edit(1, 1, "a", "b"), edit(1, 1, "a", "b")]).data == b"b a"


def test_a_file_that_is_no_utf_8_is_left_alone() -> None:
    """Columns in it would mean nothing."""
    wanted = edit(1, 1, "a", "b")
    assert mended(b"a\xff", [wanted]).refused == (wanted,)


@given(st.text("ab\n\r", max_size=20), st.integers(0, 25), st.text("ab", min_size=1, max_size=3))
def test_nothing_but_the_place_changes(text: str, at: int, new: str) -> None:
    """Whatever stands around it, and undoing it gives the file back."""
    at = min(at, len(text))
    old = text[at : at + 1]
    if old not in {"a", "b"}:
        return
    head = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    place = (head.count("\n") + 1, len(head) - head.rfind("\n"))
    done = mended(text.encode(), [edit(*place, old, new)])
    assert done.data.decode() == text[:at] + new + text[at + 1 :]
    assert mended(done.data, [edit(*place, new, old)]).data.decode() == text


def test_the_difference_is_shown_line_by_line() -> None:
    """With a line around it."""
    assert difference("content/a.md", b"a\r\nb\r\nc\r\nd", b"a\r\nB\r\nc\r\nd") == (
        "--- content/a.md",
        "+++ content/a.md",
        "@@ -1,3 +1,3 @@",
        " a",
        "-b",
        "+B",
        " c",
    )
