"""Front matter of simple lines, read without a YAML parser, is what the parser makes of it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from aushang.content import yaml_lines, yaml_tree

WORDS = [
    "x", "1", "ü", "x y", "a:b", "x#y", "-", "--", "...", "---", "_", "é", "1.5", "-3", "0x1",
    "1e5", "true", "null", "~", "no", "2026-01-01T10:00", "12.30 Uhr", "– z", "😀", " ", "'", '"',
    "[", "]", ", ", ",", " #", "#", ":", ": ", "\\", "{", "}", "|", ">", "&", "*", "!", "%", "@",
    "`", "?", "=", "<<", "''", "'a b'", '"a b"', "'a #b: c'", "[a, b-c]", "[1, x]", "[x]", "[a b]",
    "&#2;", "\t", "\xa0", "\u2028", "\ufeff", "\x85",
]  # fmt: skip
VALUES = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("".join), st.text(max_size=5)
)
KEYS = st.sampled_from(["a", "title", "next_update", "b", "A", "ä", "'a'", "- a", "  a", "# a", ""])
SIMPLE = st.sampled_from(
    ["x", "1", "ü", "x y", "a:b", "true", "2026-01-01T10:00", "'a #b: c'", '"a b"', "[a, b-c]",
     "[1, x]", "''", "10 %", "Öffnung um 9 Uhr"]
)  # fmt: skip
LINES = st.one_of(
    st.builds("{}: {}".format, KEYS, VALUES),
    st.builds("{}: {}".format, st.sampled_from(["a", "title", "next_update", "b"]), SIMPLE),
)
TEXTS = st.lists(LINES, min_size=1, max_size=4).map(lambda lines: "\n".join(lines) + "\n")


@settings(max_examples=600)
@given(TEXTS)
@example("a: x\n  y\n")
@example("a: x:\n")
@example("a: x \n")
@example("a: 'x'y\n")
@example("a: 'it''s'\n")
@example('a: "\\x02"\n')
@example("a: '\n")
@example("a: x\na: y\n")
@example("a: [x, null]\n")
@example("a: [x, y\n")
@example("a: x\n\nb: y\n")
@example("a: x\n--- \nb: y\n")
@example("\n")
@example("")
def test_simple_lines_are_what_the_parser_reads(text: str) -> None:
    """Values, places, what was written and findings are the same."""
    assert yaml_lines.parse(text, "a.md", 2) == yaml_tree.parse(text, "a.md", 2)


@given(st.dictionaries(st.sampled_from(["a", "title", "next_update", "b"]), SIMPLE, min_size=1))
def test_simple_lines_need_no_parser(values: dict[str, str]) -> None:
    """What most posts say above their text is read line by line."""
    text = "".join(f"{key}: {value}\n" for key, value in values.items())
    assert yaml_lines._simple(text, 2) == yaml_tree.parse(text, "a.md", 2)
