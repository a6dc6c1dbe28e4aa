"""Patterns of files mean what people who write them expect."""

import pytest

from aushang.checks.patterns import is_meant


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("posts/a.md", "posts/a.md"),
        ("posts/2019-*", "posts/2019-05-01-sauna.md"),
        ("posts/", "posts/2019/a.md"),
        ("posts", "posts/2019/a.md"),
        ("posts/*", "posts/2019/a.md"),
        ("**/a.md", "a.md"),
        ("**/a.md", "posts/2019/a.md"),
        ("posts/**", "posts/2019/a.md"),
        ("posts/**/a.md", "posts/a.md"),
        ("posts/?.md", "posts/ü.md"),
        ("posts/[a].md", "posts/[a].md"),
        ("posts/*.md", "posts/a\nb.md"),
    ],
)
def test_meant(pattern: str, path: str) -> None:
    """A folder means all below it, and only `*` and `?` are signs."""
    assert is_meant(path, pattern)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("posts/a", "posts/a.md"),
        ("a.md", "posts/a.md"),
        ("posts/*.md", "posts/2019/a.md"),
        ("posts/A.md", "posts/a.md"),
        ("posts/?.md", "posts/ab.md"),
        ("posts/[a].md", "posts/a.md"),
        ("posts/a.md", "posts/abmd"),
        ("**/a.md", "posts/ba.md"),
    ],
)
def test_not_meant(pattern: str, path: str) -> None:
    """Capital letters count, and a `*` stays in its folder."""
    assert not is_meant(path, pattern)
