"""Parts of JSON are told apart by their signs."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.checks.written.parts import part_of, sign_of

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
PARTS = st.lists(
    st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)),
    max_size=4,
)


@given(PARTS, PARTS)
def test_equal_signs_are_equal_parts(one: list[object], other: list[object]) -> None:
    """`1`, `1.0` and `true` are not the same in JSON; `repr` tells them apart as well."""
    signs = sign_of(one), sign_of(other)
    assert None in signs or (signs[0] == signs[1]) == (repr(one) == repr(other))


@given(PARTS)
def test_a_part_comes_back_from_its_sign(part: list[object]) -> None:
    """As it was, also numbers that equal nothing."""
    sign = sign_of(part)
    assert sign is None or repr(part_of(sign)) == repr(part)


def test_texts_that_are_one_object_and_two_have_one_sign() -> None:
    """Whether two texts lie at one place in memory says nothing of the part."""
    text, same = json.loads('["Wort", "Wort"]')[0], json.loads('"Wort"')
    assert sign_of([text, text]) == sign_of([same, text])


def test_a_list_that_is_one_and_two_has_one_sign() -> None:
    """The same holds for lists."""
    inner = ["Wort"]
    assert sign_of([inner, inner]) == sign_of([["Wort"], ["Wort"]])


@pytest.mark.parametrize("part", [["x" * 3000], [0] * 33, dict.fromkeys("abc", "y" * 900)])
def test_what_is_large_has_no_sign(part: list[object] | dict[str, object]) -> None:
    """It would fill the memory, and stands in one file alone."""
    assert sign_of(part) is None


def test_a_nest_without_bottom_has_no_sign() -> None:
    """Thousands of lists in each other."""
    nest: list[object] = []
    for _ in range(5000):
        nest = [nest]
    assert sign_of(nest) is None
