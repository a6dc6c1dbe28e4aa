"""JSON that the faster of two parsers accepts is JSON by the standard's rules."""

import json

from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import from_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)
SIGNS = st.text(alphabet='{}[],:"\\u0123eE+-.tfnNaIi \n\t\0\x1f\ufeff', max_size=3)
# JSON with something put in at some place.
TEXTS = st.builds(
    lambda text, cut, more: text[:cut] + more + text[cut:],
    VALUES.map(json.dumps),
    st.integers(0, 40),
    SIGNS,
)


def _refuse(constant: str) -> None:
    raise ValueError(constant)


@given(st.one_of(TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary()))
@example(b'{"a": 01}')
@example(b'{"a": 1.}')
@example(b'{"a": .5}')
@example(b'{"a": +1}')
@example(b'["\t"]')
@example(b'["\x7f"]')
@example(b'["\xed\xa0\x80"]')
@example(b'["\xc0\xaf"]')
@example(b"[NaN]")
@example(b"[-Infinity]")
@example(b"[1e999]")
@example(b'["\\ud800"]')
@example(b"\xef\xbb\xbf[]")
@example(b"[] x")
@example(b"[]\x0c")
@example(b"[/**/]")
def test_no_parser_is_laxer(data: bytes) -> None:
    """What the parser of the gate accepts, the strict one of the standard library accepts too."""
    try:
        found = from_json(data, allow_inf_nan=False)
    except ValueError:
        return
    assert json.loads(data.decode("utf-8"), parse_constant=_refuse) == found
