"""Texts that would take time or memory without bounds are refused with a sentence."""

import time

import pytest
from tests.markdown_rendering import html, rendered, sentences

SPLIT = "(split it into several)"
DEEP = "error AU113 a line nests more than 100 quotes or lists"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n" + ">" * 10_000 + " b", f"3:1 {DEEP} {SPLIT}"),
        ("- " * 3_000 + "b", f"1:1 {DEEP} {SPLIT}"),
        ("|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + "|x|\n" * 2_000,
         f"1:1 error AU113 a table has more than 100000 cells {SPLIT}"),
        ("<i>" * 20_000, f"1:1 error AU113 the text holds more than 10000 HTML tags {SPLIT}"),
        ("a\n\n" + "[" * 50_000,
         f"3:1 error AU113 a paragraph holds more than 20000 brackets, stars and the like {SPLIT}"),
        ("*a " * 50_000,
         f"1:1 error AU113 a paragraph holds more than 20000 brackets, stars and the like {SPLIT}"),
    ],
)  # fmt: skip
def test_bombs(text: str, expected: str) -> None:
    """Nothing of such a text is rendered, and that takes no time."""
    begun = time.process_time()
    assert sentences(text) == [expected]
    assert rendered(text).body.html == ""
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "text",
    ["[" * 15_000, "*a_b " * 8_000, "`" * 15_000, "- a\n" * 5_000, "&" * 50_000, "<" * 50_000,
     "| a |\n|---|\n" + "| b |\n" * 5_000, "[a]: /u\n[a] " * 3_000, "a" * 1_000_000],
)  # fmt: skip
def test_long_texts_pass(text: str) -> None:
    """What is merely long is rendered, in time that grows with its length."""
    begun = time.process_time()
    assert html(text)
    assert sentences(text) == []
    assert time.process_time() - begun < 20
