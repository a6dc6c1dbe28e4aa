"""Where in a JSON file a value stands."""

import json

from hypothesis import given
from hypothesis import strategies as st

from aushang.checks.written.schema.lines import line_of

VALUES = st.recursive(
    st.none() | st.integers() | st.text(alphabet='a"\\{}[]:, \n', max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(alphabet='ab"\\{}', max_size=2), inner, max_size=3)
    ),
    max_leaves=12,
)


def ways(value: object) -> list[tuple[str, ...]]:
    """The way to each value inside."""
    members = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    found = [((str(key), *way)) for key, member in members for way in ways(member)]
    return [(), *found]


@given(VALUES, st.randoms())
def test_every_value_is_found(value: object, random) -> None:
    """Whatever stands around it: one of the values is replaced by a mark and looked for."""
    way = random.choice(ways(value))
    marked = _marked(value, way)
    text = json.dumps(marked, indent=1)
    wanted = text[: text.index('"MARK"')].count("\n") + 1
    assert line_of(text, way) == wanted
    assert line_of(json.dumps(marked), way) == 1


def _marked(value: object, way: tuple[str, ...]) -> object:
    if not way:
        return "MARK"
    step, *rest = way
    if isinstance(value, dict):
        return value | {step: _marked(value[step], tuple(rest))}
    assert isinstance(value, list)
    number = int(step)
    return [*value[:number], _marked(value[number], tuple(rest)), *value[number + 1 :]]


def test_a_key_that_stands_twice() -> None:
    """Parsers keep the last."""
    assert line_of('{\n"a": [1],\n"a": {"b":\n2}}', ("a", "b")) == 4
    assert line_of('{\n"a": {"b": 2},\n"a": [1]}', ("a", "b")) == 3


def test_what_is_not_there() -> None:
    """The line of what should hold it."""
    assert line_of('\n{"a": {},\n"b": []}', ("a", "c")) == 2
    assert line_of('\n{"a": {},\n"b": []}', ("b", "0")) == 3


def test_what_is_too_deep_has_no_line() -> None:
    """0 is no line."""
    assert line_of('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", ("a",)) == 0
