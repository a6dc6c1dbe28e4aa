"""Stretches of time are joined and taken from each other."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from aushang.model.availability import Stretch, joined, without

_START = datetime(2026, 11, 20, tzinfo=UTC)
_HOURS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1])),
    max_size=8,
).map(sorted)


def _stretches(hours: list[tuple[int, int]]) -> list[Stretch]:
    return [(_START + timedelta(hours=a), _START + timedelta(hours=b)) for a, b in hours]


def _hours(stretches: list[Stretch]) -> set[int]:
    return {hour for one in stretches for hour in range(_number(one[0]), _number(one[1]))}


def _number(at: datetime) -> int:
    return (at - _START) // timedelta(hours=1)


@given(_HOURS, _HOURS)
def test_hour_by_hour(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    """What is joined covers the same hours, apart from each other; holes take theirs away."""
    whole, holes = list(joined(_stretches(first))), list(joined(_stretches(second)))
    assert _hours(whole) == _hours(_stretches(first))
    assert all(a[1] < b[0] for a, b in pairwise(whole))
    left = list(without(whole, holes))
    assert _hours(left) == _hours(whole) - _hours(holes)
    assert all(begins < ends for begins, ends in left)
    assert left == sorted(left)
