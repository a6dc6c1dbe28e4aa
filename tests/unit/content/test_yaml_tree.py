"""YAML becomes values with their places, by the rules of YAML 1.2, and never raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.content.yaml_tree import parse


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("09:00", "09:00"),
        ("no", "no"),
        ("2026-11-20", "2026-11-20"),
        ("true", True),
        ("False", False),
        ("-12", -12),
        ("1.5", 1.5),
        ('"10"', "10"),
        ("9" * 5000, "9" * 5000),
        ("0x1F", "0x1F"),
        ("Angebot#1", "Angebot#1"),
        ("Angebot # Notiz", "Angebot"),
        ("<<", "<<"),
    ],
)
def test_values_mean_what_staff_meant(written: str, value: object) -> None:
    """Times stay texts, `no` is a word, numbers are numbers."""
    tree = parse(f"key: {written}", "a.yml")
    assert tree.values == {"key": value}
    assert tree.diagnostics == []


def test_places_of_nested_values() -> None:
    """Each value is found by its path, with line and column from 1 in the file."""
    text = "services: [a, b]\nupdates:\n  - at: x\n    text: y\n"
    tree = parse(text, "a.md", first_line=2)
    assert tree.marks == {
        "services": (2, 11),
        "services.0": (2, 12),
        "services.1": (2, 15),
        "updates": (4, 3),
        "updates.0": (4, 5),
        "updates.0.at": (4, 9),
        "updates.0.text": (5, 11),
    }
    assert tree.keys["updates.0.text"] == (5, 5)


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ("text: plain", None),
        ("text: 'quoted'", (1, 8)),
        ("text: |\n  block", (2, 3)),
        ("text: |\n\n    block\n     more", (2, 5)),
        ("text: |2-\n   indented", (2, 3)),
        ("text: >-\n   folded\n   text", (2, 4)),
        ("list:\n  - text: |\n      block", (3, 7)),
    ],
)
def test_where_a_text_begins(written: str, start: tuple[int, int] | None) -> None:
    """The first character of a quoted or block text, so that its Markdown has right positions."""
    tree = parse(written, "a.yml")
    assert next(iter(tree.starts.values()), None) == start


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("? [a]\n: b", "a key is one word, not a list or a mapping"),
        ("a: {{b}: c}", "a key is one word, not a list or a mapping"),
        ("- a", "“- a” is not of the form `key: value`"),
        ("a: !!python/object:os.system x", "“!” at the start of a value has a meaning of its own"),
        ("a: &x [*x]", "“&” at the start of a value has a meaning of its own"),
        ("&x a: b", "“&” at the start of a value has a meaning of its own"),
        ('a: "\\q"', "a backslash in double quotes begins an escape that YAML does not know"),
        ('a: "x\nb: "y"', "the quote that opens here is never closed"),
        ("a: {b: c", "the bracket “{” is not closed"),
        ("a: {b: [c}", "the bracket “[” is not closed"),
        ("a: [neu] Sauna", "the value of `a` begins with “[”, which has a meaning in YAML"),
        ("a: b\n  c: d", "“c: d” does not fit the lines above it (mapping values are not allowed"),
        ("\ta: b", "the line is indented with a tab"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    """Nothing in a post needs these; each is a slip, and the sentence says which."""
    tree = parse(text, "a.yml")
    assert not tree.is_whole
    assert [one.message[: len(message)] for one in tree.diagnostics] == [message]


def test_aliases_cannot_multiply() -> None:
    """The “billion laughs” text is refused at its first anchor."""
    text = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    (finding,) = parse(text, "a.yml").diagnostics
    assert (finding.code, str(finding.location)) == ("AU007", "a.yml:1:4")


@pytest.mark.parametrize("bracket", ["[", "{", "a: ", "- ", "? "])
def test_deep_nesting_ends_early(bracket: str) -> None:
    """Half a megabyte of brackets neither takes long nor ends the program."""
    assert parse("a: " + bracket * 100_000, "a.yml").diagnostics


def test_an_empty_text_is_an_empty_mapping() -> None:
    """Comments alone say nothing and are no fault."""
    for text in ("", "\n\n", "# nur ein Kommentar\n"):
        tree = parse(text, "a.yml")
        assert (tree.values, tree.diagnostics) == ({}, [])


def test_the_second_of_two_keys_is_read_past() -> None:
    """The first value holds and keeps its places; what follows is read."""
    tree = parse("a: 1\na: {b: [c, c], b: 1}\nd: 2\n", "a.yml")
    assert tree.values == {"a": 1, "d": 2}
    assert [(one.code, str(one.location)) for one in tree.diagnostics] == [("AU006", "a.yml:2:1")]


@pytest.mark.parametrize("written", ['"a\\x02/b"', '"a\\x26#2;/b"'])
def test_escapes_bring_no_control_character_in(written: str) -> None:
    """Neither directly nor as a reference; the value is cleaned besides."""
    tree = parse(f"key: {written}", "a.yml")
    assert tree.values == {"key": "a/b"}
    assert [(one.code, str(one.location)) for one in tree.diagnostics] == [("AU011", "a.yml:1:6")]


def test_an_empty_value_of_a_repeated_key() -> None:
    """Both faults are told; the value that is read past is not."""
    codes = [one.code for one in parse("a:\na:\n? \n? ", "a.yml").diagnostics]
    assert codes == ["AU004", "AU006", "AU004", "AU006"]


LIKE_YAML = st.text(alphabet=st.sampled_from("ab:-[]{}\"'|>&*!%@`#?,\n\t \\äö😀0.~"), max_size=80)


@given(st.one_of(LIKE_YAML, st.text(max_size=200)))
def test_no_text_raises(text: str) -> None:
    """Whatever somebody types, reading ends with values or with a finding inside the text."""
    tree = parse(text, "a.yml")
    assert tree.is_whole or tree.diagnostics
    for finding in tree.diagnostics:
        assert finding.location.line >= 1
        assert finding.location.column >= 1
        assert finding.hint
