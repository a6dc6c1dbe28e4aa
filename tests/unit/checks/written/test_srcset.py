"""Candidates are read by the algorithm of the HTML standard."""

import pytest

from aushang.checks.written.srcset import candidates


@pytest.mark.parametrize(
    ("srcset", "expected"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        (" ,, a.png 480w ,b.png 800w,", ["a.png", "b.png"]),
        ("a,b.png 1x", ["a,b.png"]),
        ("data:image/png;base64,AA,BB 1x, c.png 2x", ["data:image/png;base64,AA,BB", "c.png"]),
        ("a.png calc(1, 2), b.png", ["a.png", "b.png"]),
        ("a.png\n\t1x,\n b.png 2x", ["a.png", "b.png"]),
        ("", []),
        (" , ", []),
    ],
)
def test_candidates(srcset: str, expected: list[str]) -> None:
    """A comma parts candidates only where it ends one."""
    assert list(candidates(srcset)) == expected
