"""Texts without their markup."""

import pytest
from tests.markdown_rendering import rendered


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eins *zwei*\ndrei\n\n## Vier", "Eins zwei drei\n\nVier"),
        ("- a\n- b\n  - c\n- d", "– a\n– b\n  – c\n– d"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- a\n\n  b\n- c", "– a\n  b\n– c"),
        ("x\n\n- a", "x\n\n– a"),
        ("| a | b |\n|---|---|\n| c | d |", "a | b\nc | d"),
        ("[Wort](https://a.example) ![Bild](bild.png)", "Wort Bild"),
        ("a  \nb", "a\nb"),
        ("```\na\n  b\n```", "a\n  b"),
        ("a[^1]\n\n[^1]: b", "a[1]\n\n1. b"),
        ("- [x] a", "– ☑ a"),
        ("> a\n>\n> b", "a\n\nb"),
        ("&lt;b&gt; &amp; ]]>", "<b> & ]]>"),
        ("<ol start='x'><li>a</li></ol>", "1. a"),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    """Blocks are parted by a blank line, entries and rows by a line end."""
    assert rendered(text).body.text == expected
