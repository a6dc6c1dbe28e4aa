"""Findings with a quotation are told where it stands in the file."""

import pytest

from aushang.checks.quotes import located, place_in
from aushang.model import Diagnostic, Position

PATH = "content/posts/a.md"
TEXT = """---
title: TODO
summary: Ab 3. Mai
---

Am `3. Mai` nicht, und hier auch nicht:

```
3. Mai
```

Am 13. Mai ist es **3.
Mai** noch lange nicht.
"""


@pytest.mark.parametrize(
    ("quote", "near", "expected"),
    [
        ("3. Mai", Position(PATH), "content/posts/a.md:12:21"),
        ("3. Mai", Position(PATH, 3, 10), "content/posts/a.md:3:13"),
        ("TODO", Position(PATH, 2, 8), "content/posts/a.md:2:8"),
        ("13. Mai", Position(PATH), "content/posts/a.md:12:4"),
        ("4. Mai", Position(PATH), PATH),
        ("4. Mai", Position(PATH, 3, 10), "content/posts/a.md:3:10"),
        ("", Position(PATH, 3), "content/posts/a.md:3"),
    ],
)
def test_place_in(quote: str, near: Position, expected: str) -> None:
    """Whole words, after the front matter, outside code, over marks and line ends."""
    assert str(place_in(TEXT, quote, near)) == expected


def test_a_file_without_front_matter() -> None:
    """It begins with its first line, whatever rules stand in it."""
    assert str(place_in("Eins\n---\nzwei", "Eins", Position(PATH))) == "content/posts/a.md:1:1"


def finding(quote: str) -> Diagnostic:
    """One in that file."""
    return Diagnostic(code="AU108", message="m", location=Position(PATH), quote=quote)


def test_only_files_with_a_quotation_are_read() -> None:
    """And each finding keeps all else."""
    asked: list[str] = []

    def read(path: str) -> str:
        asked.append(path)
        return TEXT

    first, second = located([finding(""), finding("lange")], read)
    assert asked == [PATH]
    assert (first, str(second.location)) == (finding(""), "content/posts/a.md:13:12")
    assert second.message == "m"


@pytest.mark.parametrize("fault", [FileNotFoundError(), UnicodeDecodeError("utf-8", b"", 0, 1, "")])
def test_a_file_that_cannot_be_read(fault: Exception) -> None:
    """The finding names the file."""

    def read(_path: str) -> str:
        raise fault

    assert list(located([finding("lange")], read)) == [finding("lange")]
