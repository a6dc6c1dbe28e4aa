"""Items of JSON with their places, compared with the standard library's reader."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.content.availability.json_items import Lines, NotJsonError, items

simple = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
values = st.recursive(
    simple,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=9,
)


@given(st.lists(values), st.sampled_from([None, 1, "\t"]))
def test_a_list_and_an_object_around_it_have_the_same_entries(
    several: list[object], indent: int | str | None
) -> None:
    """Each with the text that it stands in."""
    for whole in (several, {"next": {"items": 1}, "items": several, "license": "x"}):
        text = json.dumps(whole, indent=indent)
        found = list(items(text, "items"))
        assert [one.value for one in found] == several
        assert [json.loads(text[one.begin : one.end]) for one in found] == several


@given(st.dictionaries(st.text(max_size=3), values))
def test_an_object_without_that_list_is_the_one_item(value: dict[str, object]) -> None:
    """Whatever else it holds."""
    value.pop("items", None)
    assert [one.value for one in items(json.dumps(value), "items")] == [value]


@given(st.text(st.sampled_from('[]{},:"items 1\n-e.\\u')))
def test_no_text_raises_but_what_is_no_json(text: str) -> None:
    """Where the standard library finds JSON, there are items; else there is a place."""
    assert (fault(text) is None) == is_json(text)


@pytest.mark.parametrize("text", ["[" * 100_000, "[" + "9" * 10_000 + "]", "[NaN]"])
def test_depth_and_length_do_no_harm(text: str) -> None:
    """A file that nobody wrote by hand is refused like any other."""
    assert fault(text) is not None


def fault(text: str) -> int | None:
    """Where a text ceases to be JSON, as a place within it."""
    try:
        list(items(text, "items"))
    except NotJsonError as error:
        return min(max(error.at, 0), len(text))
    return None


def is_json(text: str) -> bool:
    """Whether the standard library reads it."""
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def test_lines_and_columns() -> None:
    """Both count from 1."""
    lines = Lines("ab\n\ncd")
    assert [lines.mark(at) for at in (0, 1, 3, 4, 5)] == [(1, 1), (1, 2), (2, 1), (3, 1), (3, 2)]
